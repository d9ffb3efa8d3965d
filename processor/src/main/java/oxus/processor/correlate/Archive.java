package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.SectorState;
import oxus.theatre.Policy;

/**
 * Which reports a sector took in once and keeps no more, by a hash of their ids, so that a repeat
 * is never news. Sources that cannot be judged have an archive apart: no flood of theirs makes the
 * fold forget what others said.
 */
record Archive(HashLog judged, HashLog rumours) {

  static Archive of(SectorState state) {
    return new Archive(HashLog.of(state.getArchived()), HashLog.of(state.getArchivedRumours()));
  }

  boolean holds(Told told) {
    return (told.isJudged() ? judged : rumours).holds(told.hash());
  }

  /** With these reports too, without the oldest beyond the bound. */
  Archive with(Collection<BorderEvent> reports, int bound) {
    if (reports.isEmpty()) {
      return this;
    }
    HashLog nextJudged = judged;
    HashLog nextRumours = rumours;
    for (BorderEvent report : reports) {
      long hash = hash(report.getId());
      if (Told.isJudged(report)) {
        nextJudged = nextJudged.with(hash, bound);
      } else {
        nextRumours = nextRumours.with(hash, bound);
      }
    }
    return new Archive(nextJudged, nextRumours);
  }

  /** With the reports of the incidents that are not kept, in their order. */
  Archive after(List<Incident> before, List<Incident> kept, Policy policy) {
    return with(forgotten(before, kept), policy.grading().bounds().archived());
  }

  /** The reports of incidents that are remembered no more; both lists are in one order. */
  // an incident that did not change is the same object, and need not be looked at
  @SuppressWarnings("ReferenceEquality")
  static List<BorderEvent> forgotten(List<Incident> before, List<Incident> kept) {
    if (before.size() == kept.size()) {
      return List.of();
    }
    List<BorderEvent> forgotten = new ArrayList<>();
    int next = 0;
    for (Incident incident : before) {
      if (next < kept.size()
          && (kept.get(next) == incident || kept.get(next).getId().equals(incident.getId()))) {
        next++;
      } else {
        forgotten.addAll(incident.getReports());
      }
    }
    return forgotten;
  }

  /** FNV-1a, 64 bits: a new id is taken for one of 2,000 known ones once in 10^16 times. */
  static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < id.length(); index++) {
      hash = (hash ^ id.charAt(index)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 33);
  }
}
