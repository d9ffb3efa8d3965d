package oxus.standalone.junit;

import java.util.Optional;

/**
 * One check in a report for build servers.
 *
 * @param failure empty: it holds
 */
public record JunitCase(String name, Optional<Failure> failure) {

  /**
   * How it failed.
   *
   * @param message in one line
   * @param text the details
   */
  public record Failure(String message, String text) {}

  /** A check that holds. */
  public static JunitCase held(String name) {
    return new JunitCase(name, Optional.empty());
  }

  /** A check that does not hold. */
  public static JunitCase failed(String name, String message, String text) {
    return new JunitCase(name, Optional.of(new Failure(message, text)));
  }
}
