package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Sector;

/**
 * Where a sector stands now: its level, the change that brought it there and the latest evidence.
 *
 * @param lastChange empty while the sector has never moved from the lowest level
 * @param assessment empty while nothing has borne on the sector
 * @param dayBefore the score a day before the latest assessment, micro-units
 */
public record Standing(
    Sector sector,
    Optional<Posted> lastChange,
    Optional<SectorAssessment> assessment,
    long dayBefore) {
  private static final Duration FRESH = Duration.ofDays(7);

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

  Trend trend() {
    return Trend.of(dayBefore, score());
  }

  /** How well it is being seen; a sector that nothing has borne on is seen by nobody. */
  public Coverage coverage() {
    return assessment.map(SectorAssessment::getCoverage).orElse(Coverage.BLIND);
  }

  /** When the newest report of its evidence became known. */
  Optional<Instant> lastReport() {
    return assessment.stream()
        .flatMap(latest -> latest.getContributions().stream())
        .flatMap(contribution -> contribution.getReports().stream())
        .map(CitedReport::getKnownAt)
        .max(Instant::compareTo);
  }

  /** Whether a level above the lowest rests on old reports alone. */
  boolean isStale(Optional<Instant> now) {
    return level() != ThreatLevel.LOW
        && now.isPresent()
        && lastReport().filter(last -> last.isAfter(now.get().minus(FRESH))).isEmpty();
  }

  /** The score of the latest assessment, micro-units; 0 while there is none. */
  public long score() {
    return assessment.map(SectorAssessment::getScore).orElse(0L);
  }
}
