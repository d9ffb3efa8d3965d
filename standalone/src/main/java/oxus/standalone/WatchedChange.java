package oxus.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The plain fields of a change as the stream brings it. */
record WatchedChange(Instant at, String sector, String from, String to, String explanation) {
  private static final JsonFactory JSON = new JsonFactory();

  static WatchedChange of(String json) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isStructStart()) {
          parser.skipChildren();
        } else {
          fields.put(name, parser.getText());
        }
      }
    }
    return new WatchedChange(
        Instant.parse(fields.getOrDefault("at", "")),
        fields.getOrDefault("sector", ""),
        fields.getOrDefault("from", ""),
        fields.getOrDefault("to", ""),
        fields.getOrDefault("explanation", ""));
  }

  String text() {
    return at
        + "  "
        + String.format(Locale.ROOT, "%-18s %-11s → %-11s  ", sector, from, to)
        + ChangeLine.printable(explanation);
  }
}
