package oxus.ingest.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of JSON read as a row: its fields are the cells, and a field that is not there is empty.
 */
final class JsonCells {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, String> cells = new HashMap<>();

  private JsonCells() {}

  static JsonCells of(String line) {
    JsonCells row = new JsonCells();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!value.isScalarValue()) {
          throw new IllegalArgumentException("field '" + name + "' is not a single value");
        }
        row.cells.put(name, value == JsonToken.VALUE_NULL ? "" : parser.getText());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON, or cut off", e);
    }
    return row;
  }

  Optional<String> cell(String column) {
    return Optional.of(cells.getOrDefault(column, ""));
  }
}
