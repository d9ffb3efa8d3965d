package oxus.alerts.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An order with who gave it, when and why.
 *
 * @param id given by the client, so that it may send the request again without doing it twice
 * @param at knowledge time
 * @param recordedAt the clock
 */
public record Request(
    String id,
    String actor,
    String role,
    Instant at,
    Instant recordedAt,
    String reason,
    Order order) {

  /** To the millisecond, as records keep it: a hash must come out the same when they are read. */
  public Request {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
