package oxus.standalone;

import java.util.Locale;

/**
 * Made-up articles as JSON, one of each number: with one event each, and an address of their own.
 */
final class PushedArticles {
  private PushedArticles() {}

  static String json(int number) {
    return String.format(
        Locale.ROOT,
        "{\"url\":\"https://example.org/gate/%d\",\"title\":\"Gate falls\",\"body\":\"Taliban fighters captured the"
            + " Sher Khan Bandar border crossing on Tuesday, provincial officials said.\","
            + "\"source\":\"Example\",\"publishedAt\":\"2021-06-22T10:00:00Z\"}",
        number);
  }

  static String id(int number) {
    return "example.org/gate/" + number;
  }
}
