package oxus.ingest.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jdom2.output.XMLOutputter;

/** IPTC's NewsML-G2: one news item, or a message of several. Names only, of any namespace. */
final class NewsMlReader {
  private static final Set<String> ROOTS = Set.of("newsItem", "newsMessage", "packageItem");

  private NewsMlReader() {}

  static boolean isNews(Element root) {
    return ROOTS.contains(root.getName());
  }

  static List<FeedItem> read(Element root) {
    List<Element> found = new ArrayList<>();
    if (root.getName().equals("newsItem")) {
      found.add(root);
    }
    for (Element element : root.getDescendants(Filters.element())) {
      if (element.getName().equals("newsItem")) {
        found.add(element);
      }
    }
    List<FeedItem> items = new ArrayList<>();
    found.forEach(element -> item(element).ifPresent(items::add));
    return items;
  }

  private static Optional<FeedItem> item(Element news) {
    String guid = news.getAttributeValue("guid", "").strip();
    if (guid.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> url = Optional.of(guid).filter(name -> name.startsWith("http"));
    String status = attribute(news, "pubStatus", "qcode");
    if (status.endsWith(":canceled") || status.endsWith(":withheld")) {
      return Optional.of(FeedItem.removed(guid, url));
    }
    String text = text(news);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeedItem(
            guid,
            url,
            HtmlText.line(textOf(news, "headline")),
            text,
            FeedDates.parse(textOf(news, "firstCreated"))
                .or(() -> FeedDates.parse(textOf(news, "contentCreated")))
                .or(() -> FeedDates.parse(textOf(news, "versionCreated"))),
            news.getAttributeValue("version", "") + " " + textOf(news, "versionCreated"),
            source(news),
            Optional.of(attribute(news, "language", "tag")).filter(tag -> !tag.isEmpty()),
            false));
  }

  private static String text(Element news) {
    Optional<Element> content = find(news, "inlineXML").or(() -> find(news, "inlineData"));
    if (content.isEmpty()) {
      return "";
    }
    Element body =
        find(content.get(), "body.content")
            .or(() -> find(content.get(), "body"))
            .orElse(content.get());
    return HtmlText.of(new XMLOutputter().outputElementContentString(body));
  }

  private static Optional<String> source(Element news) {
    return find(news, "infoSource")
        .or(() -> find(news, "provider"))
        .flatMap(element -> find(element, "name"))
        .map(Element::getTextTrim)
        .filter(name -> !name.isEmpty());
  }

  private static Optional<Element> find(Element root, String name) {
    for (Element element : root.getDescendants(Filters.element())) {
      if (element.getName().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static String textOf(Element root, String name) {
    return find(root, name).map(Element::getTextTrim).orElse("");
  }

  private static String attribute(Element root, String name, String attribute) {
    return find(root, name).map(element -> element.getAttributeValue(attribute, "")).orElse("");
  }
}
