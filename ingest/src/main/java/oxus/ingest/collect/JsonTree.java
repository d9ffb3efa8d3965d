package oxus.ingest.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON of strangers as a bounded tree that never lacks anything: what is not there is empty.
 *
 * @param value of a scalar, empty for others
 */
record JsonTree(String value, Map<String, JsonTree> fields, List<JsonTree> items) {
  private static final int DEEPEST = 40;
  private static final int LONGEST_TEXT = 4_000_000;
  private static final int MOST_VALUES = 200_000;
  private static final JsonTree NOTHING = new JsonTree("", Map.of(), List.of());
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // names of strangers have no place in a table that the whole process shares
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNestingDepth(DEEPEST)
                  .maxTokenCount(2L * MOST_VALUES)
                  .build())
          .build();

  static JsonTree parse(byte[] body) {
    try (JsonParser json = JSON.createParser(body)) {
      json.nextToken();
      JsonTree tree = read(json);
      if (json.nextToken() != null) {
        throw new UnreadableFeedException(FeedFault.MALFORMED_JSON, "more follows the JSON value");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      boolean isDeep = String.valueOf(e.getMessage()).contains("nesting depth");
      throw new UnreadableFeedException(
          isDeep ? FeedFault.TOO_DEEP : FeedFault.TOO_MANY_ELEMENTS,
          "more than any feed has: " + e.getMessage());
    } catch (IOException e) {
      throw new UnreadableFeedException(
          FeedFault.MALFORMED_JSON, "not JSON, cut off, or too deep: " + e.getMessage());
    }
  }

  private static JsonTree read(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, JsonTree> fields = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, read(json));
      }
      return new JsonTree("", fields, List.of());
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<JsonTree> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(json));
      }
      return new JsonTree("", Map.of(), items);
    }
    return json.currentToken() == JsonToken.VALUE_NULL
        ? NOTHING
        : new JsonTree(json.getText(), Map.of(), List.of());
  }

  JsonTree get(String name) {
    return fields.getOrDefault(name, NOTHING);
  }

  String text(String name) {
    return get(name).value();
  }

  /** The first of these fields that is filled. */
  Optional<String> first(String... names) {
    for (String name : names) {
      if (!text(name).isBlank()) {
        return Optional.of(text(name).strip());
      }
    }
    return Optional.empty();
  }
}
