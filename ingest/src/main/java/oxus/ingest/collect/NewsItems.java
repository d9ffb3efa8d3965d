package oxus.ingest.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.ingest.article.Draft;
import oxus.ingest.article.Draft.PublicationTime;

/**
 * Articles in the formats that news agencies deliver, ninjs and NewsML-G2, within the limits of
 * feeds.
 */
public final class NewsItems {
  private NewsItems() {}

  /**
   * One item.
   *
   * @param draft empty: it cannot be used
   * @param problem why not; empty when it can
   */
  public record Item(Optional<Draft> draft, String problem) {
    static Item unfit(FeedItem item, String why) {
      return new Item(Optional.empty(), "item '" + item.id() + "' " + why);
    }
  }

  /** What an item may not tell itself, for all items of a file. */
  public record Told(Optional<PublicationTime> published, Optional<String> source) {
    public static Told nothing() {
      return new Told(Optional.empty(), Optional.empty());
    }
  }

  /** Whether these bytes are of a news format, and not an article as Oxus itself writes one. */
  public static boolean areIn(byte[] body) {
    try {
      return !FeedReader.isJson(body) || !JsonTree.parse(body).fields().containsKey("publishedAt");
    } catch (UnreadableFeedException e) {
      return false;
    }
  }

  /**
   * Reads one item, or a list or message of them.
   *
   * @param contentType as its sender says
   * @param now when an item was taken back that does not tell; empty: it must tell
   * @throws UnreadableFeedException when it is none of these formats, or beyond the limits
   */
  public static List<Item> read(
      byte[] body, Optional<String> contentType, Told told, Optional<Instant> now) {
    List<Item> items = new ArrayList<>();
    for (FeedItem item : FeedReader.read(body, contentType)) {
      items.add(item(item, told, now));
    }
    return items;
  }

  private static Item item(FeedItem item, Told told, Optional<Instant> now) {
    Optional<String> source = told.source().or(item::source);
    Optional<PublicationTime> published =
        told.published()
            .or(item::published)
            .or(() -> now.filter(at -> item.removed()).map(at -> new PublicationTime(at, false)));
    if (source.isEmpty() && !item.removed()) {
      return Item.unfit(item, "names no publisher (infosources, provider)");
    }
    if (published.isEmpty()) {
      return Item.unfit(item, "tells no date that can be read (firstcreated, versioncreated)");
    }
    return new Item(
        Optional.of(
            new Draft(
                item.id(),
                item.url().map(CanonicalUrl::of),
                item.title(),
                item.text(),
                source.orElse("unknown"),
                published.get(),
                Optional.empty(),
                item.language())),
        "");
  }
}
