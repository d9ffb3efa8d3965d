package oxus.ingest.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {
  private JsonFeedReader() {}

  static List<FeedItem> read(JsonTree feed) {
    List<FeedItem> items = new ArrayList<>();
    for (JsonTree item : feed.get("items").items()) {
      Optional<String> url = item.first("url", "external_url");
      Optional<String> id = item.first("id").or(() -> url);
      id.ifPresent(name -> items.add(item(name, url, item, feed)));
    }
    return items;
  }

  private static FeedItem item(String id, Optional<String> url, JsonTree item, JsonTree feed) {
    Optional<String> html = item.first("content_html");
    String text =
        html.map(HtmlText::of).orElseGet(() -> item.first("content_text", "summary").orElse(""));
    return new FeedItem(
        id,
        url,
        HtmlText.line(item.text("title")),
        text,
        item.first("date_published", "date_modified").flatMap(FeedDates::parse),
        item.text("date_modified"),
        Optional.empty(),
        item.first("language").or(() -> feed.first("language")),
        false);
  }
}
