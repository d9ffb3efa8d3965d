package oxus.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.article.Draft;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.ingest.article.PublicationTimes;

/**
 * Reads a pushed article strictly. Who pushes can mend what is wrong, so nothing is guessed and
 * nothing is left out in silence.
 */
public final class PushedArticle {
  /** So that the record, which repeats the address, fits into what Kafka takes by default. */
  public static final int MOST_BYTES = 900_000;

  private static final List<String> NAMES =
      List.of("url", "title", "body", "source", "publishedAt", "wire", "language");
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TITLE = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks differ by minutes, time zones by hours; what is further off is a mistake. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MOST_BYTES)
                  .maxNestingDepth(10)
                  .maxNameLength(LONGEST_NAME)
                  .build())
          .build();

  private PushedArticle() {}

  /**
   * Reads one JSON object in UTF-8.
   *
   * @param now a publication time up to a day after this is let through, to be clamped
   * @throws UnfitArticleException naming the field and what to write
   */
  public static Draft read(byte[] json, Instant now) {
    if (json.length > MOST_BYTES) {
      throw new UnfitArticleException(
          "-",
          "the article has " + json.length + " bytes; " + MOST_BYTES + " at most, shorten 'body'");
    }
    Map<String, String> fields = fields(text(json));
    String url = url(needed(fields, "url", LONGEST_URL));
    return new Draft(
        url,
        Optional.of(url),
        needed(fields, "title", LONGEST_TITLE),
        needed(fields, "body", MOST_BYTES),
        needed(fields, "source", LONGEST_NAME),
        published(needed(fields, "publishedAt", LONGEST_NAME), now),
        Optional.ofNullable(fields.get("wire")).map(wire -> needed(fields, "wire", LONGEST_NAME)),
        Optional.ofNullable(fields.get("language")).map(PushedArticle::language));
  }

  private static String text(byte[] json) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new UnfitArticleException("-", "not UTF-8; send the JSON in UTF-8");
    }
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnfitArticleException("-", "not a JSON object; write {\"url\": \"...\", ...}");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        put(fields, json.currentName(), json);
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new UnfitArticleException(
            "-", "something follows the JSON object; send one object, or one a line as NDJSON");
      }
      return fields;
    } catch (IOException e) {
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new UnfitArticleException("-", "not JSON, or cut off: " + what);
    }
  }

  private static void put(Map<String, String> fields, String name, JsonParser json)
      throws IOException {
    JsonToken value = json.nextToken();
    if (!NAMES.contains(name)) {
      throw new UnfitArticleException(
          name, "unknown field '" + name + "'; use " + String.join(", ", NAMES));
    }
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.VALUE_STRING) {
      throw new UnfitArticleException(
          name, "field '" + name + "' is not a text; put it in quotation marks");
    }
    fields.put(name, whole(name, json.getText()));
  }

  /** Half a character would come out of Kafka as another text than went in. */
  private static String whole(String name, String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      boolean isPair =
          Character.isHighSurrogate(character)
              && index + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(index + 1));
      if (character == 0 || (Character.isSurrogate(character) && !isPair)) {
        throw new UnfitArticleException(
            name,
            "field '" + name + "' holds a NUL or half a character at " + index + "; leave it out");
      }
      index += isPair ? 1 : 0;
    }
    return text;
  }

  private static String needed(Map<String, String> fields, String name, int longest) {
    String value = fields.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new UnfitArticleException(name, "field '" + name + "' is missing or empty; add it");
    }
    if (value.length() > longest) {
      throw new UnfitArticleException(
          name, "field '" + name + "' is too long; " + longest + " characters at most");
    }
    return value;
  }

  /** The address is only ever shown and compared, never fetched; it makes the article's id. */
  private static String url(String url) {
    if (!url.matches("(?i)https?://[^/?#@\\s\\p{Cntrl}\"<>]+([/?#][^\\s\\p{Cntrl}\"<>]*)?")) {
      throw new UnfitArticleException(
          "url", "field 'url' is no web address; write https://host/path without spaces");
    }
    return url;
  }

  private static PublicationTime published(String text, Instant now) {
    PublicationTime time = time(text);
    // a bare day ends at midnight, and may end tomorrow elsewhere
    Instant latest = now.plus(time.dayOnly() ? AHEAD.multipliedBy(2) : AHEAD);
    if (time.at().isAfter(latest)) {
      throw new UnfitArticleException(
          "publishedAt",
          "field 'publishedAt' is " + text + ", more than a day ahead of now; mend it");
    }
    if (time.at().isBefore(FIRST)) {
      throw new UnfitArticleException(
          "publishedAt",
          "field 'publishedAt' is " + text + ", before 1990; give the article's own date");
    }
    return time;
  }

  private static PublicationTime time(String text) {
    try {
      return PublicationTimes.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UnfitArticleException("publishedAt", "field 'publishedAt': " + e.getMessage());
    }
  }

  private static String language(String tag) {
    if (!tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")) {
      throw new UnfitArticleException(
          "language", "field 'language' is no language tag; write en, ru or uz-Cyrl");
    }
    return tag;
  }
}
