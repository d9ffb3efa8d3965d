package oxus.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import oxus.ingest.collect.FeedHealth;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.Article;

/** What is told of each feed: how it does, when it last did, and what came of it. */
final class FeedMeters {
  private final MeterRegistry registry;
  private final Map<String, Now> now = new ConcurrentHashMap<>();

  private record Now(FeedMemory memory, FeedHealth health) {}

  FeedMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Begins to tell of a feed. */
  void show(FeedSource feed, FeedMemory memory) {
    now.put(feed.url(), new Now(memory, FeedHealth.FINE));
    for (FeedHealth health : FeedHealth.values()) {
      Gauge.builder("oxus.feed.health", () -> of(feed).health() == health ? 1 : 0)
          .description("1 for the state that the feed is in")
          .tags(tags(feed).and("state", health.name().toLowerCase(Locale.ROOT)))
          .register(registry);
    }
    Gauge.builder(
            "oxus.feed.last.success.seconds",
            () -> of(feed).memory().success().map(Instant::getEpochSecond).orElse(0L))
        .tags(tags(feed))
        .register(registry);
    Gauge.builder(
            "oxus.feed.last.article.seconds", () -> of(feed).memory().newest().getEpochSecond())
        .tags(tags(feed))
        .register(registry);
    Gauge.builder("oxus.feed.failures", () -> of(feed).memory().failures())
        .description("polls in a row that failed")
        .tags(tags(feed))
        .register(registry);
    Gauge.builder("oxus.feed.items", () -> of(feed).memory().items())
        .tags(tags(feed))
        .register(registry);
    Gauge.builder("oxus.feed.items.undated", () -> of(feed).memory().undated())
        .tags(tags(feed))
        .register(registry);
  }

  /** Tells no more of a feed. */
  void hide(FeedSource feed) {
    List<Meter> gone =
        registry.getMeters().stream()
            .filter(meter -> meter.getId().getName().startsWith("oxus.feed."))
            .filter(meter -> feed.url().equals(meter.getId().getTag("url")))
            .toList();
    gone.forEach(registry::remove);
  }

  /** Tells of a poll. */
  void count(FeedSource feed, FeedCollector.Poll poll, Instant at) {
    FeedMemory memory = poll.memory();
    now.put(feed.url(), new Now(memory, memory.health(feed, at)));
    String outcome = memory.failures() > 0 ? memory.fault().toLowerCase(Locale.ROOT) : "fine";
    registry.counter("oxus.feed.polls", tags(feed).and("outcome", outcome)).increment();
    registry.counter("oxus.feed.articles", tags(feed)).increment(poll.added().size());
    registry
        .counter("oxus.feed.articles.clamped", tags(feed))
        .increment((double) poll.added().stream().filter(FeedMeters::isClamped).count());
  }

  private static boolean isClamped(Article article) {
    return article.getClaimedPublishedAt().isPresent();
  }

  private Now of(FeedSource feed) {
    return Objects.requireNonNull(now.get(feed.url()), "shown before it is told of");
  }

  private static Tags tags(FeedSource feed) {
    return Tags.of("source", feed.name(), "url", feed.url());
  }
}
