package oxus.alerts.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver does before it believes a message; written from the specification, sharing no
 * code with the signing. docs/webhooks.md shows it.
 */
public final class Verifier {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Verifier() {}

  public static boolean accepts(
      String secret, Map<String, String> headers, byte[] body, Instant now) {
    String id = headers.getOrDefault("webhook-id", "");
    String time = headers.getOrDefault("webhook-timestamp", "");
    if (!time.matches("[0-9]{1,11}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      return false;
    }
    byte[] expected = hmac(secret, id + "." + time + ".", body);
    for (String signature : headers.getOrDefault("webhook-signature", "").split(" ", -1)) {
      if (signature.startsWith("v1,")
          && MessageDigest.isEqual(
              expected, signature.substring(3).getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] hmac(String secret, String start, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(start.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
