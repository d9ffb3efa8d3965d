package oxus.alerts.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/** An archive of records that are all in memory, for a finished replay and for tests. */
public final class RememberedArchive implements Archive {
  private final Map<String, List<Found<ThreatLevelChange>>> changes = new HashMap<>();
  private final Map<String, List<SectorAssessment>> assessments = new HashMap<>();

  /** Those of one sector come in the order of its time. */
  public synchronized void add(long offset, ThreatLevelChange change) {
    changes
        .computeIfAbsent(change.getSector(), sector -> new ArrayList<>())
        .add(new Found<>(offset, change));
  }

  /** Those of one sector come in the order of its time. */
  public synchronized void add(SectorAssessment assessment) {
    assessments
        .computeIfAbsent(assessment.getSector(), sector -> new ArrayList<>())
        .add(assessment);
  }

  @Override
  public synchronized Optional<Found<ThreatLevelChange>> change(String sector, Instant at) {
    return changes.getOrDefault(sector, List.of()).stream()
        .filter(found -> !found.record().getAt().isAfter(at))
        .reduce((earlier, later) -> later);
  }

  @Override
  public synchronized Optional<SectorAssessment> assessment(String sector, Instant at) {
    return assessments.getOrDefault(sector, List.of()).stream()
        .filter(assessment -> !assessment.getAt().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
