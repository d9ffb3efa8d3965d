package oxus.alerts.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oxus.alerts.deliver.ChangeJson;
import oxus.alerts.deliver.JsonText;
import oxus.schemas.ThreatLevelChange;

/** Writes messages: the same body in every attempt, and the headers that sign it. */
public final class Messages {
  private final String prefix;
  private final boolean exercise;
  private final String console;

  /**
   * Writes the messages of one deployment.
   *
   * @param prefix of the topics
   * @param exercise whether every message has to say that it is an exercise
   * @param console where people read more, ending in a slash; may be empty
   */
  public Messages(String prefix, boolean exercise, String console) {
    this.prefix = prefix;
    this.exercise = exercise;
    this.console = console;
  }

  /** The body about a change: a CloudEvent with all of it, or what the template makes of it. */
  public String change(Subscription subscription, long offset, ThreatLevelChange change) {
    return subscription
        .template()
        .map(template -> template.render(ChangeFields.of(change, exercise, console)))
        .orElseGet(
            () ->
                event(
                    "threat-level-change",
                    change.getChangeId(),
                    json -> {
                      json.writeStringField("subject", change.getSector());
                      json.writeStringField("time", change.getAt().toString());
                      json.writeStringField("sequence", Long.toString(offset));
                      json.writeFieldName("data");
                      json.writeRawValue(ChangeJson.of(change));
                    }));
  }

  /** The body of a heartbeat: whoever misses one knows that silence is no calm. */
  public String heartbeat(Subscription subscription, Delivery delivery, Outbox outbox) {
    String mark = exercise ? ChangeFields.EXERCISE : "";
    return subscription
        .template()
        .flatMap(Template::heartbeat)
        .map(
            form -> {
              Map<String, String> fields = HeartbeatFields.of(subscription, delivery, outbox, mark);
              fields.put("link", console);
              return form.render(fields);
            })
        .orElseGet(() -> heartbeatEvent(subscription, delivery, outbox));
  }

  private String heartbeatEvent(Subscription subscription, Delivery delivery, Outbox outbox) {
    return event(
        "heartbeat",
        delivery.content().messageId(),
        json -> {
          json.writeStringField("subject", subscription.name());
          json.writeStringField("time", delivery.queuedAt().toString());
          json.writeObjectFieldStart("data");
          json.writeStringField(
              "interval", subscription.heartbeat().map(Object::toString).orElse(""));
          json.writeNumberField("waiting", HeartbeatFields.waiting(outbox));
          json.writeNumberField("givenUp", outbox.givenUp().size());
          json.writeEndObject();
        });
  }

  private String event(String type, String id, JsonText.Body rest) {
    return JsonText.object(
        json -> {
          attributes(json, type, id);
          rest.write(json);
        });
  }

  private void attributes(JsonGenerator json, String type, String id) throws IOException {
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", id);
    json.writeStringField("source", "/oxus/" + prefix + "threat-level-changes");
    json.writeStringField("type", "org.oxuswatch." + type + ".v1");
    json.writeStringField("datacontenttype", "application/json");
    json.writeBooleanField("exercise", exercise);
  }

  /** The headers of an attempt; each secret signs. */
  public Map<String, String> headers(
      Subscription subscription, String messageId, Instant now, String body) {
    Map<String, String> headers = new TreeMap<>();
    boolean event = subscription.template().isEmpty();
    headers.put("content-type", event ? "application/cloudevents+json" : "application/json");
    headers.put("webhook-id", messageId);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put("oxus-exercise", Boolean.toString(exercise));
    signature(subscription, messageId, now, body)
        .ifPresent(signature -> headers.put("webhook-signature", signature));
    return headers;
  }

  private static Optional<String> signature(
      Subscription subscription, String messageId, Instant now, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signatures =
        subscription.endpoint().secrets().stream()
            .map(secret -> secret.sign(messageId, now, bytes))
            .collect(Collectors.joining(" "));
    return signatures.isEmpty() ? Optional.empty() : Optional.of(signatures);
  }
}
