package oxus.ingest.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a feed does, as people and programs are told.
 *
 * @param fixed whether the operator's file lists it, so that it cannot be taken out by API
 * @param health at the moment of asking
 */
public record FeedState(
    FeedSource feed, boolean fixed, FeedMemory memory, FeedHealth health, FeedHours hours) {
  private static final JsonFactory JSON = new JsonFactory();

  /** As one JSON object: {@code {"feeds": [...]}}. */
  public static String json(List<FeedState> states) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("feeds");
      for (FeedState state : states) {
        state.write(json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", feed.name());
    json.writeStringField("url", feed.url());
    json.writeStringField("every", feed.every().toString());
    json.writeBooleanField("fullText", feed.fullText());
    json.writeStringField("silentAfter", feed.silentAfter().toString());
    json.writeBooleanField("fixed", fixed);
    json.writeStringField("state", health.name().toLowerCase(Locale.ROOT));
    json.writeStringField("fault", memory.fault());
    json.writeNumberField("failures", memory.failures());
    json.writeNumberField("items", memory.items());
    json.writeNumberField("undated", memory.undated());
    json.writeStringField("lastSuccess", memory.success().map(Instant::toString).orElse(""));
    json.writeStringField("lastArticle", memory.newest().toString());
    json.writeArrayFieldStart("hours");
    for (Map.Entry<Instant, Integer> hour : hours.articles().entrySet()) {
      json.writeStartObject();
      json.writeStringField("hour", hour.getKey().toString());
      json.writeNumberField("articles", hour.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
