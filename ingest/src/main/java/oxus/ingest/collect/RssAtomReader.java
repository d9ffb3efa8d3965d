package oxus.ingest.collect;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;
import oxus.ingest.article.Draft.PublicationTime;

/** RSS of all versions and Atom, by ROME; dates are read by {@link FeedDates} before. */
final class RssAtomReader {
  private static final Set<String> DATES =
      Set.of("pubDate", "published", "updated", "modified", "issued", "created", "date");
  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("http://purl.org/atompub/tombstones/1.0");
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A day without a time is told to ROME as this second of it, and told back from it. */
  private static final int DAY_ONLY_SECOND = 86_399;

  private RssAtomReader() {}

  static List<FeedItem> read(Document document) {
    List<FeedItem> items = new ArrayList<>();
    for (Element element : document.getRootElement().getChildren("deleted-entry", TOMBSTONES)) {
      String name = element.getAttributeValue("ref", "");
      if (!name.isBlank()) {
        items.add(FeedItem.removed(name, link(name)));
      }
    }
    normaliseDates(document);
    for (SyndEntry entry : feed(document).getEntries()) {
      item(entry).ifPresent(items::add);
    }
    return items;
  }

  private static SyndFeed feed(Document document) {
    try {
      return new SyndFeedInput(false, Locale.ROOT).build(document);
    } catch (FeedException | RuntimeException e) {
      // ROME means to take anything, and stumbles over what it has not thought of
      throw new UnreadableFeedException(
          FeedFault.NOT_A_FEED,
          "<" + document.getRootElement().getName() + "> is no RSS or Atom: " + e.getMessage());
    }
  }

  /** ROME takes few forms, and takes some of them wrong; what nobody can read is left out. */
  private static void normaliseDates(Document document) {
    List<Element> dates = new ArrayList<>();
    for (Element element : document.getRootElement().getDescendants(Filters.element())) {
      if (DATES.contains(element.getName()) && element.getChildren().isEmpty()) {
        dates.add(element);
      }
    }
    for (Element element : dates) {
      Optional<PublicationTime> time = FeedDates.parse(element.getText());
      if (time.isPresent()) {
        element.setText(PLAIN.format(time.get().at()));
      } else {
        element.detach();
      }
    }
  }

  private static Optional<FeedItem> item(SyndEntry entry) {
    Optional<String> url = filled(entry.getLink()).or(() -> link(entry.getUri()));
    Optional<String> id = filled(entry.getUri()).or(() -> url);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Date> published =
        Optional.ofNullable(entry.getPublishedDate())
            .or(() -> Optional.ofNullable(entry.getUpdatedDate()));
    String updated =
        Optional.ofNullable(entry.getUpdatedDate())
            .map(date -> date.toInstant().toString())
            .orElse("");
    return Optional.of(
        new FeedItem(
            id.get(),
            url,
            HtmlText.line(entry.getTitle() == null ? "" : entry.getTitle()),
            HtmlText.of(longest(entry)),
            published.map(date -> time(date.toInstant())),
            updated,
            Optional.empty(),
            Optional.empty(),
            false));
  }

  private static PublicationTime time(Instant at) {
    return new PublicationTime(at, Math.floorMod(at.getEpochSecond(), 86_400) == DAY_ONLY_SECOND);
  }

  /** A feed that gives the whole text gives it beside the summary. */
  private static String longest(SyndEntry entry) {
    String longest = value(entry.getDescription());
    for (SyndContent content : entry.getContents()) {
      longest = value(content).length() > longest.length() ? value(content) : longest;
    }
    return longest;
  }

  private static String value(@Nullable SyndContent content) {
    return content == null || content.getValue() == null ? "" : content.getValue();
  }

  private static Optional<String> link(@Nullable String text) {
    return filled(text).filter(link -> link.startsWith("http://") || link.startsWith("https://"));
  }

  private static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
  }
}
