package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;
import oxus.schemas.Reliability;

/**
 * What each source has sent and what became of it, and how far time has come. One thread notes, any
 * thread reads; in bounded space.
 */
public final class SourceLedger {
  private static final int MOST_SOURCES = 5_000;
  private static final int AWAITED_ARTICLES = 20_000;
  private static final int HOURS = 24;
  private static final String OTHERS = "(others)";

  private final Map<String, Entry> entries = new TreeMap<>();
  private final Map<String, String> sourceOf = new LinkedHashMap<>();
  private Optional<Instant> time = Optional.empty();

  /** One source's counts, still growing. */
  private static final class Entry {
    private final String name;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private Optional<Reliability> reliability = Optional.empty();
    private Optional<Instant> lastSeen = Optional.empty();
    private Duration lag = Duration.ZERO;
    private final TreeMap<Instant, Integer> hours = new TreeMap<>();
    private long articles;
    private long reports;

    private Entry(String name) {
      this.name = name;
    }

    private void see(Instant knownAt, Instant publishedAt) {
      if (lastSeen.isEmpty() || !lastSeen.get().isAfter(knownAt)) {
        lastSeen = Optional.of(knownAt);
        lag = Duration.between(publishedAt, knownAt);
      }
    }
  }

  public synchronized void report(BorderEvent report) {
    Entry entry = entry(report.getSource(), report.getSourceName());
    entry.reports++;
    entry.reliability = Optional.of(report.getReliability());
    entry.see(report.getKnownAt(), report.getPublishedAt());
    tick(report.getKnownAt());
  }

  public synchronized void article(Article article) {
    Entry entry = entry(article.getSource(), article.getSourceName());
    entry.articles++;
    entry.hours.merge(article.getKnownAt().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
    while (entry.hours.size() > HOURS) {
      entry.hours.pollFirstEntry();
    }
    entry.see(article.getKnownAt(), article.getPublishedAt());
    sourceOf.put(article.getKey(), article.getSource());
    if (sourceOf.size() > AWAITED_ARTICLES) {
      sourceOf.remove(sourceOf.keySet().iterator().next());
    }
    tick(article.getKnownAt());
  }

  public synchronized void disposition(Disposition disposition) {
    String source = sourceOf.getOrDefault(disposition.getArticleKey(), OTHERS);
    entry(source, source).outcomes.merge(disposition.getOutcome(), 1L, Long::sum);
  }

  /** Time has come to this moment. */
  public synchronized void tick(Instant at) {
    if (time.isEmpty() || time.get().isBefore(at)) {
      time = Optional.of(at);
    }
  }

  private Entry entry(String source, String name) {
    if (entries.size() >= MOST_SOURCES && !entries.containsKey(source)) {
      return entries.computeIfAbsent(OTHERS, unknown -> new Entry(OTHERS));
    }
    return entries.computeIfAbsent(source, unknown -> new Entry(name));
  }

  /** How far time has come by the newest tick, article or report; empty before the first. */
  synchronized Optional<Instant> time() {
    return time;
  }

  /** The longest silent last: who spoke last stands first. */
  synchronized List<SourceHealth> healths() {
    return entries.entrySet().stream()
        .map(entry -> health(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((SourceHealth health) -> health.lastSeen().orElse(Instant.EPOCH))
                .reversed()
                .thenComparing(SourceHealth::source))
        .toList();
  }

  /** Articles in each of the last hours, oldest first. */
  private static List<Integer> hours(Entry entry, Instant now) {
    Instant last = now.truncatedTo(ChronoUnit.HOURS);
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> last.minus(HOURS - 1L - hour, ChronoUnit.HOURS))
        .map(hour -> entry.hours.getOrDefault(hour, 0))
        .toList();
  }

  private SourceHealth health(String source, Entry entry) {
    Optional<Duration> silence =
        entry.lastSeen.flatMap(seen -> time.map(now -> Duration.between(seen, now)));
    return new SourceHealth(
        source,
        entry.name,
        entry.reliability,
        entry.lastSeen,
        silence,
        entry.lag,
        entry.articles,
        entry.reports,
        entry.outcomes,
        time.map(now -> hours(entry, now)).orElse(List.of()));
  }
}
