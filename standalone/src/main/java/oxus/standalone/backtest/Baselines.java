package oxus.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.schemas.ThreatLevel;
import oxus.standalone.backtest.Facts.Bearing;

/**
 * What a policy must beat: one who always cries wolf, and one who counts headlines. Neither weighs
 * anything.
 */
public record Baselines(Facts facts) {
  private static final Duration WINDOW = Duration.ofDays(7);

  /** CRITICAL everywhere, from before the first report. */
  public LevelRun alwaysHigh() {
    Instant before = Facts.startOf(facts.first().minusDays(1));
    Move rise = new Move(before, ThreatLevel.LOW, ThreatLevel.CRITICAL);
    return new LevelRun(
        "always high",
        "every sector CRITICAL, from the day before the first report on",
        facts.sectors().stream().map(sector -> new LevelHistory(sector, List.of(rise))).toList());
  }

  /**
   * The level by the number of reports on the sector or its border in the last seven days. Its
   * thresholds are fitted, with hindsight, to spend as many sector-days at each level as {@code
   * model} does, so that it is no worse for standing too high or too low.
   */
  public LevelRun byCount(LevelRun model) {
    SectorDays days = SectorDays.of(model, facts);
    Map<ThreatLevel, Integer> thresholds = new TreeMap<>();
    int least = 1;
    for (ThreatLevel level : ThreatLevel.values()) {
      if (level != ThreatLevel.LOW) {
        int threshold = fitted(level, days.from(level), least);
        thresholds.put(level, threshold);
        least = threshold + 1;
      }
    }
    return new LevelRun(
        "reports in 7 days",
        "level by the number of reports on the sector or its border in the last seven days: "
            + thresholds,
        histories(thresholds));
  }

  private int fitted(ThreatLevel level, int wanted, int least) {
    int best = least;
    int smallest = Integer.MAX_VALUE;
    for (int threshold = least; threshold <= Math.max(least, mostReports()); threshold++) {
      LevelRun run = new LevelRun("", "", histories(Map.of(level, threshold)));
      int distance = Math.abs(SectorDays.of(run, facts).from(level) - wanted);
      if (distance < smallest) {
        smallest = distance;
        best = threshold;
      }
    }
    return best;
  }

  private int mostReports() {
    return facts.sectors().stream()
        .flatMap(sector -> counts(sector).values().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private List<LevelHistory> histories(Map<ThreatLevel, Integer> thresholds) {
    return facts.sectors().stream()
        .map(sector -> new LevelHistory(sector, moves(counts(sector), thresholds)))
        .toList();
  }

  private static List<Move> moves(
      Map<Instant, Integer> counts, Map<ThreatLevel, Integer> thresholds) {
    List<Move> moves = new ArrayList<>();
    ThreatLevel level = ThreatLevel.LOW;
    for (Map.Entry<Instant, Integer> count : counts.entrySet()) {
      ThreatLevel next = level(count.getValue(), thresholds);
      if (next != level) {
        moves.add(new Move(count.getKey(), level, next));
        level = next;
      }
    }
    return moves;
  }

  private static ThreatLevel level(int count, Map<ThreatLevel, Integer> thresholds) {
    ThreatLevel level = ThreatLevel.LOW;
    for (Map.Entry<ThreatLevel, Integer> threshold : thresholds.entrySet()) {
      if (count >= threshold.getValue()) {
        level = threshold.getKey();
      }
    }
    return level;
  }

  /** The number of reports from each time on at which it changes. */
  private Map<Instant, Integer> counts(String sector) {
    TreeMap<Instant, Integer> steps = new TreeMap<>();
    for (Bearing report : facts.of(sector)) {
      if (report.isNear()) {
        steps.merge(report.known(), 1, Integer::sum);
        steps.merge(report.known().plus(WINDOW), -1, Integer::sum);
      }
    }
    Instant end = Facts.startOf(facts.last().plusDays(1));
    TreeMap<Instant, Integer> counts = new TreeMap<>();
    int count = 0;
    for (Map.Entry<Instant, Integer> step : steps.headMap(end).entrySet()) {
      count += step.getValue();
      counts.put(step.getKey(), count);
    }
    return counts;
  }
}
