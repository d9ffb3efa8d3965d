package oxus.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oxus.standalone.backtest.Facts.Bearing;
import oxus.standalone.backtest.Milestone.Direction;

/**
 * Whether a rise was called for.
 *
 * @param because the milestone or the later fact that justifies it; empty when nothing does
 */
public record RiseScore(String sector, Move rise, Optional<String> because) {
  /** How long a warning may wait for what it warned of. */
  static final Duration AHEAD = Duration.ofDays(7);

  static RiseScore of(String sector, Move rise, List<Milestone> milestones, Facts facts) {
    Stream<String> told =
        milestones.stream()
            .filter(milestone -> milestone.direction() == Direction.UP)
            .filter(milestone -> milestone.sectors().contains(sector))
            .filter(milestone -> isTold(milestone, rise.at()))
            .map(milestone -> "milestone " + milestone.number() + ", " + milestone.what());
    Stream<String> later =
        facts.of(sector).stream()
            .filter(report -> isLaterHarm(report, rise.at()))
            .map(report -> Names.lower(report.report().getType()) + ", " + report.report().getId());
    return new RiseScore(sector, rise, Stream.concat(told, later).findFirst());
  }

  /** From a week before the milestone to the day after it. */
  private static boolean isTold(Milestone milestone, Instant rise) {
    return !rise.isBefore(milestone.from().minus(AHEAD))
        && !rise.isAfter(milestone.known().plus(MilestoneScore.DAY));
  }

  /**
   * Something happened in the sector on a later day than the rise: another report of what raised
   * the level is no later fact.
   */
  private static boolean isLaterHarm(Bearing report, Instant rise) {
    return report.isHarm()
        && report.report().getOccurredFrom().isAfter(Facts.day(rise))
        && !report.known().isAfter(rise.plus(AHEAD));
  }
}
