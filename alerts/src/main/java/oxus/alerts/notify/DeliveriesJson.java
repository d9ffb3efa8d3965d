package oxus.alerts.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import oxus.alerts.deliver.JsonText;
import oxus.schemas.DeliveryAttempt;

/** How deliveries stand, for services. Neither addresses nor secrets are in it. */
public final class DeliveriesJson {
  private DeliveriesJson() {}

  public static String of(DeliveryLog log) {
    return JsonText.object(
        json -> {
          json.writeArrayFieldStart("subscriptions");
          for (DeliveryLog.Fares fares : log.subscriptions()) {
            subscription(json, fares);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("recent");
          for (DeliveryAttempt step : log.recent()) {
            step(json, step);
          }
          json.writeEndArray();
        });
  }

  private static void subscription(JsonGenerator json, DeliveryLog.Fares fares) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", fares.name());
    json.writeStringField("state", fares.state());
    if (fares.restsUntil().isPresent()) {
      json.writeStringField("restsUntil", fares.restsUntil().get().toString());
    }
    json.writeNumberField("delivered", fares.delivered());
    deliveries(json, "waiting", fares.waiting());
    deliveries(json, "givenUp", fares.givenUp());
    json.writeEndObject();
  }

  private static void deliveries(JsonGenerator json, String name, List<Delivery> deliveries)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Delivery delivery : deliveries) {
      json.writeStartObject();
      json.writeStringField("messageId", delivery.content().messageId());
      if (!delivery.isHeartbeat()) {
        json.writeStringField("changeId", delivery.content().changeId());
        json.writeStringField("sector", delivery.content().sector());
      }
      json.writeNumberField("attempts", delivery.attempts());
      json.writeStringField("queuedAt", delivery.queuedAt().toString());
      json.writeStringField("nextAt", delivery.nextAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void step(JsonGenerator json, DeliveryAttempt step) throws IOException {
    json.writeStartObject();
    json.writeStringField("subscription", step.getSubscription());
    json.writeStringField("messageId", step.getMessageId());
    json.writeStringField("step", step.getStep().name());
    json.writeStringField("at", step.getAt().toString());
    json.writeNumberField("attempt", step.getAttempt());
    json.writeNumberField("status", step.getStatus());
    json.writeStringField("reason", step.getReason());
    json.writeStringField("who", step.getWho());
    json.writeEndObject();
  }
}
