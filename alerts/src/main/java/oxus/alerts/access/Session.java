package oxus.alerts.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One browser that is signed in.
 *
 * @param hash of the token that only the browser holds
 * @param opener what let it in: the hash of a key, or a word for the printed link or the identity
 *     provider; when that no longer opens, neither does the session
 * @param until when it ends by itself
 */
public record Session(String hash, Identity identity, String opener, Instant until) {
  private static final String BETWEEN = " | ";
  private static final int PARTS = 6;

  /** As the file of sessions has it. */
  public String line() {
    String scopes =
        identity.scopes().stream().sorted().map(Permission::word).collect(Collectors.joining(","));
    return String.join(
        BETWEEN, hash, until.toString(), opener, identity.name(), identity.role().word(), scopes);
  }

  /** Empty for what no line of ours is: whoever it was signs in again. */
  public static Optional<Session> parse(String line) {
    String[] parts = line.split(Pattern.quote(BETWEEN), -1);
    if (parts.length != PARTS || !parts[0].matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      Instant until = Instant.parse(parts[1]);
      return Role.of(parts[4])
          .map(role -> new Identity(parts[3], role, Keys.scopes(List.of(parts[5].split(",", -1)))))
          .map(identity -> new Session(parts[0], identity, parts[2], until));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
