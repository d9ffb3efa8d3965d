package oxus.ingest.collect;

import java.util.Optional;
import oxus.ingest.article.Draft.PublicationTime;

/**
 * One item of a feed, or one news item.
 *
 * @param id what the publisher calls it; its URL when it has no name
 * @param text plain text: the whole, or what the feed gives of it
 * @param published empty: undated, or dated in a way that nobody can read
 * @param updated the publisher's mark of a version, compared only, in the publisher's words
 * @param source the publisher as the item names it
 * @param removed the publisher takes it back
 */
public record FeedItem(
    String id,
    Optional<String> url,
    String title,
    String text,
    Optional<PublicationTime> published,
    String updated,
    Optional<String> source,
    Optional<String> language,
    boolean removed) {

  /** An item that its publisher takes back. */
  static FeedItem removed(String id, Optional<String> url) {
    return new FeedItem(
        id, url, "", "", Optional.empty(), "", Optional.empty(), Optional.empty(), true);
  }
}
