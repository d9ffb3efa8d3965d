package oxus.alerts.notify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * What came back from an attempt.
 *
 * @param status HTTP status; 0: no answer came
 * @param reason code, as the ledger tells it
 * @param retryAfter the header of that name, as it came
 */
public record Answer(int status, String reason, Optional<String> retryAfter) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** These say that the message, not the endpoint, is the trouble. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

  /** The change cannot be read back from its topic. */
  public static final Answer UNREADABLE = none("unreadable");

  static final String OK = "ok";
  static final String GONE = "gone";
  static final String REFUSED = "refused";
  static final String THROTTLED = "throttled";
  static final String INTERRUPTED = "interrupted";

  /** An answer with a status. */
  public static Answer of(int status, Optional<String> retryAfter) {
    return new Answer(status, reason(status, retryAfter), retryAfter);
  }

  /** No answer. */
  public static Answer none(String reason) {
    return new Answer(0, reason, Optional.empty());
  }

  private static String reason(int status, Optional<String> retryAfter) {
    if (status >= 200 && status < 300) {
      return OK;
    }
    if (status >= 300 && status < 400) {
      return "redirect";
    }
    if (status == 410) {
      return GONE;
    }
    if (REFUSALS.contains(status)) {
      return REFUSED;
    }
    return status == 429 || retryAfter.isPresent() ? THROTTLED : "status";
  }

  /** When the receiver wants to be asked again: seconds, or a date; a day ahead at most. */
  Optional<Instant> notBefore(Instant now) {
    Instant latest = now.plus(LONGEST);
    return retryAfter
        .map(String::strip)
        .flatMap(text -> text.matches("\\d{1,9}") ? seconds(text, now) : date(text))
        .map(asked -> asked.isAfter(latest) ? latest : asked);
  }

  private static Optional<Instant> seconds(String text, Instant now) {
    return Optional.of(now.plusSeconds(Long.parseLong(text)));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
