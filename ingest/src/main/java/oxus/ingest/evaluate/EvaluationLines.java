package oxus.ingest.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An evaluation for programs: a line of JSON for each type, then one for the total. */
public final class EvaluationLines {
  private EvaluationLines() {}

  public static List<String> of(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    evaluation
        .byType()
        .forEach(
            (type, tally) ->
                lines.add(
                    JsonLine.of(
                        "type",
                        json -> {
                          json.writeStringField("type", type.name());
                          write(json, tally);
                        })));
    lines.add(JsonLine.of("total", json -> writeTotal(json, evaluation)));
    return lines;
  }

  /** Every miss, false hit and duplicate, a line each. */
  public static List<String> details(Evaluation evaluation) {
    return evaluation.findings().stream()
        .map(finding -> JsonLine.of(finding.kind(), json -> write(json, finding)))
        .toList();
  }

  private static void write(JsonGenerator json, Tally tally) throws IOException {
    json.writeNumberField("gold", tally.gold());
    json.writeNumberField("found", tally.found());
    json.writeNumberField("missed", tally.missed());
    json.writeNumberField("right", tally.right());
    json.writeNumberField("wrong", tally.wrong());
    json.writeNumberField("badlyQuoted", tally.badlyQuoted());
    json.writeNumberField("duplicates", tally.duplicates());
    json.writeNumberField("optional", tally.optional());
    JsonLine.share(json, "precision", tally.precision());
    JsonLine.share(json, "recall", tally.recall());
    JsonLine.share(json, "f1", tally.f1());
    JsonLine.share(json, "scope", tally.scope());
    JsonLine.share(json, "dates", tally.dates());
    JsonLine.share(json, "status", tally.status());
  }

  private static void writeTotal(JsonGenerator json, Evaluation evaluation) throws IOException {
    write(json, evaluation.total());
    json.writeNumberField("articles", evaluation.articles().size());
    json.writeNumberField("quiet", evaluation.quiet());
    json.writeNumberField("quietLeftEmpty", evaluation.quietLeftEmpty());
    json.writeNumberField("eventful", evaluation.eventful());
    json.writeNumberField("eventfulLeftEmpty", evaluation.eventfulLeftEmpty());
    json.writeNumberField("leftAside", evaluation.leftAside());
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("doc", finding.doc());
    if (finding.id().isPresent()) {
      json.writeStringField("id", finding.id().get());
    }
    JsonLine.words(json, "type", finding.types());
    JsonLine.words(json, "scope", finding.scopes());
    json.writeStringField("from", finding.from().toString());
    json.writeStringField("to", finding.to().toString());
    JsonLine.words(json, "status", finding.statuses());
    // gold has a cue, an extracted event a quote
    json.writeStringField(finding.kind().equals("missed") ? "cue" : "quote", finding.text());
  }
}
