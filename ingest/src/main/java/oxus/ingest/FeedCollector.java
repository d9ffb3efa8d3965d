package oxus.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.ingest.collect.CanonicalUrl;
import oxus.ingest.collect.FeedItem;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedReader;
import oxus.ingest.collect.FeedSchedule;
import oxus.ingest.collect.FeedSource;
import oxus.ingest.collect.ReadableText;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.schemas.Article;
import oxus.schemas.outbound.Limits;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRequest;
import oxus.schemas.outbound.Outcome;
import oxus.schemas.outbound.Outcome.Answer;
import oxus.schemas.outbound.Outcome.Refused;

/** Asks one feed once: fetches it, and adds to the log what is new in it. */
final class FeedCollector {
  private static final String FEEDS =
      "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9,"
          + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
  private static final String PAGES = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

  /** Pages fetched in one poll: a server is not asked for hundreds in a row. */
  static final int MOST_PAGES = 50;

  private final OutboundClient client;
  private final Articles articles;
  private final ArticleLog log;
  private final Limits limits;

  FeedCollector(OutboundClient client, Articles articles, ArticleLog log) {
    this(client, articles, log, Limits.PAGE);
  }

  FeedCollector(OutboundClient client, Articles articles, ArticleLog log, Limits limits) {
    this.limits = limits;
    this.client = client;
    this.articles = articles;
    this.log = log;
  }

  /**
   * What a poll came to.
   *
   * @param memory for the next poll
   * @param added to the log
   * @param notBefore when the server wants to be asked again at the earliest
   */
  record Poll(FeedMemory memory, List<Article> added, Optional<Instant> notBefore) {
    Poll {
      added = List.copyOf(added);
    }
  }

  Poll poll(FeedSource feed, FeedMemory memory, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", FEEDS);
    memory.tag().ifPresent(tag -> headers.put("If-None-Match", tag));
    memory.modified().ifPresent(modified -> headers.put("If-Modified-Since", modified));
    Outcome outcome = get(memory.url(), headers);
    if (outcome instanceof Refused refused) {
      return failed(memory, refused.refusal().name(), Optional.empty());
    }
    Answer answer = (Answer) outcome;
    Optional<Instant> notBefore = FeedSchedule.retryAfter(answer.header("Retry-After"), now);
    if (answer.status() == 304) {
      return new Poll(memory.unchanged(now), List.of(), notBefore);
    }
    if (answer.status() != 200) {
      return failed(memory, "STATUS_" + answer.status(), notBefore);
    }
    try {
      List<FeedItem> items = FeedReader.read(answer.body().bytes(), answer.header("Content-Type"));
      return read(feed, memory, answer, items, now);
    } catch (UnreadableFeedException e) {
      return failed(memory, e.fault().name(), notBefore);
    }
  }

  private static Poll failed(FeedMemory memory, String fault, Optional<Instant> notBefore) {
    return new Poll(memory.failed(fault), List.of(), notBefore);
  }

  private Poll read(
      FeedSource feed, FeedMemory memory, Answer answer, List<FeedItem> items, Instant now) {
    Map<String, Article> added = new LinkedHashMap<>();
    List<FeedMemory.Taken> taken = new ArrayList<>();
    boolean complete = true;
    int pages = 0;
    for (FeedItem item : items) {
      if (memory.knows(item) || isBlank(feed, item)) {
        continue;
      }
      pages += feed.fullText() ? 1 : 0;
      if (pages > MOST_PAGES) {
        complete = false;
        break;
      }
      Optional<Draft> draft = draft(feed, memory, item, now);
      if (draft.isEmpty()) {
        complete = false;
        continue;
      }
      taken.add(new FeedMemory.Taken(item, draft.get().url()));
      Article article = articles.live(draft.get(), now);
      if (isNews(article, memory.success().isEmpty())) {
        added.putIfAbsent(article.getKey(), article);
      }
    }
    List<Article> news = List.copyOf(added.values());
    if (!news.isEmpty()) {
      log.add(news);
    }
    // while something is missing, the feed must come whole again
    Optional<String> tag = complete ? answer.header("ETag") : Optional.empty();
    Optional<String> modified = complete ? answer.header("Last-Modified") : Optional.empty();
    FeedMemory later =
        memory
            .read(items, taken, !news.isEmpty(), now)
            .asking(answer.permanentUrl(), tag, modified);
    return new Poll(later, news, FeedSchedule.retryAfter(answer.header("Retry-After"), now));
  }

  /** An item without words is an accident; only a publisher's own word takes an article back. */
  private static boolean isBlank(FeedSource feed, FeedItem item) {
    boolean hasPage = feed.fullText() && item.url().isPresent();
    return !item.removed() && !hasPage && item.title().isEmpty() && item.text().isEmpty();
  }

  /** After a restart, what was published once is not published again, whatever came after it. */
  private boolean isNews(Article article, boolean firstPoll) {
    Optional<String> latest = log.latest(article.getKey());
    boolean isRemoval = article.getTitle().isEmpty() && article.getBody().isEmpty();
    if (latest.isEmpty()) {
      return !isRemoval;
    }
    return !latest.get().equals(article.getRevision())
        && !(firstPoll && log.wasThere(article.getKey(), article.getRevision()));
  }

  /** Empty when the article's page does not come now; it is asked for again with the next poll. */
  private Optional<Draft> draft(FeedSource feed, FeedMemory memory, FeedItem item, Instant now) {
    if (item.removed()) {
      Optional<String> url = item.url().or(() -> memory.urlOf(item.id()));
      return Optional.of(draft(feed, item, "", url, item.published(), now));
    }
    if (!feed.fullText() || item.url().isEmpty()) {
      return Optional.of(draft(feed, item, item.text(), item.url(), item.published(), now));
    }
    String url = CanonicalUrl.of(item.url().get());
    Outcome outcome = get(url, Map.of("Accept", PAGES));
    if (!(outcome instanceof Answer answer)) {
      return Optional.empty();
    }
    if (answer.status() == 410) {
      return Optional.of(draft(feed, gone(item), "", item.url(), item.published(), now));
    }
    if (answer.status() != 200) {
      return Optional.empty();
    }
    ReadableText page =
        ReadableText.of(answer.body().bytes(), answer.header("Content-Type"), answer.url());
    String text = page.text().length() > item.text().length() ? page.text() : item.text();
    if (text.isEmpty() && item.title().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        draft(
            feed,
            item,
            text,
            page.canonicalUrl().or(() -> Optional.of(url)),
            item.published().or(page::published),
            now));
  }

  private static FeedItem gone(FeedItem item) {
    return new FeedItem(
        item.id(), item.url(), "", "", item.published(), "", item.source(), item.language(), true);
  }

  private static Draft draft(
      FeedSource feed,
      FeedItem item,
      String text,
      Optional<String> url,
      Optional<PublicationTime> published,
      Instant now) {
    return new Draft(
        item.id(),
        url.map(CanonicalUrl::of),
        item.title(),
        text,
        feed.name(),
        published.orElse(new PublicationTime(now, false)),
        Optional.empty(),
        item.language());
  }

  private Outcome get(String url, Map<String, String> headers) {
    return client.send(OutboundRequest.get(url, headers, limits)).toCompletableFuture().join();
  }
}
