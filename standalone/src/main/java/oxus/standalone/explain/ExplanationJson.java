package oxus.standalone.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import oxus.alerts.deliver.ChangeJson;

/** An explanation as a line of JSON: the records as a run has them, and what was asked. */
public final class ExplanationJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ExplanationJson() {}

  public static String of(Explanation explanation) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("kind", "explanation");
      json.writeStringField("subject", explanation.subject());
      json.writeStringField("sector", explanation.known().sector());
      json.writeStringField("at", explanation.known().at().toString());
      json.writeStringField("level", explanation.known().level().name());
      if (explanation.supersededBy().isPresent()) {
        json.writeStringField("supersededBy", explanation.supersededBy().get());
      }
      if (explanation.assessment().isPresent()) {
        raw(
            json,
            "assessment",
            ChangeJson.of(explanation.assessment().get(), explanation.known().level()));
      }
      if (explanation.lastChange().isPresent()) {
        raw(json, "change", ChangeJson.of(explanation.lastChange().get()));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void raw(JsonGenerator json, String name, String line) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(line);
  }
}
