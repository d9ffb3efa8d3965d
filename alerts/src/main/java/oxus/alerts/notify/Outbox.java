package oxus.alerts.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import oxus.schemas.DeliveryAttempt;

/** All that the ledger says of one subscription: what waits, what was given up, how it fares. */
public final class Outbox {
  private final DeliveryRules rules;
  private final Map<String, Delivery> waiting = new LinkedHashMap<>();
  private final Map<String, Delivery> givenUp = new LinkedHashMap<>();
  private Optional<Long> from = Optional.empty();
  private long acceptedThrough = -1;
  private Instant lastHeartbeat = Instant.EPOCH;
  private Instant restUntil = Instant.EPOCH;
  private int failures;
  private long delivered;
  private boolean disabled;
  private boolean failing;

  Outbox(DeliveryRules rules) {
    this.rules = rules;
  }

  /** Takes in the next entry of the ledger. */
  void apply(DeliveryAttempt entry) {
    switch (entry.getStep()) {
      case SUBSCRIBED -> from = Optional.of(entry.getChangeOffset());
      case QUEUED -> queue(entry);
      case STARTED -> update(entry, delivery -> delivery.begun(entry.getAttempt()));
      case DELIVERED -> delivered(entry);
      case FAILED -> failed(entry);
      case INTERRUPTED -> update(entry, delivery -> delivery.again(entry.getAt(), false));
      case GIVEN_UP -> giveUp(entry);
      case DISABLED -> disable(entry);
      case REDRIVE -> redrive(entry);
      case ENABLE -> enable(entry);
      case OTHER -> {}
    }
  }

  private void queue(DeliveryAttempt entry) {
    if (entry.getChangeOffset() < 0) {
      lastHeartbeat = entry.getAt();
    } else if (hasAccepted(entry.getChangeOffset())) {
      return;
    }
    acceptedThrough = Math.max(acceptedThrough, entry.getChangeOffset());
    waiting.put(entry.getMessageId(), Delivery.queued(entry));
  }

  private void delivered(DeliveryAttempt entry) {
    waiting.remove(entry.getMessageId());
    delivered++;
    if (isBroken()) {
      releaseAll(entry.getAt());
    }
    failures = 0;
    failing = false;
    restUntil = Instant.EPOCH;
  }

  private void failed(DeliveryAttempt entry) {
    boolean refused = entry.getReason().equals(Answer.REFUSED);
    Instant next = entry.getNextAt().orElse(entry.getAt());
    update(entry, delivery -> delivery.again(next, refused));
    failing = true;
    if (refused) {
      return;
    }
    failures++;
    Instant rest = entry.getAt().plus(rules.restAfter(entry.getSubscription(), failures));
    boolean asked = entry.getReason().equals(Answer.THROTTLED);
    restUntil = asked && next.isAfter(rest) ? next : rest;
  }

  private void giveUp(DeliveryAttempt entry) {
    Delivery delivery = waiting.remove(entry.getMessageId());
    failing = true;
    if (delivery != null && !delivery.isHeartbeat()) {
      givenUp.put(entry.getMessageId(), delivery.again(entry.getAt(), false));
    }
  }

  private void disable(DeliveryAttempt entry) {
    update(entry, delivery -> delivery.again(entry.getAt(), false));
    disabled = true;
  }

  /** Somebody wants it sent now, and may know that the receiver is back: its rest ends, too. */
  private void redrive(DeliveryAttempt entry) {
    restUntil = Instant.EPOCH;
    givenUp.remove(entry.getMessageId());
    waiting.merge(
        entry.getMessageId(),
        Delivery.queued(entry),
        (there, fresh) -> there.redriven(entry.getAt()));
  }

  private void enable(DeliveryAttempt entry) {
    disabled = false;
    failures = 0;
    restUntil = Instant.EPOCH;
    releaseAll(entry.getAt());
  }

  private void update(DeliveryAttempt entry, UnaryOperator<Delivery> change) {
    waiting.computeIfPresent(entry.getMessageId(), (id, delivery) -> change.apply(delivery));
  }

  private void releaseAll(Instant at) {
    waiting.replaceAll((id, delivery) -> delivery.released(at));
  }

  /**
   * What is to be sent now. Of each sector only the oldest message; one in all when the endpoint
   * has failed so often that it must first show that it is back.
   */
  List<Delivery> due(Instant now) {
    List<Delivery> due = new ArrayList<>();
    if (disabled || restUntil.isAfter(now)) {
      return due;
    }
    long free =
        (isBroken() ? 1 : rules.width())
            - waiting.values().stream().filter(Delivery::underWay).count();
    Set<String> held = new HashSet<>();
    for (Delivery delivery : waiting.values()) {
      if (due.size() >= free) {
        return due;
      }
      boolean first = delivery.isHeartbeat() || held.add(delivery.content().sector());
      if (first && !delivery.underWay() && !delivery.nextAt().isAfter(now)) {
        due.add(delivery);
      }
    }
    return due;
  }

  /** What was under way when the ledger ended. */
  List<Delivery> underWay() {
    return waiting.values().stream().filter(Delivery::underWay).toList();
  }

  boolean hasAccepted(long offset) {
    return offset <= acceptedThrough || offset < from.orElse(0L);
  }

  boolean isKnown() {
    return from.isPresent();
  }

  /** Whether a heartbeat still waits: a second one would say nothing more. */
  boolean isBeating() {
    return waiting.values().stream().anyMatch(Delivery::isHeartbeat);
  }

  Instant lastHeartbeat() {
    return lastHeartbeat;
  }

  /** What waits, oldest first. */
  public List<Delivery> waiting() {
    return List.copyOf(waiting.values());
  }

  public int waitingCount() {
    return waiting.size();
  }

  public Optional<Delivery> oldest() {
    return waiting.values().stream().findFirst();
  }

  /** What was given up and not redriven, oldest first. */
  public List<Delivery> givenUp() {
    return List.copyOf(givenUp.values());
  }

  public int givenUpCount() {
    return givenUp.size();
  }

  public long deliveredCount() {
    return delivered;
  }

  /** Whether the endpoint said that it is gone, and nobody has enabled it since. */
  public boolean isDisabled() {
    return disabled;
  }

  /** Whether the endpoint failed so often that it is left alone for a while. */
  public boolean isBroken() {
    return failures >= rules.failures();
  }

  /** Whether the latest attempt that ended was not accepted. */
  public boolean isFailing() {
    return failing;
  }

  public Instant restUntil() {
    return restUntil;
  }
}
