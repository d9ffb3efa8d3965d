package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.Outcome;
import oxus.schemas.Reliability;

/**
 * How one source is doing.
 *
 * @param reliability empty until it has sent a report
 * @param silence since it was last seen, by the newest time known
 * @param lag from publication to knowledge, of the latest
 * @param hours articles in each of the last 24 hours, oldest first; empty before the first tick
 */
record SourceHealth(
    String source,
    String name,
    Optional<Reliability> reliability,
    Optional<Instant> lastSeen,
    Optional<Duration> silence,
    Duration lag,
    long articles,
    long reports,
    Map<Outcome, Long> outcomes,
    List<Integer> hours) {
  private static final String SIGNS = "·▁▂▃▄▅▆▇█";
  private static final Duration QUIET = Duration.ofDays(7);
  private static final Duration SILENT = Duration.ofDays(30);

  SourceHealth {
    hours = List.copyOf(hours);
    outcomes = outcomes.isEmpty() ? Map.of() : new EnumMap<>(outcomes);
  }

  long outcome(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Each of the last hours as a sign: the higher, the more articles came in it. */
  String skyline() {
    int most = hours.stream().mapToInt(Integer::intValue).max().orElse(0);
    StringBuilder skyline = new StringBuilder();
    for (int count : hours) {
      int height = count == 0 ? 0 : 1 + (SIGNS.length() - 2) * (count - 1) / Math.max(1, most - 1);
      skyline.append(SIGNS.charAt(Math.min(height, SIGNS.length() - 1)));
    }
    return skyline.toString();
  }

  int today() {
    return hours.stream().mapToInt(Integer::intValue).sum();
  }

  /** A count that is about articles: where there are none it says nothing, and zero would. */
  String ofArticles(long count) {
    return articles == 0 && outcomes.isEmpty() ? "–" : Long.toString(count);
  }

  /** In a word: fresh within a week, quiet within a month, silent beyond. */
  String state() {
    if (silence.isEmpty() || silence.get().compareTo(SILENT) > 0) {
      return "silent";
    }
    return silence.get().compareTo(QUIET) > 0 ? "quiet" : "fresh";
  }
}
