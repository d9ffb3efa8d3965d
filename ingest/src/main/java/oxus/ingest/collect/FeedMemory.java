package oxus.ingest.collect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a feed from one poll to the next. It is lost with the process, which costs
 * one poll: what was published is in the log of articles.
 *
 * @param url where to ask: the listed one, or where it has moved to for good
 * @param tag the server's {@code ETag} of what was read last
 * @param modified the server's {@code Last-Modified} of it, in its own words
 * @param seen items by id, oldest first: an item with the same print is not new
 * @param items in the feed when it was read last; {@code undated} of them without a date
 * @param newest when something new came last, or when the feed was first asked
 * @param failures polls in a row that failed, the last one with {@code fault}
 */
public record FeedMemory(
    String url,
    Optional<String> tag,
    Optional<String> modified,
    Map<String, Seen> seen,
    int items,
    int undated,
    Instant newest,
    Optional<Instant> success,
    int failures,
    String fault) {
  private static final int MOST_SEEN = 3 * FeedReader.MOST_ITEMS;

  public FeedMemory {
    seen = new LinkedHashMap<>(seen);
  }

  /**
   * An item as it was seen last.
   *
   * @param url under which it was published, so that it can be taken back by its id alone
   */
  public record Seen(int print, Optional<String> url) {}

  /**
   * An item that needs no second look.
   *
   * @param url under which it was published
   */
  public record Taken(FeedItem item, Optional<String> url) {}

  /** Nothing yet. */
  public static FeedMemory of(FeedSource feed, Instant now) {
    return new FeedMemory(
        feed.url(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0,
        0,
        now,
        Optional.empty(),
        0,
        "");
  }

  /** After a poll that failed. */
  public FeedMemory failed(String why) {
    return new FeedMemory(
        url, tag, modified, seen, items, undated, newest, success, failures + 1, why);
  }

  /** After an answer that said nothing had changed. */
  public FeedMemory unchanged(Instant now) {
    return new FeedMemory(
        url, tag, modified, seen, items, undated, newest, Optional.of(now), 0, "");
  }

  /** After the feed was read; {@code taken} are the items that need no second look. */
  public FeedMemory read(List<FeedItem> all, List<Taken> taken, boolean isNew, Instant now) {
    Map<String, Seen> later = new LinkedHashMap<>(seen);
    for (Taken one : taken) {
      later.remove(one.item().id());
      later.put(one.item().id(), new Seen(print(one.item()), one.url()));
    }
    while (later.size() > MOST_SEEN) {
      later.remove(later.keySet().iterator().next());
    }
    int withoutDate =
        (int) all.stream().filter(item -> !item.removed() && item.published().isEmpty()).count();
    return new FeedMemory(
        url,
        tag,
        modified,
        later,
        all.size(),
        withoutDate,
        isNew ? now : newest,
        Optional.of(now),
        0,
        "");
  }

  /** Where and how to ask from now on. */
  public FeedMemory asking(
      Optional<String> moved, Optional<String> newTag, Optional<String> newModified) {
    return new FeedMemory(
        moved.orElse(url),
        newTag,
        newModified,
        seen,
        items,
        undated,
        newest,
        success,
        failures,
        fault);
  }

  /** Whether an item is as it was when it was last seen. */
  public boolean knows(FeedItem item) {
    Seen before = seen.get(item.id());
    return before != null && before.print() == print(item);
  }

  /** Under which URL an item was published before. */
  public Optional<String> urlOf(String id) {
    Seen before = seen.get(id);
    return before == null ? Optional.empty() : before.url();
  }

  public FeedHealth health(FeedSource feed, Instant now) {
    return FeedHealth.of(this, feed, now);
  }

  private static int print(FeedItem item) {
    return item.hashCode();
  }
}
