package oxus.alerts.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that webhook and receiver share: signs messages as Standard Webhooks prescribes. */
public final class SigningSecret {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final SecretKeySpec key;

  private SigningSecret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Reads {@code whsec_} and 24 to 64 bytes in Base64; empty when it is not that. */
  public static Optional<SigningSecret> parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return key.length < SHORTEST || key.length > LONGEST
          ? Optional.empty()
          : Optional.of(new SigningSecret(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The signature of a message: {@code v1,} and the HMAC over id, time and body. */
  public String sign(String id, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, e);
    }
  }

  /** Says nothing: secrets must not reach a log. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
