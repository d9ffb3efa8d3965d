package oxus.alerts.deliver;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oxus.alerts.console.Links;
import oxus.alerts.console.Posted;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.ThreatLevelChange;

/** Changes as a page of an Atom feed (RFC 4287, paged by RFC 5005), newest first. */
public final class AtomFeed {
  public static final String CONTENT_TYPE = "application/atom+xml";
  private static final String CAP = "application/cap+xml";
  private static final String SCHEME = "tag:oxuswatch.org,2021:";
  private static final int TITLE = 200;
  private static final int TEXT = 2_000;
  private static final int MOST_SOURCES = 5;

  private final Masthead masthead;
  private final Page page;

  /**
   * What stands on a page, and how it is linked.
   *
   * @param newestFirst the changes of the page
   * @param self path and query of the page itself
   * @param first path and query of the newest page
   * @param next path and query of the page of older changes, empty on the last
   */
  public record Page(List<Posted> newestFirst, String self, String first, Optional<String> next) {
    public Page {
      newestFirst = List.copyOf(newestFirst);
    }
  }

  private AtomFeed(Masthead masthead, Page page) {
    this.masthead = masthead;
    this.page = page;
  }

  /** The changes with their evidence, for people. */
  public static String ofChanges(Masthead masthead, Page page) {
    AtomFeed atom = new AtomFeed(masthead, page);
    return atom.write("changes", "Changes of threat level", atom::change);
  }

  /** The CAP messages of the changes, for machines that fetch them. */
  public static String ofCapMessages(Masthead masthead, Page page) {
    AtomFeed atom = new AtomFeed(masthead, page);
    return atom.write("cap", "CAP messages", atom::message);
  }

  private interface Entries {
    Entry of(ThreatLevelChange change);
  }

  private String write(String name, String title, Entries entries) {
    Feed feed = new Feed("atom_1.0");
    feed.setEncoding("UTF-8");
    feed.setId(id("feed/" + name, masthead.theatre().id()));
    feed.setTitleEx(
        text(PlainText.of(masthead.marked(title + " – " + masthead.theatre().name()), TITLE)));
    feed.setUpdated(Date.from(updated()));
    Person author = new Person();
    author.setName("Oxus");
    feed.setAuthors(List.of(author));
    Generator generator = new Generator();
    generator.setValue("Oxus");
    feed.setGenerator(generator);
    feed.setAlternateLinks(List.of(link("alternate", masthead.address() + "/", "text/html")));
    feed.setOtherLinks(links());
    feed.setEntries(
        page.newestFirst().stream().map(posted -> entries.of(posted.change())).toList());
    try {
      return new WireFeedOutput().outputString(feed, false);
    } catch (FeedException e) {
      throw new IllegalStateException("ROME cannot write the feed " + name, e);
    }
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    links.add(link("self", masthead.address() + page.self(), CONTENT_TYPE));
    links.add(link("first", masthead.address() + page.first(), CONTENT_TYPE));
    page.next().ifPresent(next -> links.add(link("next", masthead.address() + next, CONTENT_TYPE)));
    return links;
  }

  /** The newest knowledge time on the page: no clock is asked. */
  private Instant updated() {
    return page.newestFirst().stream()
        .map(posted -> posted.change().getAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private Entry change(ThreatLevelChange change) {
    Entry entry = entry("change", change);
    List<Link> alternates = new ArrayList<>();
    alternates.add(link("alternate", masthead.page(change.getChangeId()), "text/html"));
    alternates.add(link("alternate", masthead.json(change.getChangeId()), "application/json"));
    alternates.add(link("alternate", masthead.cap(change.getChangeId()), CAP));
    entry.setAlternateLinks(alternates);
    entry.setOtherLinks(sources(change).map(address -> link("via", address, "text/html")).toList());
    entry.setContents(List.of(text(evidence(change))));
    return entry;
  }

  private Entry message(ThreatLevelChange change) {
    Entry entry = entry("cap", change);
    entry.setAlternateLinks(List.of(link("alternate", masthead.cap(change.getChangeId()), CAP)));
    return entry;
  }

  private Entry entry(String kind, ThreatLevelChange change) {
    Entry entry = new Entry();
    entry.setId(id(kind, change.getChangeId()));
    entry.setTitleEx(text(PlainText.of(masthead.marked(title(change)), TITLE)));
    entry.setUpdated(Date.from(change.getAt()));
    entry.setPublished(Date.from(change.getAt()));
    entry.setCategories(categories(change));
    entry.setSummary(text(PlainText.of(change.getExplanation(), TEXT)));
    return entry;
  }

  private String title(ThreatLevelChange change) {
    return masthead.sectorName(change.getSector())
        + ": "
        + change.getFrom()
        + " → "
        + change.getTo();
  }

  private List<Category> categories(ThreatLevelChange change) {
    List<Category> categories = new ArrayList<>();
    categories.add(category("level", change.getTo().name()));
    categories.add(category("sector", PlainText.of(change.getSector(), TITLE)));
    if (masthead.exercise()) {
      categories.add(category("status", "exercise"));
    }
    return categories;
  }

  private static Category category(String kind, String term) {
    Category category = new Category();
    category.setScheme(SCHEME + kind);
    category.setTerm(term);
    return category;
  }

  /** Articles behind it that a reader may follow; other addresses stay in the JSON as text. */
  private static Stream<String> sources(ThreatLevelChange change) {
    return change.getContributions().stream()
        .map(Contribution::getReports)
        .flatMap(List::stream)
        .map(CitedReport::getUrl)
        .flatMap(Optional::stream)
        .map(Links::safe)
        .flatMap(Optional::stream)
        .distinct()
        .limit(MOST_SOURCES);
  }

  private static String evidence(ThreatLevelChange change) {
    String lines =
        change.getContributions().stream()
            .map(EvidenceText::line)
            .limit(2L * MOST_SOURCES)
            .collect(Collectors.joining(" · "));
    return PlainText.of(change.getExplanation(), TEXT) + (lines.isEmpty() ? "" : " · " + lines);
  }

  /** The same for the same change wherever it is replayed, but for the mark of an exercise. */
  private String id(String kind, String id) {
    return SCHEME + (masthead.exercise() ? "exercise/" : "") + kind + "/" + Links.encode(id);
  }

  private static Content text(String value) {
    Content content = new Content();
    content.setType(Content.TEXT);
    content.setValue(value);
    return content;
  }

  private static Link link(String relation, String address, String type) {
    Link link = new Link();
    link.setRel(relation);
    link.setHref(address);
    link.setType(type);
    return link;
  }
}
