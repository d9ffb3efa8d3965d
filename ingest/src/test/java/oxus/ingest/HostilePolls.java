package oxus.ingest;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import oxus.ingest.article.Articles;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.outbound.Limits;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.TheatreLoader;

/**
 * A process that polls one hostile feed of a server after the other and prints what came of each;
 * {@link SmallMemoryTest} gives it little memory.
 */
final class HostilePolls {
  private static final Instant NOW = Instant.parse("2021-07-01T00:00:00Z");
  private static final Limits HASTY =
      new Limits(4_000_000, 8_000_000, 100, 5, Duration.ofMillis(300));

  private HostilePolls() {}

  /**
   * Polls and prints.
   *
   * @param arguments the server's host and port, then the names of feeds, which are their paths
   */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx();
    Articles articles = new Articles(TheatreLoader.shipped());
    try (OutboundClient client =
        new OutboundClient(vertx, OutboundRules.with(arguments[0]), NameResolver.ofTheMachine())) {
      for (int index = 1; index < arguments.length; index++) {
        String name = arguments[index];
        FeedCollector collector =
            new FeedCollector(
                client,
                articles,
                new FeedStoryTest.MemoryLog(),
                name.startsWith("drip") ? HASTY : Limits.PAGE);
        FeedSource feed =
            new FeedSource(
                "Hostile",
                "http://" + arguments[0] + "/" + name,
                FeedSource.EVERY,
                name.equals("html-page"),
                FeedSource.SILENT_AFTER);
        FeedMemory memory = collector.poll(feed, FeedMemory.of(feed, NOW), NOW).memory();
        System.out.println(name + " " + (memory.failures() > 0 ? memory.fault() : "READ"));
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
