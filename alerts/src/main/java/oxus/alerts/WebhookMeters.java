package oxus.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import oxus.alerts.notify.Delivery;
import oxus.alerts.notify.DeliveryBook;
import oxus.alerts.notify.Outbox;
import oxus.alerts.notify.Subscription;
import oxus.alerts.notify.Subscriptions;
import oxus.schemas.DeliveryAttempt;

/** The figures of the webhooks, by subscription. */
final class WebhookMeters {
  /** What is shown of a subscription, as of the last turn. */
  private record Shown(int waiting, int givenUp, boolean resting, boolean disabled, long oldest) {
    static final Shown NOTHING = new Shown(0, 0, false, false, 0);
  }

  private final MeterRegistry registry;
  private volatile Map<String, Shown> shown = Map.of();

  WebhookMeters(MeterRegistry registry, Subscriptions subscriptions) {
    this.registry = registry;
    for (Subscription subscription : subscriptions.all()) {
      String name = subscription.name();
      gauge("waiting", name, "Messages that are not delivered yet", Shown::waiting);
      gauge("given.up", name, "Messages that wait to be redriven by hand", Shown::givenUp);
      gauge("resting", name, "1: the endpoint failed and is left alone", s -> s.resting() ? 1 : 0);
      gauge("disabled", name, "1: the endpoint said it is gone", s -> s.disabled() ? 1 : 0);
      gauge("oldest.seconds", name, "Age of the oldest message that waits", Shown::oldest);
    }
  }

  private void gauge(String what, String name, String meaning, ToDoubleFunction<Shown> figure) {
    Gauge.builder(
            "oxus.webhook." + what,
            this,
            meters -> figure.applyAsDouble(meters.shown.getOrDefault(name, Shown.NOTHING)))
        .tag("subscription", name)
        .description(meaning)
        .register(registry);
  }

  /** Counts an attempt by how it ended. */
  void ended(DeliveryAttempt end) {
    registry
        .counter(
            "oxus.webhook.attempts",
            List.of(
                Tag.of("subscription", end.getSubscription()),
                Tag.of("outcome", end.getStep().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Tag.of("reason", end.getReason())))
        .increment();
  }

  void show(DeliveryBook book, Instant now) {
    Map<String, Shown> next = new TreeMap<>();
    book.outboxes().forEach((name, outbox) -> next.put(name, shown(outbox, now)));
    shown = next;
  }

  private static Shown shown(Outbox outbox, Instant now) {
    return new Shown(
        outbox.waitingCount(),
        outbox.givenUpCount(),
        outbox.isBroken(),
        outbox.isDisabled(),
        outbox
            .oldest()
            .map(Delivery::queuedAt)
            .map(queued -> Math.max(0, Duration.between(queued, now).toSeconds()))
            .orElse(0L));
  }
}
