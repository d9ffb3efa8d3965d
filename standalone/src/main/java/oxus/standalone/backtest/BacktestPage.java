package oxus.standalone.backtest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole backtest as one page that needs nothing from elsewhere: table, charts, every case. */
public final class BacktestPage {
  private static final String STYLE =
      """
      body { font: 15px/1.45 system-ui, 'Liberation Sans', sans-serif; margin: 2rem auto; max-width: 84rem; padding: 0 1rem; color: #14202b; background: #fff; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { text-align: left; padding: .25rem .7rem; border-bottom: 1px solid #c3cad1; vertical-align: top; }
      svg { width: 100%; height: auto; }
      """;

  private BacktestPage() {}

  /**
   * The page.
   *
   * @param source what was replayed, as named by the user
   */
  public static String of(String source, List<Scorecard> cards, Facts facts) {
    StringBuilder page = new StringBuilder(head(Markup.text("Backtest of " + source)));
    measures(page, cards);
    for (Scorecard card : cards) {
      page.append("<h2>").append(Markup.text(card.run().name())).append("</h2>\n<p>");
      page.append(Markup.text(card.run().about())).append("</p>\n");
      page.append(LevelChart.of(card, facts));
      milestones(page, card);
      rises(page, card);
    }
    return page.append("</body>\n</html>\n").toString();
  }

  /** How a page begins. */
  static String head(String title) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + title
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + title
        + "</h1>\n";
  }

  private static void measures(StringBuilder page, List<Scorecard> cards) {
    page.append("<table>\n");
    row(
        page,
        "th",
        Stream.concat(
            Stream.of("measure", "target"), cards.stream().map(card -> card.run().name())));
    for (Measure measure : Measure.ALL) {
      row(
          page,
          "td",
          Stream.concat(
              Stream.of(measure.title(), measure.target()), cards.stream().map(measure::text)));
    }
    page.append("</table>\n");
  }

  private static void milestones(StringBuilder page, Scorecard card) {
    page.append("<h3>Milestones</h3>\n<table>\n");
    row(
        page,
        "th",
        Stream.of(
            "milestone",
            "known",
            "sector",
            "should move",
            "what",
            "before",
            "a day after",
            "within 24 h",
            "within 48 h"));
    for (MilestoneScore score : card.milestones()) {
      row(
          page,
          "td",
          Stream.of(
              score.milestone().number(),
              score.milestone().known().toString(),
              score.sector(),
              Names.lower(score.milestone().direction()),
              score.milestone().what(),
              score.before().name(),
              score.after().name(),
              words(score.inDay()),
              words(score.inTwoDays())));
    }
    page.append("</table>\n");
  }

  private static String words(MilestoneScore.Answer answer) {
    return switch (answer) {
      case RIGHT -> "moved";
      case NONE -> "nothing left to move to";
      case WRONG -> "did not move";
    };
  }

  private static void rises(StringBuilder page, Scorecard card) {
    page.append("<h3>Rises</h3>\n<table>\n");
    row(page, "th", Stream.of("at", "sector", "from", "to", "justified by"));
    for (RiseScore score : card.rises()) {
      row(
          page,
          "td",
          Stream.of(
              score.rise().at().toString(),
              score.sector(),
              score.rise().from().name(),
              score.rise().to().name(),
              score.because().orElse("nothing that followed")));
    }
    page.append("</table>\n");
  }

  private static void row(StringBuilder page, String tag, Stream<String> cells) {
    page.append("<tr>")
        .append(
            cells
                .map(cell -> "<" + tag + ">" + Markup.text(cell) + "</" + tag + ">")
                .collect(Collectors.joining()))
        .append("</tr>\n");
  }
}
