package oxus.alerts.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ThreatLevelChange;

/**
 * A receiver of webhooks, as the subscriptions file describes it.
 *
 * @param name stays the same for as long as it is the same subscription: the ledger knows it by it
 * @param endpoint where messages go
 * @param filter which changes it gets
 * @param template the form of a message; empty: the whole change as a CloudEvent
 * @param heartbeat how often it hears that all is well; empty: never
 * @param history whether it also gets what was in the log before it subscribed
 */
public record Subscription(
    String name,
    Endpoint endpoint,
    ChangeFilter filter,
    Optional<Template> template,
    Optional<Duration> heartbeat,
    boolean history) {

  /**
   * Where messages go, and what they are signed with.
   *
   * @param secrets each signs, so that one can be replaced while the other still counts
   */
  public record Endpoint(String url, List<SigningSecret> secrets) {
    public Endpoint {
      secrets = List.copyOf(secrets);
    }

    /** Says nothing: the URL of a chat's webhook is a secret. */
    @Override
    public String toString() {
      return "endpoint";
    }
  }

  boolean wants(ThreatLevelChange change) {
    return filter.accepts(change);
  }
}
