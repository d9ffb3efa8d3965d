package oxus.standalone.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same as lines of JSON: for each run a {@code score}, then a {@code milestone} for each sector
 * of each milestone, then a {@code rise} for each rise.
 */
public final class BacktestJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes the fields of one line. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private BacktestJson() {}

  /** The lines of it. */
  public static List<String> of(List<Scorecard> cards) {
    List<String> lines = new ArrayList<>();
    for (Scorecard card : cards) {
      lines.add(line("score", card, json -> score(json, card)));
      for (MilestoneScore score : card.milestones()) {
        lines.add(line("milestone", card, json -> milestone(json, score)));
      }
      for (RiseScore rise : card.rises()) {
        lines.add(line("rise", card, json -> rise(json, rise)));
      }
    }
    return lines;
  }

  private static String line(String kind, Scorecard card, Fields fields) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("kind", kind);
      json.writeStringField("run", card.run().name());
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void score(JsonGenerator json, Scorecard card) throws IOException {
    json.writeStringField("about", card.run().about());
    json.writeObjectFieldStart("measures");
    for (Measure measure : Measure.ALL) {
      json.writeNumberField(measure.key(), measure.figure().apply(card).number());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("missed");
    for (Measure measure : Measure.ALL) {
      if (!measure.isMet().test(card)) {
        json.writeString(measure.key());
      }
    }
    json.writeEndArray();
  }

  private static void milestone(JsonGenerator json, MilestoneScore score) throws IOException {
    json.writeStringField("milestone", score.milestone().number());
    json.writeStringField("sector", score.sector());
    json.writeStringField("direction", Names.lower(score.milestone().direction()));
    json.writeStringField("known", score.milestone().known().toString());
    json.writeStringField("what", score.milestone().what());
    json.writeStringField("before", score.before().name());
    json.writeStringField("after", score.after().name());
    json.writeStringField("inDay", score.inDay().name());
    json.writeStringField("inTwoDays", score.inTwoDays().name());
    if (score.lead().isPresent()) {
      json.writeStringField("lead", score.lead().get().toString());
    }
  }

  private static void rise(JsonGenerator json, RiseScore score) throws IOException {
    json.writeStringField("sector", score.sector());
    json.writeStringField("at", score.rise().at().toString());
    json.writeStringField("from", score.rise().from().name());
    json.writeStringField("to", score.rise().to().name());
    json.writeBooleanField("justified", score.because().isPresent());
    Optional<String> because = score.because();
    if (because.isPresent()) {
      json.writeStringField("because", because.get());
    }
  }
}
