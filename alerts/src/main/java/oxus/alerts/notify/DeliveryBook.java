package oxus.alerts.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.ThreatLevelChange;

/**
 * The state of all deliveries: a fold over the ledger, and nothing but. It says what has to be
 * written next; what is not written has not happened.
 */
public final class DeliveryBook {
  private final String prefix;
  private final DeliveryRules rules;
  private final Map<String, Outbox> outboxes = new TreeMap<>();

  /**
   * A book without entries.
   *
   * @param prefix of the topics; it is part of each message's id, so that no exercise can be taken
   *     for the real thing
   */
  public DeliveryBook(String prefix, DeliveryRules rules) {
    this.prefix = prefix;
    this.rules = rules;
  }

  /** Takes in the next entry of the ledger. */
  public void apply(DeliveryAttempt entry) {
    outbox(entry.getSubscription()).apply(entry);
  }

  /** The state of each subscription that the ledger knows, by name. */
  public Map<String, Outbox> outboxes() {
    return Collections.unmodifiableMap(outboxes);
  }

  /** The state of a subscription. */
  public Outbox outbox(Subscription subscription) {
    return outbox(subscription.name());
  }

  private Outbox outbox(String subscription) {
    return outboxes.computeIfAbsent(subscription, name -> new Outbox(rules));
  }

  /**
   * What to write when this process takes the deliveries over: an end for every attempt whose end
   * nobody saw, and a beginning for every new subscription.
   *
   * @param examined offset of the first change that no process has looked at
   * @param end offset that the next change will have
   */
  public List<DeliveryAttempt> takeOver(
      Subscriptions subscriptions, long examined, long end, Instant now) {
    List<DeliveryAttempt> entries = new ArrayList<>();
    for (Outbox outbox : outboxes.values()) {
      outbox.underWay().forEach(delivery -> entries.add(Endings.interrupted(delivery, now)));
    }
    for (Subscription subscription : subscriptions.all()) {
      boolean known = outbox(subscription).isKnown();
      long first = known ? examined : subscription.history() ? 0 : end;
      // what it did not want then, it does not get now, whatever its filter says by now
      if (!known || (isNewHistory(subscriptions) && first > 0)) {
        entries.add(subscribed(subscription.name(), first, now));
      }
    }
    return entries;
  }

  /** Whether a new subscription wants what was in the log before. */
  public boolean isNewHistory(Subscriptions subscriptions) {
    return subscriptions.all().stream()
        .anyMatch(subscription -> subscription.history() && !outbox(subscription).isKnown());
  }

  private static DeliveryAttempt subscribed(String subscription, long first, Instant now) {
    return entry(subscription, DeliveryStep.SUBSCRIBED, now).setChangeOffset(first).build();
  }

  /** What to write for a change; nothing when it is not wanted or was accepted before. */
  public Optional<DeliveryAttempt> queue(
      Subscription subscription, long offset, ThreatLevelChange change, Instant now) {
    if (outbox(subscription).hasAccepted(offset) || !subscription.wants(change)) {
      return Optional.empty();
    }
    return Optional.of(
        entry(subscription.name(), DeliveryStep.QUEUED, now)
            .setMessageId(prefix + change.getChangeId() + "@" + subscription.name())
            .setChangeOffset(offset)
            .setChangeId(change.getChangeId())
            .setSector(change.getSector())
            .build());
  }

  /**
   * What to write when a heartbeat is due; one a slot of the interval, however often it is asked.
   */
  public Optional<DeliveryAttempt> heartbeat(Subscription subscription, Instant now) {
    Outbox outbox = outbox(subscription);
    if (subscription.heartbeat().isEmpty() || outbox.isDisabled() || outbox.isBeating()) {
      return Optional.empty();
    }
    Instant slot = slot(subscription.heartbeat().get(), now);
    if (!outbox.lastHeartbeat().isBefore(slot)) {
      return Optional.empty();
    }
    return Optional.of(
        entry(subscription.name(), DeliveryStep.QUEUED, now)
            .setMessageId(prefix + "heartbeat-" + slot + "@" + subscription.name())
            .build());
  }

  private static Instant slot(Duration interval, Instant now) {
    long length = interval.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
  }

  /** What to send now, and to write before. */
  public List<Delivery> due(Subscription subscription, Instant now) {
    return outbox(subscription).due(now);
  }

  /** The entry that must be in the ledger before a message is sent. */
  public static DeliveryAttempt start(Delivery delivery, Instant now) {
    return delivery.entry(DeliveryStep.STARTED, now).setAttempt(delivery.attempts() + 1).build();
  }

  /** An entry that asks for a message to be sent once more. */
  public static DeliveryAttempt redrive(DeliveryAttempt queued, String who, Instant now) {
    return entry(queued.getSubscription(), DeliveryStep.REDRIVE, now)
        .setMessageId(queued.getMessageId())
        .setChangeOffset(queued.getChangeOffset())
        .setChangeId(queued.getChangeId())
        .setSector(queued.getSector())
        .setWho(who)
        .build();
  }

  /** An entry that asks for a subscription to be served again. */
  public static DeliveryAttempt enable(String subscription, String who, Instant now) {
    return entry(subscription, DeliveryStep.ENABLE, now).setWho(who).build();
  }

  private static DeliveryAttempt.Builder entry(
      String subscription, DeliveryStep step, Instant now) {
    return DeliveryAttempt.newBuilder()
        .setSubscription(subscription)
        .setMessageId("")
        .setStep(step)
        .setAt(now);
  }
}
