package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {
  private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** The example of the specification; computed anew with the command line of OpenSSL. */
  @Test
  void signsAsTheSpecificationDoes() {
    String signature =
        SigningSecret.parse(TEXT)
            .orElseThrow()
            .sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_c2hvcnQ=",
        "whsec_not base64 at all, and long enough"
      })
  void knowsWhatIsNoSecret(String text) {
    assertThat(SigningSecret.parse(text)).isEmpty();
  }

  @Test
  void keepsItsKeyOutOfLogs() {
    assertThat(SigningSecret.parse(TEXT).orElseThrow().toString()).isEqualTo("whsec_…");
  }
}
