package oxus.ingest.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of one flat JSON object; a single value is a list of one. */
record GoldLine(Map<String, List<String>> fields) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a line.
   *
   * @throws BadGoldException when it is not one JSON object
   */
  static GoldLine parse(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      try {
        return read(json);
      } catch (IOException e) {
        throw new BadGoldException(
            "not JSON, or cut off, at character " + json.currentLocation().getColumnNr(),
            "write one object a line",
            e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldLine read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BadGoldException("not a JSON object", "write one object a line");
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, values(json));
    }
    if (json.nextToken() != null) {
      throw new BadGoldException("the JSON object is followed by more", "write one object a line");
    }
    return new GoldLine(fields);
  }

  private static List<String> values(JsonParser json) throws IOException {
    List<String> values = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      addScalar(json, values);
      return values;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      addScalar(json, values);
    }
    return values;
  }

  private static void addScalar(JsonParser json, List<String> values) throws IOException {
    if (json.currentToken() == null || json.currentToken().isStructStart()) {
      throw new BadGoldException(
          "'" + json.currentName() + "' holds an object or a list in a list",
          "write a value or a list of values");
    }
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      values.add(json.getText());
    }
  }

  /** All values of a field; at least one. */
  List<String> all(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw new BadGoldException("no '" + name + "'", "add it");
    }
    return values;
  }

  String one(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw new BadGoldException("'" + name + "' has several values", "keep one");
    }
    return values.get(0);
  }
}
