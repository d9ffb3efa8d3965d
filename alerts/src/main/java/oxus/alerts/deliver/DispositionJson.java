package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import oxus.schemas.Disposition;

/** What became of an article, as one line of JSON. */
public final class DispositionJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DispositionJson() {}

  public static String of(Disposition disposition) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("article", disposition.getArticleKey());
      json.writeStringField("revision", disposition.getArticleRevision());
      json.writeStringField("outcome", disposition.getOutcome().name());
      json.writeStringField("reason", disposition.getReason());
      json.writeStringField("at", disposition.getAt().toString());
      json.writeArrayFieldStart("events");
      for (String event : disposition.getEvents()) {
        json.writeString(event);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
