package oxus.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import oxus.schemas.DeadLetter;
import oxus.schemas.connect.DeadLetters;

/** A dead letter as one line of JSON. */
final class DeadLetterLine {
  private DeadLetterLine() {}

  static String of(DeadLetter letter) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("id", DeadLetters.key(letter));
      json.writeStringField("topic", letter.getTopic());
      json.writeNumberField("partition", letter.getPartition());
      json.writeNumberField("offset", letter.getOffset());
      json.writeStringField("app", letter.getApp());
      json.writeStringField("reason", letter.getReason());
      json.writeStringField("message", letter.getMessage());
      bytes(json, "key", letter.getKey());
      bytes(json, "value", letter.getValue());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void bytes(JsonGenerator json, String name, Optional<ByteBuffer> buffer)
      throws IOException {
    if (buffer.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    byte[] bytes = new byte[buffer.get().remaining()];
    buffer.get().duplicate().get(bytes);
    json.writeStringField(name, Base64.getEncoder().encodeToString(bytes));
  }
}
