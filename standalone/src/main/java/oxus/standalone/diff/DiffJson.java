package oxus.standalone.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How two runs compare, as lines of JSON: a line for each difference, the first one, the sum. */
public final class DiffJson {
  private static final JsonFactory JSON = new JsonFactory();

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private DiffJson() {}

  public static String of(Difference difference) {
    return line("difference", json -> record(json, difference));
  }

  public static String of(Explained explained) {
    return line(
        "first",
        json -> {
          record(json, explained.record());
          json.writeArrayFieldStart("contributions");
          for (Explained.Contribution each : explained.contributions()) {
            json.writeStartObject();
            json.writeStringField("incident", each.incident());
            json.writeStringField("type", each.type());
            json.writeStringField("place", each.place());
            weight(json, "first", each.one());
            weight(json, "second", each.other());
            texts(json, "reports", each.reports());
            json.writeEndObject();
          }
          json.writeEndArray();
          texts(json, "why", explained.why());
        });
  }

  public static String of(Comparison comparison) {
    return line(
        "summary",
        json -> {
          json.writeBooleanField("same", comparison.isSame());
          for (Kind kind : Kind.values()) {
            json.writeObjectFieldStart(kind.name().toLowerCase(Locale.ROOT) + "s");
            json.writeNumberField("compared", comparison.compared(kind));
            json.writeNumberField("differing", comparison.differing(kind));
            json.writeEndObject();
          }
          json.writeObjectFieldStart("levels");
          for (Difference moved : comparison.levels()) {
            json.writeStringField(moved.subject(), moved.at().toString());
          }
          json.writeEndObject();
          counts(json, "bySubject", comparison.bySubject());
          counts(json, "byField", comparison.byField());
        });
  }

  private static void record(JsonGenerator json, Difference difference) throws IOException {
    json.writeStringField("record", difference.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("at", difference.at().toString());
    json.writeStringField("subject", difference.subject());
    json.writeStringField("in", difference.where());
    json.writeArrayFieldStart("fields");
    for (FieldDifference field : difference.fields()) {
      json.writeStartObject();
      json.writeStringField("field", field.path());
      json.writeStringField("first", field.one());
      json.writeStringField("second", field.other());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void weight(JsonGenerator json, String name, Optional<BigDecimal> weight)
      throws IOException {
    if (weight.isPresent()) {
      json.writeNumberField(name, weight.get());
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, String name, Map<String, Integer> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private static String line(String kind, Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("kind", kind);
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
