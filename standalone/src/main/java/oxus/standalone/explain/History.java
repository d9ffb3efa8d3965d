package oxus.standalone.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import oxus.alerts.history.AsKnown;
import oxus.alerts.history.RememberedArchive;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/** All that was assessed and changed in a stretch of time, to be asked about any moment of it. */
public final class History {
  private final RememberedArchive archive = new RememberedArchive();
  private final Map<String, ThreatLevelChange> changes = new LinkedHashMap<>();
  private final TreeSet<String> sectors;
  private Instant end;

  /**
   * Nothing yet.
   *
   * @param sectors that may be asked about, also before anything bears on them
   * @param end what the history is known to reach; later records move it
   */
  public History(Collection<String> sectors, Optional<Instant> end) {
    this.sectors = new TreeSet<>(sectors);
    this.end = end.orElse(Instant.EPOCH);
  }

  /** Those of one sector come in the order of its time. */
  public void add(ThreatLevelChange change) {
    archive.add(changes.size(), change);
    changes.put(change.getChangeId(), change);
    note(change.getSector(), change.getAt());
  }

  /** Those of one sector come in the order of its time. */
  public void add(SectorAssessment assessment) {
    archive.add(assessment);
    note(assessment.getSector(), assessment.getAt());
  }

  private void note(String sector, Instant at) {
    sectors.add(sector);
    end = at.isAfter(end) ? at : end;
  }

  public Instant end() {
    return end;
  }

  /**
   * Explains a sector's level, or a change: at its own time unless another is named.
   *
   * @param subject a sector's or a change's id
   * @throws UnknownSubjectException when it is not there, or was not yet known at that time
   */
  public Explanation explain(String subject, Optional<Instant> at) {
    if (sectors.contains(subject)) {
      return new Explanation(
          subject, Optional.empty(), AsKnown.of(archive, subject, at.orElse(end)));
    }
    ThreatLevelChange change = changes.get(subject);
    if (change == null) {
      throw unknown(subject);
    }
    Instant moment = at.orElse(change.getAt());
    if (moment.isBefore(change.getAt())) {
      throw new UnknownSubjectException(
          "change '"
              + subject
              + "' was not known at "
              + moment
              + "; it came at "
              + change.getAt()
              + ": choose that or a later --at");
    }
    return new Explanation(
        subject, Optional.of(change), AsKnown.of(archive, change.getSector(), moment));
  }

  private UnknownSubjectException unknown(String subject) {
    int mark = subject.lastIndexOf('#');
    String sector = mark < 0 ? subject : subject.substring(0, mark);
    if (!sectors.contains(sector)) {
      return new UnknownSubjectException(
          "there is no sector '" + sector + "'; there are: " + String.join(", ", sectors));
    }
    List<String> ids = new ArrayList<>();
    changes.values().stream()
        .filter(change -> change.getSector().equals(sector))
        .forEach(change -> ids.add(change.getChangeId()));
    return new UnknownSubjectException(
        "there is no change '"
            + subject
            + "'; "
            + (ids.isEmpty()
                ? sector + " has none"
                : "of " + sector + " there are: " + String.join(", ", ids)));
  }
}
