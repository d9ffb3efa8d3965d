package oxus.standalone.backtest;

import java.util.List;

/** A sweep as one page that needs nothing from elsewhere: the drawing and the table. */
public final class SweepPage {
  private SweepPage() {}

  /**
   * The page.
   *
   * @param source what was replayed, as named by the user
   */
  public static String of(String source, Sweep sweep) {
    String title = Markup.text("Sweep of " + sweep.range().path() + " over " + source);
    StringBuilder page = new StringBuilder(BacktestPage.head(title));
    page.append(SweepChart.of(sweep)).append("<table>\n<tr><th>value</th>");
    sweep
        .curves()
        .forEach(curve -> page.append("<th>").append(Markup.text(curve.title())).append("</th>"));
    page.append("</tr>\n");
    List<String> values = sweep.range().values();
    for (int place = 0; place < values.size(); place++) {
      Scorecard card = sweep.cards().get(place);
      String value = values.get(place) + (sweep.isNow(values.get(place)) ? " now" : "");
      page.append("<tr><td>").append(Markup.text(value)).append("</td>");
      sweep
          .curves()
          .forEach(
              curve ->
                  page.append("<td>")
                      .append(Markup.text(curve.figure().apply(card).text()))
                      .append("</td>"));
      page.append("</tr>\n");
    }
    return page.append("</table>\n</body>\n</html>\n").toString();
  }
}
