package oxus.ingest.extract;

import java.time.Instant;
import oxus.schemas.Article;
import oxus.schemas.Origin;

/** Articles for tests. */
final class Articles {
  private Articles() {}

  static Article saying(String body) {
    return on("2021-07-20", body);
  }

  static Article titled(String title, String body) {
    return on("2021-07-20", title, body);
  }

  static Article on(String day, String body) {
    return on(day, "", body);
  }

  private static Article on(String day, String title, String body) {
    Instant published = Instant.parse(day + "T23:59:59Z");
    return new Article(
        "https://herald.example/1",
        "0123456789abcdef0123456789abcdef",
        "herald",
        "Herald",
        "herald",
        null,
        "https://herald.example/1",
        title,
        body,
        "und",
        published,
        true,
        null,
        null,
        published,
        Origin.IMPORTED,
        null);
  }
}
