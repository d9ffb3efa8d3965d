package oxus.standalone.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import oxus.standalone.backtest.MilestoneScore.Answer;

/** The table of measures, runs side by side, and what was missed, as plain text. */
public final class BacktestText {
  private static final String GAP = "  ";

  private BacktestText() {}

  /** The lines of it. */
  public static List<String> of(List<Scorecard> cards) {
    List<String> lines = new ArrayList<>(table(cards));
    for (Scorecard card : cards) {
      lines.add("");
      lines.add(card.run().name() + ": " + card.run().about());
      card.milestones().stream()
          .filter(score -> score.inDay() == Answer.WRONG)
          .map(score -> GAP + "missed " + words(score))
          .forEach(lines::add);
    }
    return lines;
  }

  /** One milestone in a sector, and the levels around it. */
  static String words(MilestoneScore score) {
    return "milestone "
        + score.milestone().number()
        + " "
        + Names.lower(score.milestone().direction())
        + ", "
        + score.sector()
        + ", "
        + Facts.day(score.milestone().known())
        + ", "
        + score.milestone().what()
        + ": "
        + score.before()
        + " before, "
        + score.after()
        + " a day after";
  }

  /** The table alone. */
  static List<String> table(List<Scorecard> cards) {
    List<List<String>> columns = new ArrayList<>();
    columns.add(column("measure", Measure.ALL.stream().map(Measure::title).toList()));
    columns.add(column("target", Measure.ALL.stream().map(Measure::target).toList()));
    for (Scorecard card : cards) {
      columns.add(
          column(
              card.run().name(), Measure.ALL.stream().map(measure -> measure.text(card)).toList()));
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row <= Measure.ALL.size(); row++) {
      StringBuilder line = new StringBuilder();
      for (List<String> column : columns) {
        line.append(padded(column.get(row), width(column))).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> column(String head, List<String> cells) {
    List<String> column = new ArrayList<>();
    column.add(head);
    column.addAll(cells);
    return column;
  }

  private static int width(List<String> column) {
    return Collections.max(column.stream().map(String::length).toList());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
