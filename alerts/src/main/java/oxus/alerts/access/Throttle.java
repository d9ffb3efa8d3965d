package oxus.alerts.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever tries keys: an address has a few attempts, and gets them back one by one. Keys
 * are too long to be guessed; this keeps the guessing from costing anything.
 */
public final class Throttle {
  private static final int ATTEMPTS = 10;
  private static final Duration EACH = Duration.ofSeconds(6);
  private static final int ADDRESSES = 10_000;

  /** When all attempts will be back. */
  private final Map<String, Instant> full = new LinkedHashMap<>();

  /** Whether the address has used its attempts up. */
  public synchronized boolean isClosed(String address, Instant now) {
    Instant at = full.getOrDefault(address, now);
    return at.isAfter(now.plus(EACH.multipliedBy(ATTEMPTS - 1L)));
  }

  /** Counts a bad key. */
  public synchronized void bad(String address, Instant now) {
    Instant before = full.remove(address);
    Instant from = before == null || before.isBefore(now) ? now : before;
    Instant most = now.plus(EACH.multipliedBy(ATTEMPTS));
    Instant after = from.plus(EACH);
    full.put(address, after.isAfter(most) ? most : after);
    if (full.size() > ADDRESSES) {
      full.remove(full.keySet().iterator().next());
    }
  }

  /** How long until the next attempt, in whole seconds. */
  public static long retryAfter() {
    return EACH.toSeconds();
  }
}
