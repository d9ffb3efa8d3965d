package oxus.alerts.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Browsers that are signed in, known by the hashes of their tokens. */
public final class Sessions {
  /** A shift, and what it takes to hand it over. */
  public static final Duration LENGTH = Duration.ofHours(13);

  private static final int MOST = 1_000;

  private final Map<String, Session> byHash = new LinkedHashMap<>();

  /** Remembers the hash only: a dump of the memory opens no door. */
  public synchronized void open(String token, Identity identity, String opener, Instant now) {
    byHash.values().removeIf(session -> !now.isBefore(session.until()));
    if (byHash.size() >= MOST) {
      byHash.remove(byHash.keySet().iterator().next());
    }
    Session session = new Session(Keys.hash(token), identity, opener, now.plus(LENGTH));
    byHash.put(session.hash(), session);
  }

  /** Takes up those of before; none may last longer than one that begins now. */
  public synchronized void restore(Collection<Session> before, Instant now) {
    for (Session session : before) {
      if (now.isBefore(session.until()) && !session.until().isAfter(now.plus(LENGTH))) {
        byHash.put(session.hash(), session);
      }
    }
  }

  public synchronized Optional<Identity> find(String token, Instant now) {
    return Optional.ofNullable(byHash.get(Keys.hash(token)))
        .filter(session -> now.isBefore(session.until()))
        .map(Session::identity);
  }

  /** Whether there was one to end. */
  public synchronized boolean close(String token) {
    return byHash.remove(Keys.hash(token)) != null;
  }

  /** Those that are open, the oldest first. */
  public synchronized List<Session> open(Instant now) {
    return byHash.values().stream().filter(session -> now.isBefore(session.until())).toList();
  }
}
