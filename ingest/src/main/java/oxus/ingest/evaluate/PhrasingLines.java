package oxus.ingest.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import oxus.ingest.evaluate.PhrasingScore.Count;

/** The score of a bank of phrasings for programs, in lines of JSON. */
public final class PhrasingLines {
  private PhrasingLines() {}

  public static List<String> of(PhrasingScore score) {
    List<String> lines = new ArrayList<>();
    score
        .byType()
        .forEach(
            (type, count) ->
                lines.add(
                    JsonLine.of(
                        "type",
                        json -> {
                          json.writeStringField("type", type.name());
                          write(json, count);
                        })));
    lines.add(
        JsonLine.of(
            "total",
            json -> {
              write(json, score.total());
              json.writeNumberField("sentences", score.sentences().size());
              json.writeNumberField("nothing", score.nothing());
            }));
    return lines;
  }

  /** Every sentence in which anything went wrong, a line each. */
  public static List<String> details(PhrasingScore score) {
    return score.findings().stream()
        .map(heard -> JsonLine.of("phrasing", json -> write(json, heard)))
        .toList();
  }

  private static void write(JsonGenerator json, Count count) throws IOException {
    json.writeNumberField("wanted", count.wanted());
    json.writeNumberField("found", count.found());
    json.writeNumberField("wrong", count.wrong());
    json.writeNumberField("falseHits", count.falseHits());
  }

  private static void write(JsonGenerator json, HeardPhrasing heard) throws IOException {
    json.writeStringField("where", heard.phrasing().where());
    JsonLine.words(json, "wanted", heard.phrasing().types());
    JsonLine.words(json, "came", heard.came());
    json.writeStringField("sentence", heard.phrasing().sentence());
  }
}
