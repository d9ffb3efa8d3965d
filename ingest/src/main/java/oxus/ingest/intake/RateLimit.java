package oxus.ingest.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many articles each sender may push. A sender takes what it likes at once, and then waits
 * until that is paid off at the rate; so a batch of any size passes in the end.
 */
public final class RateLimit {
  private static final int SENDERS = 10_000;

  private final long each;

  /** When all that a sender took is paid off. */
  private final Map<String, Instant> paidOff = new LinkedHashMap<>();

  /**
   * @param perSecond articles a second; a sender may be two seconds ahead
   */
  public RateLimit(int perSecond) {
    if (perSecond < 1) {
      throw new IllegalArgumentException(
          "the rate is " + perSecond + " articles a second; it must be 1 or more");
    }
    this.each = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Takes so many now, and returns zero; or takes none, and returns how long to wait. */
  public synchronized Duration take(String sender, int articles, Instant now) {
    Instant before = paidOff.getOrDefault(sender, now);
    Instant from = before.isBefore(now) ? now : before;
    Duration ahead = Duration.between(now, from);
    if (ahead.compareTo(Duration.ofSeconds(2)) > 0) {
      return ahead.minusSeconds(2);
    }
    paidOff.remove(sender);
    paidOff.put(sender, from.plusNanos(each * articles));
    if (paidOff.size() > SENDERS) {
      paidOff.remove(paidOff.keySet().iterator().next());
    }
    return Duration.ZERO;
  }
}
