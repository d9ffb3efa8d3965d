package oxus.ingest.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One article as one line of JSON: {@code url, title, body, source, publishedAt}, optional {@code
 * id, wire, language}.
 */
public final class ArticleLine {
  private static final int LONGEST_TEXT = 4_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  private ArticleLine() {}

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static Draft parse(String line) {
    Map<String, String> fields = fields(line);
    String url = fields.getOrDefault("url", "");
    String doc = fields.getOrDefault("id", url);
    if (doc.isEmpty()) {
      throw new IllegalArgumentException("the article has neither 'url' nor 'id'; give one");
    }
    if (!url.isEmpty() && Articles.canonical(url).isBlank()) {
      throw new IllegalArgumentException("'" + url + "' is no address; write https://host/path");
    }
    return new Draft(
        doc,
        Optional.of(url).filter(text -> !text.isEmpty()),
        fields.getOrDefault("title", ""),
        required(fields, "body"),
        required(fields, "source"),
        PublicationTimes.parse(required(fields, "publishedAt")),
        Optional.ofNullable(fields.get("wire")).filter(text -> !text.isEmpty()),
        Optional.ofNullable(fields.get("language")).filter(text -> !text.isEmpty()));
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the article has no '" + name + "'; add it");
    }
    return value;
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object; write one object a line");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isStructStart()) {
          json.skipChildren();
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IllegalArgumentException(
            "the JSON object is cut off or followed by more; write one object a line");
      }
      return fields;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "not JSON, or cut off: " + firstLine(String.valueOf(e.getMessage())), e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
