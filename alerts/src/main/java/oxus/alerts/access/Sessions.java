package oxus.alerts.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Browsers that are signed in, in memory only: a restart signs everyone out. */
public final class Sessions {
  /** A shift, and what it takes to hand it over. */
  public static final Duration LENGTH = Duration.ofHours(13);

  private static final int MOST = 1_000;

  private record Session(Identity identity, Instant until) {}

  private final Map<String, Session> byHash = new LinkedHashMap<>();

  /** Remembers the hash only: a dump of the memory opens no door. */
  public synchronized void open(String token, Identity identity, Instant now) {
    byHash.values().removeIf(session -> !now.isBefore(session.until()));
    if (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    byHash.put(Keys.hash(token), new Session(identity, now.plus(LENGTH)));
  }

  public synchronized Optional<Identity> find(String token, Instant now) {
    return Optional.ofNullable(byHash.get(Keys.hash(token)))
        .filter(session -> now.isBefore(session.until()))
        .map(Session::identity);
  }

  public synchronized void close(String token) {
    byHash.remove(Keys.hash(token));
  }
}
