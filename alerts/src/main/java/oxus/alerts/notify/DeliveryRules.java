package oxus.alerts.notify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * When a message is tried again, and when an endpoint is left alone.
 *
 * @param first the longest wait after the first failure; it doubles with each further one
 * @param longest no wait is longer, unless the receiver asks for it
 * @param failures that many in a row and the endpoint is left alone: the breaker is open
 * @param rest the longest first rest of an endpoint; it doubles with each further failure
 * @param giveUp after that time a message is left to be redriven by hand
 * @param refusals a receiver that refuses the message itself is asked no more than that often
 * @param width messages under way to one endpoint at once
 */
public record DeliveryRules(
    Duration first,
    Duration longest,
    int failures,
    Duration rest,
    Duration giveUp,
    int refusals,
    int width) {

  public static final DeliveryRules USUAL =
      new DeliveryRules(
          Duration.ofSeconds(2),
          Duration.ofMinutes(15),
          5,
          Duration.ofSeconds(30),
          Duration.ofDays(3),
          5,
          4);

  /** The wait after an attempt that failed: half of it is fixed, half hangs on the id. */
  public Duration waitAfter(String messageId, int attempt) {
    return spread(doubled(first, attempt - 1), messageId + "#" + attempt);
  }

  /** How long an endpoint is left alone after so many failures in a row. */
  public Duration restAfter(String subscription, int failed) {
    return failed < failures
        ? Duration.ZERO
        : spread(doubled(rest, failed - failures), subscription + "#" + failed);
  }

  private Duration doubled(Duration start, int times) {
    Duration doubled = start;
    for (int time = 0; time < times && doubled.compareTo(longest) < 0; time++) {
      doubled = doubled.multipliedBy(2);
    }
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** Receivers that failed together are not asked again together. */
  private static Duration spread(Duration full, String seed) {
    long half = full.toMillis() / 2;
    return Duration.ofMillis(half + Math.floorMod(hash(seed), half + 1));
  }

  private static long hash(String seed) {
    try {
      byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
