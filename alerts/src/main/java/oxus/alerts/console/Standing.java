package oxus.alerts.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import oxus.schemas.Contribution;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Sector;

/**
 * Where a sector stands now: its level, the change that brought it there and the latest evidence.
 *
 * @param lastChange empty while the sector has never moved from the lowest level
 * @param assessment empty while nothing has borne on the sector
 */
public record Standing(
    Sector sector, Optional<Posted> lastChange, Optional<SectorAssessment> assessment) {

  public ThreatLevel level() {
    return lastChange.map(posted -> posted.change().getTo()).orElse(ThreatLevel.LOW);
  }

  public Optional<Instant> since() {
    return lastChange.map(posted -> posted.change().getAt());
  }

  /** What raises the sector most; empty when nothing raises it. */
  Optional<Contribution> strongest() {
    return assessment.stream()
        .flatMap(latest -> latest.getContributions().stream())
        .filter(contribution -> contribution.getWeight() > 0)
        .max(Comparator.comparing(Contribution::getWeight));
  }

  /** The score of the latest assessment, micro-units; 0 while there is none. */
  public long score() {
    return assessment.map(SectorAssessment::getScore).orElse(0L);
  }
}
