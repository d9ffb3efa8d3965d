package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import oxus.ingest.article.Articles;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.Article;
import oxus.schemas.outbound.Limits;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.TheatreLoader;

/**
 * Plays the stories of {@code feeds/*.yaml}: what a server serves, poll by poll, and what comes of
 * it.
 */
class FeedStoryTest {
  private static final Instant START = Instant.parse("2021-07-01T00:00:00Z");
  private static final Path STORIES = Path.of("src/test/resources/oxus/ingest/feeds");

  /** For answers that never end. */
  private static final Limits HASTY =
      new Limits(4_000_000, 8_000_000, 100, 5, Duration.ofMillis(300));

  private static final Vertx VERTX = Vertx.vertx();
  private static final Articles ARTICLES = new Articles(TheatreLoader.shipped());

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  static List<Path> stories() throws IOException {
    try (Stream<Path> files = Files.list(STORIES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void aFeedComesOutAsItsStoryTells(Path story) throws IOException {
    try (InputStream file = Files.newInputStream(story);
        ReferenceServer server = ReferenceServer.start();
        OutboundClient client =
            new OutboundClient(
                VERTX, OutboundRules.with(server.endpoint()), NameResolver.ofTheMachine())) {
      Map<?, ?> told =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);

      assertThat(play(told, server, client)).isEqualTo(wanted(told));
    }
  }

  private static List<Map<?, ?>> polls(Map<?, ?> story) {
    List<Map<?, ?>> polls = new ArrayList<>();
    if (story.get("polls") instanceof List<?> steps) {
      steps.forEach(step -> polls.add((Map<?, ?>) step));
    }
    return polls;
  }

  private static List<String> wanted(Map<?, ?> story) {
    List<String> wanted = new ArrayList<>();
    for (Map<?, ?> poll : polls(story)) {
      wanted.add(
          (poll.containsKey("added") ? poll.get("added") : List.of())
              + " "
              + (poll.containsKey("health") ? poll.get("health") : "FINE"));
    }
    return wanted;
  }

  private static List<String> play(Map<?, ?> story, ReferenceServer server, OutboundClient client) {
    FeedSource feed =
        new FeedSource(
            "Reference",
            server.url("/feed"),
            Duration.ofMinutes(15),
            Boolean.TRUE.equals(story.get("fullText")),
            Duration.ofHours(12));
    MemoryLog log = new MemoryLog();
    FeedMemory memory = FeedMemory.of(feed, START);
    Instant now = START;
    List<String> came = new ArrayList<>();
    for (Map<?, ?> poll : polls(story)) {
      new FeedScript(server).set(poll);
      now =
          now.plus(
              Duration.parse(
                  String.valueOf(poll.containsKey("after") ? poll.get("after") : "PT15M")));
      if (Boolean.TRUE.equals(poll.get("restart"))) {
        log.restart();
        memory = FeedMemory.of(feed, now);
      }
      Limits limits = Boolean.TRUE.equals(poll.get("hasty")) ? HASTY : Limits.PAGE;
      FeedCollector.Poll result =
          new FeedCollector(client, ARTICLES, log, limits).poll(feed, memory, now);
      memory = result.memory();
      came.add(told(result, server) + " " + health(memory, feed, now));
    }
    return came;
  }

  private static String health(FeedMemory memory, FeedSource feed, Instant now) {
    return memory.health(feed, now) + (memory.failures() > 0 ? " " + memory.fault() : "");
  }

  private static List<String> told(FeedCollector.Poll poll, ReferenceServer server) {
    return poll.added().stream()
        .map(
            article ->
                article.getKey().replace(server.endpoint(), "")
                    + " "
                    + (article.getBody().isEmpty() ? "removed" : article.getTitle())
                    + (article.getClaimedPublishedAt().isPresent() ? " clamped" : ""))
        .toList();
  }

  /** The log of articles without a broker. */
  static final class MemoryLog implements ArticleLog {
    private final Map<String, String> latest = new HashMap<>();
    private final List<String> all = new ArrayList<>();
    private List<String> before = List.of();

    void restart() {
      before = List.copyOf(all);
    }

    @Override
    public Optional<String> latest(String key) {
      return Optional.ofNullable(latest.get(key));
    }

    @Override
    public boolean wasThere(String key, String revision) {
      return before.contains(key + " " + revision);
    }

    @Override
    public void add(List<Article> articles) {
      for (Article article : articles) {
        latest.put(article.getKey(), article.getRevision());
        all.add(article.getKey() + " " + article.getRevision());
      }
    }
  }
}
