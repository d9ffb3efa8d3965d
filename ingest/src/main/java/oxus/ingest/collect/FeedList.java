package oxus.ingest.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oxus.theatre.Problem;
import oxus.theatre.Yaml;

/**
 * The feeds that are asked, as a YAML file lists them.
 *
 * @param problems each with its line; feeds that have one are not among {@code feeds}
 */
public record FeedList(List<FeedSource> feeds, List<Problem> problems) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public FeedList {
    feeds = List.copyOf(feeds);
    problems = List.copyOf(problems);
  }

  /** Reads a list. */
  public static FeedList parse(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Map<String, FeedSource> feeds = new LinkedHashMap<>();
    Yaml root = Yaml.parse(file, text, problems);
    if (!root.isThere() && problems.isEmpty()) {
      problems.add(new Problem(file, 0, "the file is empty", "list feeds under 'feeds:'"));
    }
    for (Yaml item : root.only("feeds").get("feeds").items()) {
      int before = problems.size();
      FeedSource feed = feed(item);
      if (feeds.containsKey(feed.url())) {
        item.problem("the feed '" + feed.url() + "' is listed twice", "take one out");
      }
      if (problems.size() == before) {
        feeds.put(feed.url(), feed);
      }
    }
    return new FeedList(List.copyOf(feeds.values()), problems);
  }

  /** Reads one feed: the fields of an item of a list, as JSON or YAML. */
  public static FeedList parseOne(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Yaml root = Yaml.parse(file, text, problems);
    if (!root.isThere() && problems.isEmpty()) {
      problems.add(new Problem(file, 0, "nothing is there", "write {\"source\": …, \"url\": …}"));
    }
    FeedSource feed = feed(root);
    return new FeedList(problems.isEmpty() ? List.of(feed) : List.of(), problems);
  }

  /** A list as {@link #parse} reads it. */
  public static String text(List<FeedSource> feeds) {
    if (feeds.isEmpty()) {
      return "feeds: []\n";
    }
    StringBuilder yaml = new StringBuilder("feeds:\n");
    for (FeedSource feed : feeds) {
      yaml.append("  - source: ").append(quoted(feed.name()));
      yaml.append("\n    url: ").append(quoted(feed.url()));
      yaml.append("\n    every: ").append(feed.every());
      yaml.append("\n    fullText: ").append(feed.fullText());
      yaml.append("\n    silentAfter: ").append(feed.silentAfter()).append('\n');
    }
    return yaml.toString();
  }

  /** On one line, and without the control characters that XML and JSON have and YAML has not. */
  static String quoted(String text) {
    String plain = text.replaceAll("[\\s\\x00-\\x1f\\x7f-\\x9f]+", " ").strip();
    return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static FeedSource feed(Yaml item) {
    item.only("source", "url", "every", "fullText", "silentAfter");
    Yaml url = item.get("url");
    if (url.isThere() && !isUrl(url.text())) {
      url.problem("'" + url.text() + "' is no URL of a feed", "write http://… or https://…");
    }
    Yaml source = item.get("source");
    if (source.isThere() && source.text().isBlank()) {
      source.problem("the source has no name", "write the publisher's name");
    }
    return new FeedSource(
        source.text().strip().replaceAll("\\s+", " "),
        url.text().strip(),
        time(item, "every", FeedSource.EVERY),
        item.find("fullText").filter(FeedList::isYes).isPresent(),
        time(item, "silentAfter", FeedSource.SILENT_AFTER));
  }

  static boolean isUrl(String text) {
    return text.matches("https?://[\\S&&[^\\x00-\\x1f\\x7f-\\x9f]]+");
  }

  private static Duration time(Yaml item, String key, Duration otherwise) {
    return item.find(key)
        .map(
            value -> {
              Duration duration = value.duration();
              if (duration.compareTo(SHORTEST) < 0) {
                value.problem(
                    "'" + value.text() + "' for " + key + " is too short", "write PT1M or more");
              }
              return duration;
            })
        .orElse(otherwise);
  }

  private static boolean isYes(Yaml value) {
    if (!value.text().equals("true") && !value.text().equals("false")) {
      value.problem("'" + value.text() + "' for fullText", "write true or false");
    }
    return value.text().equals("true");
  }
}
