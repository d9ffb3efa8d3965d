package oxus.ingest.collect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many articles came in each of the last hours.
 *
 * @param articles by the beginning of the hour, oldest first; hours without any are left out
 */
public record FeedHours(Map<Instant, Integer> articles) {
  /** Two days: yesterday's same hour can be seen beside today's. */
  private static final int KEPT = 48;

  public FeedHours {
    articles = Collections.unmodifiableMap(new TreeMap<>(articles));
  }

  public static FeedHours none() {
    return new FeedHours(Map.of());
  }

  public FeedHours plus(Instant at, int count) {
    Instant hour = at.truncatedTo(ChronoUnit.HOURS);
    TreeMap<Instant, Integer> more = new TreeMap<>(articles);
    if (count > 0) {
      more.merge(hour, count, Integer::sum);
    }
    more.headMap(hour.minus(KEPT - 1, ChronoUnit.HOURS)).clear();
    return new FeedHours(more);
  }
}
