package oxus.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import oxus.alerts.notify.Answer;
import oxus.alerts.notify.Delivery;
import oxus.alerts.notify.DeliveryBook;
import oxus.alerts.notify.Endings;
import oxus.alerts.notify.Messages;
import oxus.alerts.notify.Subscription;
import oxus.alerts.notify.Subscriptions;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.ThreatLevelChange;

/**
 * Carries messages out: writes each step into the ledger before anything hangs on it, so that a
 * process killed at any moment is followed by one that knows what to do. One thread works it.
 */
final class WebhookDesk {
  /** Where messages come from and go to. */
  record Ways(Ledger ledger, Changes changes, Poster poster) {}

  /** An attempt whose end is not in the ledger yet. */
  private record Finished(Delivery delivery, Answer answer) {}

  private final Subscriptions subscriptions;
  private final DeliveryBook book;
  private final Endings endings;
  private final Messages messages;
  private final Ways ways;
  private final WebhookMeters meters;
  private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();

  WebhookDesk(WebhookConfig config, DeliveryBook book, Ways ways, WebhookMeters meters) {
    this.subscriptions = config.subscriptions();
    this.book = book;
    this.endings = new Endings(config.rules());
    this.messages =
        new Messages(config.prefix(), config.exercise(), config.subscriptions().console());
    this.ways = ways;
    this.meters = meters;
  }

  /** Goes on where the ledger ends. */
  void takeOver(long examined, long end, Instant now) {
    book.takeOver(subscriptions, examined, end, now).forEach(this::write);
    ways.ledger().flush();
  }

  /** Takes in a change; once a turn is over it cannot be lost. */
  void accept(long offset, ThreatLevelChange change, Instant now) {
    for (Subscription subscription : subscriptions.all()) {
      book.queue(subscription, offset, change, now).ifPresent(this::write);
    }
  }

  /** Takes in what somebody else wrote into the ledger: a redrive, an enabling. */
  void request(DeliveryAttempt entry) {
    book.apply(entry);
  }

  /** Writes down what has ended, and sends what is due. */
  void turn(Instant now) {
    Finished next = finished.poll();
    while (next != null) {
      DeliveryAttempt end = endings.of(next.delivery(), next.answer(), now);
      meters.ended(end);
      write(end);
      next = finished.poll();
    }
    List<Supplier<Optional<Finished>>> sendings = new ArrayList<>();
    for (Subscription subscription : subscriptions.all()) {
      book.heartbeat(subscription, now).ifPresent(this::write);
      for (Delivery delivery : book.due(subscription, now)) {
        DeliveryAttempt start = DeliveryBook.start(delivery, now);
        write(start);
        sendings.add(() -> send(subscription, delivery.begun(start.getAttempt()), now));
      }
    }
    ways.ledger().flush();
    sendings.forEach(sending -> sending.get().ifPresent(finished::add));
    meters.show(book, now);
  }

  /** Sends, and ends at once when there is nothing to send. */
  private Optional<Finished> send(Subscription subscription, Delivery delivery, Instant now) {
    Optional<String> body = body(subscription, delivery);
    if (body.isEmpty()) {
      return Optional.of(new Finished(delivery, Answer.UNREADABLE));
    }
    ways.poster()
        .post(
            subscription.endpoint().url(),
            messages.headers(subscription, delivery.content().messageId(), now, body.get()),
            body.get())
        .thenAccept(answer -> finished.add(new Finished(delivery, answer)));
    return Optional.empty();
  }

  private Optional<String> body(Subscription subscription, Delivery delivery) {
    if (delivery.isHeartbeat()) {
      return Optional.of(messages.heartbeat(subscription, delivery, book.outbox(subscription)));
    }
    long offset = delivery.content().changeOffset();
    return ways.changes().at(offset).map(change -> messages.change(subscription, offset, change));
  }

  private void write(DeliveryAttempt entry) {
    ways.ledger().append(entry);
    book.apply(entry);
  }
}
