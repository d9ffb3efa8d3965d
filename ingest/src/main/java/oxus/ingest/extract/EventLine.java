package oxus.ingest.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.Evidence;

/** Writes an event as the line of JSON that the command {@code extract} prints. */
public final class EventLine {
  private static final JsonFactory JSON = new JsonFactory();

  private EventLine() {}

  /**
   * One event as a line, without the line's end.
   *
   * @param doc the article file's name without its ending
   */
  public static String of(String doc, BorderEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("doc", doc);
      write(json, event);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /** One event of a run as a line, with the article that tells it and who coded it. */
  public static String told(BorderEvent event) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("at", event.getKnownAt().toString());
      json.writeStringField("article", event.getArticleKey());
      json.writeStringField("event", event.getId());
      json.writeStringField("source", event.getSource());
      write(json, event);
      json.writeStringField("extractor", event.getExtractor());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, BorderEvent event) throws IOException {
    json.writeStringField("type", event.getType().name());
    json.writeStringField("status", event.getStatus().name());
    json.writeArrayFieldStart("scopes");
    for (String scope : event.getScopes()) {
      json.writeString(scope);
    }
    json.writeEndArray();
    json.writeStringField("place", event.getPlaceText());
    json.writeStringField("occurredFrom", event.getOccurredFrom().toString());
    json.writeStringField("occurredTo", event.getOccurredTo().toString());
    json.writeStringField("precision", event.getPrecision().name());
    text(json, "initiator", event.getInitiator());
    text(json, "target", event.getTarget());
    number(json, "quantityMin", event.getFigure().flatMap(figure -> figure.getMin()));
    number(json, "quantityMax", event.getFigure().flatMap(figure -> figure.getMax()));
    text(json, "unit", event.getFigure().map(figure -> figure.getUnit()));
    text(json, "attributedTo", event.getAttributedTo());
    evidence(json, event.getEvidence().get(0));
    json.writeNumberField("confidence", BigDecimal.valueOf(event.getConfidence(), 3));
  }

  private static void evidence(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStringField("quote", evidence.getQuote());
    number(json, "start", evidence.getStart().map(Integer::longValue));
    number(json, "end", evidence.getEnd().map(Integer::longValue));
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  private static void number(JsonGenerator json, String name, Optional<Long> value)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }
}
