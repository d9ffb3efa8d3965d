package oxus.schemas.outbound;

import java.time.Duration;

/**
 * How much one request may take, before anybody looks at what it brings.
 *
 * @param packedBytes of the body as sent
 * @param unpackedBytes of the body as read
 * @param ratio how many times larger the unpacked body may be, once it is over 64 KiB
 * @param redirects that are followed; 0: the answer that redirects is the answer
 * @param total for all hops, from the first look-up to the last byte
 */
public record Limits(int packedBytes, int unpackedBytes, int ratio, int redirects, Duration total) {

  /** For pages and feeds. */
  public static final Limits PAGE =
      new Limits(4_000_000, 8_000_000, 100, 5, Duration.ofSeconds(30));

  /** For webhooks: the answer hardly matters, and nothing is followed. */
  public static final Limits HOOK = new Limits(65_536, 65_536, 100, 0, Duration.ofSeconds(10));

  public Limits {
    if (packedBytes < 1 || unpackedBytes < 1 || ratio < 1 || redirects < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (total.isZero() || total.isNegative()) {
      throw new IllegalArgumentException("the time limit must be positive");
    }
  }
}
