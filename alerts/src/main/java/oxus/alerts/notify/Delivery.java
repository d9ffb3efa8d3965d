package oxus.alerts.notify;

import java.time.Instant;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;

/**
 * A message that is not delivered yet.
 *
 * @param attempts begun so far
 * @param refusals how often the receiver refused the message itself
 * @param nextAt it is not tried before
 */
public record Delivery(
    Content content,
    Instant queuedAt,
    int attempts,
    int refusals,
    Instant nextAt,
    boolean underWay) {

  /** Which message it is; nothing of this changes from attempt to attempt. */
  public record Content(
      String subscription, String messageId, long changeOffset, String changeId, String sector) {
    static Content of(DeliveryAttempt entry) {
      return new Content(
          entry.getSubscription(),
          entry.getMessageId(),
          entry.getChangeOffset(),
          entry.getChangeId(),
          entry.getSector());
    }
  }

  static Delivery queued(DeliveryAttempt entry) {
    return new Delivery(Content.of(entry), entry.getAt(), 0, 0, entry.getAt(), false);
  }

  public boolean isHeartbeat() {
    return content.changeOffset() < 0;
  }

  /** The same, under way. */
  public Delivery begun(int attempt) {
    return new Delivery(content, queuedAt, attempt, refusals, nextAt, true);
  }

  Delivery again(Instant next, boolean refused) {
    return new Delivery(content, queuedAt, attempts, refusals + (refused ? 1 : 0), next, false);
  }

  /** Tried at once, and for as long as if it were new. */
  Delivery redriven(Instant at) {
    return new Delivery(content, at, attempts, 0, at, underWay);
  }

  Delivery released(Instant at) {
    return nextAt.isAfter(at)
        ? new Delivery(content, queuedAt, attempts, refusals, at, underWay)
        : this;
  }

  /** A ledger entry about this message. */
  DeliveryAttempt.Builder entry(DeliveryStep step, Instant at) {
    return DeliveryAttempt.newBuilder()
        .setSubscription(content.subscription())
        .setMessageId(content.messageId())
        .setStep(step)
        .setAt(at)
        .setAttempt(attempts)
        .setChangeOffset(content.changeOffset())
        .setChangeId(content.changeId())
        .setSector(content.sector());
  }
}
