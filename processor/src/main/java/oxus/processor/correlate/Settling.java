package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.Heard;
import oxus.schemas.Incident;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorState;
import oxus.theatre.Grading.Bounds;
import oxus.theatre.Policy;

/** Merges reports into a sector's incidents, one by one, obeying what analysts ruled. */
final class Settling {
  private final Recall recall;
  private final Policy policy;
  private final SectorState state;
  private final Rulings rulings;
  private final Instant at;
  private final Memory kept;
  private final List<BorderEvent> dropped = new ArrayList<>();

  /** Those that took a report in, in each of the forms that they had since. */
  private final List<Remembered> changed = new ArrayList<>();

  private List<Remembered> incidents;

  /** The incidents as they were before one changed last. */
  private Columns columns;

  private List<Heard> heard;
  private boolean bringsNews;

  /**
   * @param at sector time once the reports are in
   */
  Settling(Recall recall, SectorState state, Instant at, Rulings rulings) {
    this.recall = recall;
    this.policy = recall.policy();
    this.state = state;
    this.rulings = rulings;
    this.at = at;
    this.kept = recall.of(state).at(at.toEpochMilli());
    this.incidents = kept.remembered();
    this.columns = kept.columns();
    this.dropped.addAll(Archive.forgotten(state.getIncidents(), kept.incidents()));
    this.heard = state.getHeard();
  }

  /** Whether a source that can be judged brought a report that was not known. */
  boolean bringsNews() {
    return bringsNews;
  }

  /** Takes a report in; nothing happens at a repeat, or where a ruling keeps it out. */
  void take(Told told) {
    Correction correction = rulings.on(told.report().getId());
    Optional<Told> corrected = correction.of(told, state.getSector());
    if (corrected.isEmpty() || isKnown(told)) {
      return;
    }
    bringsNews |= told.isJudged();
    place(corrected.get(), correction);
    heard = Watch.with(heard, corrected.get(), policy);
  }

  /** The incidents within the policy's bounds, and all that is remembered of the others. */
  SectorState state() {
    bound();
    if (!changed.isEmpty()) {
      incidents = new ArrayList<>(incidents);
      incidents.replaceAll(each -> changed.contains(each) ? graded(each) : each);
    }
    // most reports are repeats, and change nothing that is remembered
    boolean isSame = changed.isEmpty() && incidents.size() == kept.remembered().size();
    Memory now = isSame ? kept : kept.with(columns(), at.toEpochMilli());
    recall.keep(now);
    int most = policy.grading().bounds().archived();
    Archive archive = Archive.of(state).with(dropped, most);
    return States.settled(state, at, now.incidents(), archive, heard);
  }

  private Remembered graded(Remembered remembered) {
    return remembered.as(Incidents.graded(remembered.incident(), remembered.told(), at, policy));
  }

  private boolean isKnown(Told told) {
    return columns().holds(told.hash())
        || Archive.of(state).holds(told)
        || isDropped(told.report());
  }

  // a list of incidents that nothing changed is the same object
  @SuppressWarnings("ReferenceEquality")
  private Columns columns() {
    if (columns.remembered() != incidents) {
      columns = columns.with(incidents);
      incidents = columns.remembered();
    }
    return columns;
  }

  /** What was dropped just now is not in the archive yet. */
  private boolean isDropped(BorderEvent report) {
    for (BorderEvent gone : dropped) {
      if (gone.getId().equals(report.getId()) && Told.isJudged(gone) == Told.isJudged(report)) {
        return true;
      }
    }
    return false;
  }

  // the incident that was found is the same object as the one in the list
  @SuppressWarnings("ReferenceEquality")
  private void place(Told told, Correction correction) {
    Optional<Remembered> found = home(told, correction);
    incidents = new ArrayList<>(incidents);
    IncidentSummary summary = new IncidentSummary(policy);
    if (found.isEmpty()) {
      List<Told> alone = List.of(told);
      Incident opened = summary.of(idFor(told, correction), alone);
      Remembered first = recall.of(Incidents.ruled(opened, correction.rulings(), policy), alone);
      incidents.add(first);
      changed.add(first);
      return;
    }
    Incident home = found.get().incident();
    List<Told> all = new ArrayList<>(found.get().told());
    all.add(told);
    all.sort(Told.ORDER);
    int uncounted = home.getUncounted();
    if (all.size() > policy.incidents().keptReports()) {
      Told least = new Crowding(policy).leastTelling(all);
      all.remove(least);
      dropped.add(least.report());
      uncounted++;
    }
    Incident merged = summary.of(home.getId(), all, uncounted, home.getGrades(), home.getRulings());
    Incident shaped = Incidents.ruled(merged, correction.rulings(), policy);
    Remembered grown = recall.of(shaped, all);
    changed.add(grown);
    incidents.replaceAll(each -> each == found.get() ? grown : each);
  }

  private Optional<Remembered> home(Told told, Correction correction) {
    IncidentMatch match = recall.match();
    if (correction.placed().isEmpty()) {
      Optional<Remembered> copied = Copies.home(told, columns(), policy);
      return copied.isPresent() ? copied : match.of(told, columns());
    }
    Ruling ruling = correction.placed().get();
    if (ruling.getKind() == RulingKind.SPLIT) {
      return incidents.stream().filter(each -> holdsSplitOff(each.incident(), ruling)).findFirst();
    }
    return ruling
        .getIncident()
        .flatMap(
            id -> incidents.stream().filter(each -> each.incident().getId().equals(id)).findFirst())
        .or(() -> match.of(told, columns()));
  }

  /** What a ruling splits off stays together, apart from where it was. */
  private static boolean holdsSplitOff(Incident incident, Ruling ruling) {
    return incident.getRulings().contains(ruling.getId())
        && !incident.getId().equals(ruling.getIncident().orElse(""))
        && incident.getReports().stream()
            .anyMatch(report -> ruling.getEvents().contains(report.getId()));
  }

  /**
   * The report's id; where an incident keeps it that the report was split from, with the ruling's.
   */
  private String idFor(Told told, Correction correction) {
    String id = told.report().getId();
    // one id means one incident, though the report that gave it may have been split off
    boolean isTaken =
        incidents.stream().anyMatch(each -> each.incident().getId().equals(id))
            || correction.placed().flatMap(Ruling::getIncident).filter(id::equals).isPresent();
    return isTaken ? id + "/" + correction.placed().map(Ruling::getId).orElse("again") : id;
  }

  /**
   * No more incidents than the policy lets a sector hold: the weightiest stay. Rumours have a bound
   * of their own, so that they crowd nothing else out.
   */
  private void bound() {
    Bounds bounds = policy.grading().bounds();
    if (incidents.size() <= Math.min(bounds.rumours(), bounds.incidents())) {
      return;
    }
    List<Remembered> rumours = new ArrayList<>(incidents);
    rumours.removeIf(each -> !each.isRumour());
    List<Remembered> told = new ArrayList<>(incidents);
    told.removeIf(Remembered::isRumour);
    List<Remembered> leaving = new ArrayList<>(beyond(rumours, bounds.rumours()));
    leaving.addAll(beyond(told, bounds.incidents()));
    leaving.forEach(each -> dropped.addAll(each.incident().getReports()));
    Set<Remembered> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.addAll(leaving);
    incidents = new ArrayList<>(incidents);
    incidents.removeIf(left::contains);
  }

  private List<Remembered> beyond(List<Remembered> all, int bound) {
    if (all.size() <= bound) {
      return List.of();
    }
    long now = at.toEpochMilli();
    return all.stream()
        .sorted(
            Comparator.comparingLong((Remembered each) -> -Math.abs(judgedWeight(each, now)))
                .thenComparing(each -> each.incident().getId()))
        .skip(bound)
        .toList();
  }

  private long judgedWeight(Remembered incident, long now) {
    return new Weighing(policy).at(Instant.ofEpochMilli(now), incident.spoken());
  }
}
