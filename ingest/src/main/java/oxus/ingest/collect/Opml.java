package oxus.ingest.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
      if (url.startsWith("http://") || url.startsWith("https://")) {
        names.putIfAbsent(
            url, outline.getAttributeValue("title", outline.getAttributeValue("text", url)));
      }
    }
    StringBuilder yaml = new StringBuilder("feeds:\n");
    names.forEach(
        (url, name) ->
            yaml.append("  - source: ")
                .append(quoted(name))
                .append("\n    url: ")
                .append(quoted(url))
                .append('\n'));
    return names.isEmpty() ? "feeds: []\n" : yaml.toString();
  }

  private static String quoted(String text) {
    return "\""
        + text.strip().replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"")
        + "\"";
  }
}
