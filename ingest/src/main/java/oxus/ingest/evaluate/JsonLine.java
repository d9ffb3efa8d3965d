package oxus.ingest.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Writes one line of JSON of a stated kind. */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  /** What stands in the object after its kind. */
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private JsonLine() {}

  static String of(String kind, Content content) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("kind", kind);
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  /** A share with four digits; null where there is nothing to divide by. */
  static void share(JsonGenerator json, String name, Optional<Double> share) throws IOException {
    json.writeFieldName(name);
    if (share.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeNumber(new BigDecimal(share.get()).setScale(4, RoundingMode.HALF_EVEN));
  }

  static void words(JsonGenerator json, String name, List<?> words) throws IOException {
    json.writeArrayFieldStart(name);
    for (Object word : words) {
      json.writeString(word.toString());
    }
    json.writeEndArray();
  }
}
