package oxus.ingest.collect;

import java.util.List;
import java.util.Optional;
import org.jdom2.Document;

/** Reads the bytes of a feed or news item, whatever its format: the first sign tells which. */
public final class FeedReader {
  /** More than any feed has; what has more is made to harm. */
  static final int MOST_ITEMS = 2000;

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param contentType as the server says
   * @throws UnreadableFeedException with the fault
   */
  public static List<FeedItem> read(byte[] body, Optional<String> contentType) {
    Optional<Character> first = firstSign(body);
    if (first.isEmpty()) {
      throw new UnreadableFeedException(FeedFault.NOTHING, "the feed is empty");
    }
    List<FeedItem> items = isJson(body) ? json(body) : xml(body, contentType);
    if (items.size() > MOST_ITEMS) {
      throw new UnreadableFeedException(
          FeedFault.TOO_MANY_ITEMS, items.size() + " items; " + MOST_ITEMS + " are read at most");
    }
    return items;
  }

  static boolean isJson(byte[] body) {
    return firstSign(body).filter(sign -> sign == '{' || sign == '[').isPresent();
  }

  private static List<FeedItem> json(byte[] body) {
    JsonTree tree = JsonTree.parse(body);
    if (tree.text("version").startsWith("https://jsonfeed.org/")) {
      return JsonFeedReader.read(tree);
    }
    return NinjsReader.read(tree);
  }

  private static List<FeedItem> xml(byte[] body, Optional<String> contentType) {
    Document document = HardenedXml.parse(body, contentType);
    return NewsMlReader.isNews(document.getRootElement())
        ? NewsMlReader.read(document.getRootElement())
        : RssAtomReader.read(document);
  }

  /** Past a byte order mark, the zeros of UTF-16, and space. */
  private static Optional<Character> firstSign(byte[] body) {
    for (byte unit : body) {
      if (unit > ' ') {
        return Optional.of((char) unit);
      }
    }
    return Optional.empty();
  }
}
