package oxus.alerts.notify;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;

/**
 * How deliveries stand, for people who look: the same fold over the ledger as whoever delivers
 * makes, in bounded space. One thread applies entries, any thread reads.
 */
public final class DeliveryLog {
  private static final int RECENT = 100;
  private static final int MESSAGES = 50_000;

  private final DeliveryBook book = new DeliveryBook("", DeliveryRules.USUAL);
  private final Deque<DeliveryAttempt> recent = new ArrayDeque<>();
  private final Map<String, DeliveryAttempt> messages = new LinkedHashMap<>();

  /**
   * How one subscription fares.
   *
   * @param state in a word: fine, failing at its latest attempt, resting after failures, or
   *     disabled because the receiver is gone
   * @param restsUntil only while it rests
   */
  public record Fares(
      String name,
      String state,
      Optional<Instant> restsUntil,
      long delivered,
      List<Delivery> waiting,
      List<Delivery> givenUp) {}

  public synchronized void apply(DeliveryAttempt entry) {
    book.apply(entry);
    recent.addFirst(entry);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
    if (entry.getStep() == DeliveryStep.QUEUED && entry.getChangeOffset() >= 0) {
      messages.putIfAbsent(entry.getMessageId(), entry);
      if (messages.size() > MESSAGES) {
        messages.remove(messages.keySet().iterator().next());
      }
    }
  }

  /** By name. */
  public synchronized List<Fares> subscriptions() {
    List<Fares> all = new ArrayList<>();
    book.outboxes().forEach((name, outbox) -> all.add(fares(name, outbox)));
    return Collections.unmodifiableList(all);
  }

  private static Fares fares(String name, Outbox outbox) {
    boolean rests = outbox.isBroken() && !outbox.isDisabled();
    return new Fares(
        name,
        state(outbox),
        rests ? Optional.of(outbox.restUntil()) : Optional.empty(),
        outbox.deliveredCount(),
        outbox.waiting(),
        outbox.givenUp());
  }

  private static String state(Outbox outbox) {
    if (outbox.isDisabled()) {
      return "disabled";
    }
    if (outbox.isBroken()) {
      return "resting";
    }
    return outbox.isFailing() ? "failing" : "fine";
  }

  /** The latest steps, newest first. */
  public synchronized List<DeliveryAttempt> recent() {
    return List.copyOf(recent);
  }

  /** How a message about a change was queued; empty when there is none, or it is long ago. */
  public synchronized Optional<DeliveryAttempt> message(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  public synchronized boolean knows(String subscription) {
    return book.outboxes().containsKey(subscription);
  }
}
