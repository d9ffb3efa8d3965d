package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON value as text, without the exceptions of writing to a file. */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** Writes one JSON value. */
  public interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  public static String of(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  public static String object(Body fields) {
    return of(
        json -> {
          json.writeStartObject();
          fields.write(json);
          json.writeEndObject();
        });
  }
}
