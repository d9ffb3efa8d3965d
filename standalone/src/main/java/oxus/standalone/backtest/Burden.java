package oxus.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import oxus.standalone.backtest.Facts.Bearing;

/**
 * What the changes ask of those who watch.
 *
 * @param changes all of them
 * @param worstWeek the most changes of one sector in any seven days
 * @param worstHour the most changes of all sectors in any hour
 * @param chatter pairs of changes of one sector, there and back within six hours without a report
 *     between
 */
public record Burden(int changes, int worstWeek, int worstHour, int chatter) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration CHATTER = Duration.ofHours(6);

  static Burden of(LevelRun run, Facts facts) {
    List<Instant> all =
        run.histories().stream()
            .flatMap(history -> history.moves().stream())
            .map(Move::at)
            .sorted()
            .toList();
    return new Burden(
        all.size(),
        run.histories().stream()
            .mapToInt(history -> most(times(history), MilestoneScore.WEEK))
            .max()
            .orElse(0),
        most(all, HOUR),
        run.histories().stream().mapToInt(history -> chatter(history, facts)).sum());
  }

  private static List<Instant> times(LevelHistory history) {
    return history.moves().stream().map(Move::at).toList();
  }

  /** The most times in any stretch of this length, its end not included. */
  private static int most(List<Instant> times, Duration length) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (!times.get(last).isBefore(times.get(first).plus(length))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static int chatter(LevelHistory history, Facts facts) {
    List<Bearing> reports = facts.of(history.sector());
    int pairs = 0;
    for (int i = 1; i < history.moves().size(); i++) {
      Move there = history.moves().get(i - 1);
      Move back = history.moves().get(i);
      boolean isSoon = !back.at().isAfter(there.at().plus(CHATTER));
      if (there.isRise() == back.isFall() && isSoon && !isNews(reports, there.at(), back.at())) {
        pairs++;
      }
    }
    return pairs;
  }

  private static boolean isNews(List<Bearing> reports, Instant after, Instant upTo) {
    return reports.stream()
        .anyMatch(report -> report.known().isAfter(after) && !report.known().isAfter(upTo));
  }
}
