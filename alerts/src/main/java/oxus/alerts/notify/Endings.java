package oxus.alerts.notify;

import java.time.Instant;
import java.util.Optional;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;

/** Decides how an attempt ends: delivered, to be tried again, given up, or the subscription off. */
public final class Endings {
  private final DeliveryRules rules;

  public Endings(DeliveryRules rules) {
    this.rules = rules;
  }

  /** The ledger entry that ends an attempt. */
  public DeliveryAttempt of(Delivery delivery, Answer answer, Instant now) {
    if (answer.reason().equals(Answer.OK)) {
      return entry(delivery, DeliveryStep.DELIVERED, answer, now).build();
    }
    if (answer.reason().equals(Answer.GONE)) {
      return entry(delivery, DeliveryStep.DISABLED, answer, now).build();
    }
    if (delivery.isHeartbeat() || isHopeless(delivery, answer, now)) {
      return entry(delivery, DeliveryStep.GIVEN_UP, answer, now).build();
    }
    Instant next = now.plus(rules.waitAfter(delivery.content().messageId(), delivery.attempts()));
    Instant later = answer.notBefore(now).filter(asked -> asked.isAfter(next)).orElse(next);
    return entry(delivery, DeliveryStep.FAILED, answer, now).setNextAt(later).build();
  }

  /** The ledger entry for an attempt whose end nobody saw: Oxus was stopped in its middle. */
  static DeliveryAttempt interrupted(Delivery delivery, Instant now) {
    Answer answer = new Answer(0, Answer.INTERRUPTED, Optional.empty());
    return entry(delivery, DeliveryStep.INTERRUPTED, answer, now).build();
  }

  private boolean isHopeless(Delivery delivery, Answer answer, Instant now) {
    if (answer.equals(Answer.UNREADABLE)) {
      return true;
    }
    boolean refused =
        answer.reason().equals(Answer.REFUSED) && delivery.refusals() + 1 >= rules.refusals();
    return refused || !now.isBefore(delivery.queuedAt().plus(rules.giveUp()));
  }

  private static DeliveryAttempt.Builder entry(
      Delivery delivery, DeliveryStep step, Answer answer, Instant now) {
    return delivery.entry(step, now).setStatus(answer.status()).setReason(answer.reason());
  }
}
