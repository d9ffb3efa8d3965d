package oxus.alerts.notify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a heartbeat that a template may ask for, as texts. */
final class HeartbeatFields {
  static final List<String> NAMES =
      List.of("at", "exercise", "givenUp", "interval", "link", "subscription", "waiting");

  private HeartbeatFields() {}

  static Map<String, String> of(
      Subscription subscription, Delivery delivery, Outbox outbox, String exercise) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("at", delivery.queuedAt().toString());
    fields.put("exercise", exercise);
    fields.put("givenUp", Integer.toString(outbox.givenUpCount()));
    fields.put("interval", subscription.heartbeat().map(Object::toString).orElse(""));
    fields.put("subscription", subscription.name());
    fields.put("waiting", Long.toString(waiting(outbox)));
    return fields;
  }

  /** A heartbeat does not count itself. */
  static long waiting(Outbox outbox) {
    return outbox.waiting().stream().filter(waiting -> !waiting.isHeartbeat()).count();
  }
}
