package oxus.alerts.console;

import java.util.Optional;
import oxus.schemas.Article;
import oxus.schemas.CitedReport;

/**
 * A quote with the text around it.
 *
 * @param title the article's headline
 */
record Context(String title, String before, String quote, String after) {
  private static final int REACH = 280;

  /** Empty when the article's text does not hold the quote: another revision, or a summary. */
  static Optional<Context> of(Article article, CitedReport report) {
    int start = report.getQuote().isBlank() ? -1 : article.getBody().indexOf(report.getQuote());
    if (start < 0) {
      return Optional.empty();
    }
    String body = article.getBody();
    int end = start + report.getQuote().length();
    int from = wordStart(body, Math.max(0, start - REACH), start);
    int to = wordEnd(body, Math.min(body.length(), end + REACH), end);
    return Optional.of(
        new Context(
            article.getTitle(),
            (from > 0 ? "… " : "") + body.substring(from, start),
            report.getQuote(),
            body.substring(end, to) + (to < body.length() ? " …" : "")));
  }

  private static int wordStart(String body, int from, int most) {
    int space = from == 0 ? -1 : body.indexOf(' ', from);
    return from == 0 ? 0 : space < 0 || space >= most ? most : space + 1;
  }

  private static int wordEnd(String body, int to, int least) {
    return to == body.length() ? to : Math.max(least, body.lastIndexOf(' ', to));
  }
}
