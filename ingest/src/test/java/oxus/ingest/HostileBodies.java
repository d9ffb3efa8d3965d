package oxus.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Feeds that are made to fill the memory of whoever reads them, by name. */
final class HostileBodies {
  private static final String ITEM =
      "<rss><channel><item><guid>a</guid><link>%s</link><title>t</title><description>%s</description></item></channel></rss>";

  private HostileBodies() {}

  static String named(String name) {
    return Objects.requireNonNull(all().get(name), name).get();
  }

  /** Made when they are asked for: all at once they would fill the memory of the test. */
  private static Map<String, Supplier<String>> all() {
    Map<String, Supplier<String>> bodies = new LinkedHashMap<>();
    bodies.put("xml-elements", () -> "<rss>" + "<a>x</a>".repeat(480_000) + "</rss>");
    bodies.put("xml-attributes", () -> "<rss>" + attributes(9_000).repeat(40) + "</rss>");
    bodies.put("xml-comments", () -> "<rss>" + "<!---->x".repeat(480_000) + "</rss>");
    bodies.put("xml-instructions", () -> "<rss>" + numbered("<?a%d b?>", 600_000) + "</rss>");
    bodies.put("xml-cdata", () -> "<rss>" + "<![CDATA[x]]>y".repeat(270_000) + "</rss>");
    bodies.put("xml-text", () -> "<rss>" + numbered("\u0433\u0434%d", 700_000) + "</rss>");
    bodies.put("xml-depth", () -> "<a>".repeat(1_200_000));
    bodies.put(
        "xml-entities",
        () ->
            "<!DOCTYPE l [<!ENTITY a \""
                + "x".repeat(5_000)
                + "\">]><rss>"
                + "&a;".repeat(900_000));
    bodies.put("xml-names", () -> "<rss>" + numbered("<n%d/>", 190_000) + "</rss>");
    bodies.put("json-values", () -> "[" + "0,".repeat(1_900_000) + "0]");
    bodies.put("json-names", () -> "{" + numbered("\"n%d\":1,", 190_000) + "\"z\":1}");
    bodies.put("json-lists", () -> "[" + "[],".repeat(190_000) + "0]");
    bodies.put("json-depth", () -> "[".repeat(3_900_000));
    bodies.put("json-text", () -> "{\"a\":\"" + numbered("xy%d", 900_000) + "\"}");
    bodies.put("html-tags", () -> ITEM.formatted("http://news.test/a", "&lt;b>".repeat(650_000)));
    return bodies;
  }

  /** A feed of one item. */
  static String item(String link) {
    return ITEM.formatted(link, "x");
  }

  /** An article's page of tags. */
  static String page() {
    return "<html><body>" + "<p a=b>x".repeat(240_000) + "</body></html>";
  }

  private static String attributes(int count) {
    return "<a " + numbered("n%d='' ", count) + "/>";
  }

  private static String numbered(String pattern, int count) {
    StringBuilder text = new StringBuilder();
    String[] parts = pattern.split("%d", -1);
    for (int number = 0; number < count; number++) {
      text.append(parts[0]).append(number).append(parts[1]);
    }
    return text.toString();
  }
}
