package oxus.ingest.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** IPTC's ninjs, versions 1 to 3: one item, a list of items, or a package of them. */
final class NinjsReader {
  private static final Set<String> TAKEN_BACK = Set.of("canceled", "cancelled", "withheld");

  private NinjsReader() {}

  static List<FeedItem> read(JsonTree tree) {
    List<JsonTree> candidates = new ArrayList<>(tree.items());
    candidates.add(tree);
    candidates.addAll(tree.get("items").items());
    candidates.addAll(tree.get("associations").items());
    List<FeedItem> items = new ArrayList<>();
    for (JsonTree candidate : candidates) {
      candidate.first("uri").flatMap(uri -> item(uri, candidate)).ifPresent(items::add);
    }
    if (items.isEmpty()) {
      throw new UnreadableFeedException(
          FeedFault.NOT_A_FEED,
          "neither JSON Feed (no 'version' of jsonfeed.org) nor ninjs (no 'uri' with a text)");
    }
    return items;
  }

  private static Optional<FeedItem> item(String uri, JsonTree item) {
    Optional<String> url =
        item.first("canonicalurl", "canonicalUrl", "ednote_url")
            .or(() -> Optional.of(uri).filter(NinjsReader::isLink));
    String status = item.first("pubstatus", "pubStatus").orElse("").toLowerCase(Locale.ROOT);
    if (TAKEN_BACK.contains(status)) {
      return Optional.of(FeedItem.removed(uri, url));
    }
    String text = text(item);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeedItem(
            uri,
            url,
            HtmlText.line(
                item.first("headline", "title").orElseGet(() -> listed(item, "headlines"))),
            text,
            item.first(
                    "firstcreated",
                    "firstCreated",
                    "contentcreated",
                    "contentCreated",
                    "versioncreated",
                    "versionCreated")
                .flatMap(FeedDates::parse),
            item.first("version", "versioncreated", "versionCreated").orElse(""),
            source(item),
            item.first("language"),
            false));
  }

  private static String text(JsonTree item) {
    Optional<String> html = item.first("body_xhtml", "body_html");
    if (html.isPresent()) {
      return HtmlText.of(html.get());
    }
    return item.first("body_text")
        .or(() -> Optional.of(HtmlText.of(listed(item, "bodies"))).filter(text -> !text.isEmpty()))
        .orElseGet(() -> HtmlText.of(item.first("description_text").orElse("")));
  }

  /** Versions 2 and 3 list headlines and bodies by role; the first one is the main one. */
  private static String listed(JsonTree item, String name) {
    return item.get(name).items().stream()
        .map(one -> one.text("value"))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> source(JsonTree item) {
    for (String list : List.of("infosources", "infoSources")) {
      for (JsonTree one : item.get(list).items()) {
        if (one.first("name").isPresent()) {
          return one.first("name");
        }
      }
    }
    return item.first("copyrightholder", "copyrightHolder");
  }

  private static boolean isLink(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://");
  }
}
