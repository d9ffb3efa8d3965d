package oxus.ingest.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/** Lists of feeds as feed readers exchange them, made into the YAML that Oxus reads. */
public final class Opml {
  private Opml() {}

  /**
   * A feed list of every outline that names a feed, in the file's order, each URL once.
   *
   * @throws UnreadableFeedException when it is no OPML
   */
  public static String toFeedList(byte[] opml) {
    Element root = HardenedXml.parse(opml, Optional.empty()).getRootElement();
    if (!root.getName().equals("opml")) {
      throw new UnreadableFeedException(
          FeedFault.NOT_A_FEED, "<" + root.getName() + "> is no OPML; export one from the reader");
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (Element outline : root.getDescendants(Filters.element("outline"))) {
      String url = outline.getAttributeValue("xmlUrl", "").strip();
      if (FeedList.isUrl(url)) {
        names.putIfAbsent(url, name(outline, url));
      }
    }
    StringBuilder yaml = new StringBuilder("feeds:\n");
    names.forEach(
        (url, name) ->
            yaml.append("  - source: ")
                .append(FeedList.quoted(name))
                .append("\n    url: ")
                .append(FeedList.quoted(url))
                .append('\n'));
    return names.isEmpty() ? "feeds: []\n" : yaml.toString();
  }

  private static String name(Element outline, String url) {
    return Stream.of("title", "text")
        .map(attribute -> outline.getAttributeValue(attribute, ""))
        .filter(name -> !FeedList.quoted(name).equals("\"\""))
        .findFirst()
        .orElse(url);
  }
}
