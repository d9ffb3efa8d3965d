package oxus.alerts.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * People who are at the identity provider to sign in: what must come back with them, and to which
 * browser. In memory only.
 */
public final class SignIns {
  /** Long enough to find the second factor. */
  public static final Duration LENGTH = Duration.ofMinutes(10);

  private static final int MOST = 1_000;

  /**
   * One that is under way.
   *
   * @param browser hash of what only the browser that began it holds
   * @param nonce that the token must carry (OpenID Connect Core 1.0, 3.1.2.1)
   * @param verifier that proves to the provider who asked (RFC 7636)
   * @param back the page to go to afterwards
   */
  public record SignIn(String browser, String nonce, String verifier, Optional<String> back) {}

  private record Begun(SignIn signIn, Instant until) {}

  private final Map<String, Begun> byState = new LinkedHashMap<>();

  public synchronized void begin(String state, SignIn signIn, Instant now) {
    byState.values().removeIf(begun -> !now.isBefore(begun.until()));
    if (byState.size() >= MOST) {
      byState.remove(byState.keySet().iterator().next());
    }
    byState.put(state, new Begun(signIn, now.plus(LENGTH)));
  }

  /**
   * Ends one, so that the same answer of the provider opens only once.
   *
   * @param browser what the browser holds that brings the answer
   */
  public synchronized Optional<SignIn> end(String state, String browser, Instant now) {
    return Optional.ofNullable(byState.remove(state))
        .filter(begun -> now.isBefore(begun.until()))
        .map(Begun::signIn)
        .filter(signIn -> signIn.browser().equals(Keys.hash(browser)));
  }
}
