package oxus.ingest.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a feed is asked again. */
public final class FeedSchedule {
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;

  private FeedSchedule() {}

  /**
   * The time of the next poll: after the feed's interval, after twice as long for each failure in a
   * row, and not before the server allows.
   */
  public static Instant next(
      Instant now, Duration every, int failures, Optional<Instant> notBefore) {
    Duration wait = every.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration longest = every.compareTo(LONGEST) > 0 ? every : LONGEST;
    Instant next = now.plus(wait.compareTo(longest) > 0 ? longest : wait);
    Instant latest = now.plus(LONGEST_ASKED_FOR);
    return notBefore
        .map(asked -> asked.isAfter(latest) ? latest : asked)
        .filter(next::isBefore)
        .orElse(next);
  }

  /** What a {@code Retry-After} header asks for: seconds or a date. */
  public static Optional<Instant> retryAfter(Optional<String> header, Instant now) {
    String text = header.map(String::strip).orElse("");
    return text.matches("\\d{1,9}")
        ? Optional.of(now.plusSeconds(Long.parseLong(text)))
        : FeedDates.parse(text).map(time -> time.at());
  }
}
