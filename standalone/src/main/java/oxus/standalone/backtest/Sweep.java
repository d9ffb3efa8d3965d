package oxus.standalone.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a backtest finds as one number of the policy varies.
 *
 * @param cards one for each value, in the order of the range
 * @param days how many days the history has
 */
public record Sweep(SweepRange range, List<Scorecard> cards, int days) {
  private static final JsonFactory JSON = new JsonFactory();

  /** What is looked at, and drawn: a figure of each value. */
  record Curve(String key, String title, Function<Scorecard, Measure.Figure> figure) {}

  public Sweep {
    cards = List.copyOf(cards);
  }

  public static Sweep of(SweepRange range, List<Scorecard> cards, Facts facts) {
    return new Sweep(range, cards, facts.days().size());
  }

  List<Curve> curves() {
    return List.of(
        new Curve("sensitivity", "milestones answered within 24 h", of("inDay")),
        new Curve("precision", "rises justified", of("justified")),
        new Curve("leadHours", "median lead", of("leadHours")),
        new Curve("changesPerDay", "changes a day", this::changesPerDay));
  }

  private static Function<Scorecard, Measure.Figure> of(String key) {
    return Measure.ALL.stream()
        .filter(measure -> measure.key().equals(key))
        .findFirst()
        .orElseThrow()
        .figure();
  }

  private Measure.Figure changesPerDay(Scorecard card) {
    BigDecimal perDay =
        BigDecimal.valueOf(card.burden().changes())
            .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    return new Measure.Figure(perDay, perDay.toPlainString());
  }

  boolean isNow(String value) {
    return value.equals(range.now());
  }

  /** The table, for people. */
  public List<String> text() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("value"));
    curves().forEach(curve -> head.add(curve.title()));
    rows.add(head);
    for (int place = 0; place < cards.size(); place++) {
      Scorecard card = cards.get(place);
      String value = range.values().get(place);
      List<String> row = new ArrayList<>(List.of(isNow(value) ? value + " now" : value));
      curves().forEach(curve -> row.add(curve.figure().apply(card).text()));
      rows.add(row);
    }
    List<String> lines = new ArrayList<>();
    lines.add(range.path() + ", now " + range.now());
    rows.forEach(row -> lines.add(line(row, rows)));
    return lines;
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int place = column;
      int width = rows.stream().mapToInt(each -> each.get(place).length()).max().orElse(0);
      line.append(row.get(column))
          .append(" ".repeat(width - row.get(column).length()))
          .append("  ");
    }
    return line.toString().stripTrailing();
  }

  /** The same as a line of JSON for each value. */
  public List<String> ndjson() {
    List<String> lines = new ArrayList<>();
    for (int place = 0; place < cards.size(); place++) {
      lines.add(json(range.values().get(place), cards.get(place)));
    }
    return lines;
  }

  private String json(String value, Scorecard card) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("kind", "sweep");
      json.writeStringField("path", range.path());
      json.writeStringField("value", value);
      json.writeBooleanField("now", isNow(value));
      json.writeStringField("policy", card.run().about());
      for (Curve curve : curves()) {
        json.writeNumberField(curve.key(), curve.figure().apply(card).number());
      }
      json.writeObjectFieldStart("measures");
      for (Measure measure : Measure.ALL) {
        json.writeNumberField(measure.key(), measure.figure().apply(card).number());
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
