package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SigningProperties {
  private static final Messages MESSAGES = new Messages("", false, "");

  @Property(tries = 200)
  void eitherOfTwoSecretsVerifies(
      @ForAll("secrets") String first, @ForAll("secrets") String second, @ForAll String body) {
    Map<String, String> headers = headers("id", body, first, second);

    assertThat(accepts(first, headers, body)).isTrue();
    assertThat(accepts(second, headers, body)).isTrue();
  }

  @Property(tries = 200)
  void aChangedByteFails(
      @ForAll("secrets") String secret,
      @ForAll @StringLength(min = 1) String body,
      @ForAll int place,
      @ForAll @IntRange(min = 1, max = 255) int flip) {
    Map<String, String> headers = headers("id", body, secret);
    byte[] changed = body.getBytes(StandardCharsets.UTF_8);
    changed[Math.floorMod(place, changed.length)] ^= (byte) flip;

    assertThat(Verifier.accepts(secret, headers, changed, NOON)).isFalse();
  }

  @Property(tries = 100)
  void aChangedIdOrTimeOrSecretFails(
      @ForAll("secrets") String secret,
      @ForAll("secrets") String other,
      @ForAll @IntRange(min = 1, max = 299) int seconds) {
    Map<String, String> headers = headers("TJ-AF/PANJ#3@ops", "{}", secret);
    Map<String, String> renamed = new TreeMap<>(headers);
    renamed.put("webhook-id", "TJ-AF/PANJ#4@ops");
    Map<String, String> moved = new TreeMap<>(headers);
    moved.put("webhook-timestamp", Long.toString(NOON.getEpochSecond() - seconds));

    assertThat(accepts(secret, headers, "{}")).isTrue();
    assertThat(accepts(secret, renamed, "{}")).isFalse();
    assertThat(accepts(secret, moved, "{}")).isFalse();
    assertThat(accepts(other, headers, "{}")).isEqualTo(other.equals(secret));
  }

  @Property(tries = 100)
  void anOldMessageFails(@ForAll @IntRange(min = -900, max = 900) int seconds) {
    String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    Instant now = NOON.plus(Duration.ofSeconds(seconds));
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(Verifier.accepts(secret, headers("id", "{}", secret), body, now))
        .isEqualTo(Math.abs(seconds) <= 300);
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMinSize(24)
        .ofMaxSize(64)
        .map(key -> "whsec_" + Base64.getEncoder().encodeToString(key));
  }

  private static Map<String, String> headers(String id, String body, String... secrets) {
    Subscription.Endpoint endpoint =
        new Subscription.Endpoint(
            "https://receiver.example/",
            List.of(secrets).stream()
                .map(secret -> SigningSecret.parse(secret).orElseThrow())
                .toList());
    Subscription subscription =
        new Subscription(
            "ops", endpoint, ChangeFilter.ALL, Optional.empty(), Optional.empty(), false);
    return MESSAGES.headers(subscription, id, NOON, body);
  }

  private static boolean accepts(String secret, Map<String, String> headers, String body) {
    return Verifier.accepts(secret, headers, body.getBytes(StandardCharsets.UTF_8), NOON);
  }
}
