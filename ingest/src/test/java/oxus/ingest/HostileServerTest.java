package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.ingest.article.Articles;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.TheatreLoader;

class HostileServerTest {
  private static final Instant NOW = Instant.parse("2021-07-01T00:00:00Z");
  private static final List<String> FAULTS =
      List.of("header-flood", "endless-body", "zip-bomb", "redirect-loop", "cut-off", "xml-bomb");
  private static final long ROOM = 64_000_000;

  @Test
  void leavesNothingInMemoryHoweverOftenItTries() throws IOException {
    Vertx vertx = Vertx.vertx();
    try (ReferenceServer server = ReferenceServer.start();
        OutboundClient client =
            new OutboundClient(
                vertx, OutboundRules.with(server.endpoint()), NameResolver.ofTheMachine())) {
      FeedCollector collector =
          new FeedCollector(
              client, new Articles(TheatreLoader.shipped()), new FeedStoryTest.MemoryLog());
      FeedSource feed =
          new FeedSource(
              "Hostile", server.url("/feed"), FeedSource.EVERY, false, FeedSource.SILENT_AFTER);
      FeedMemory memory = FeedMemory.of(feed, NOW);
      long before = used();

      for (int round = 0; round < 10; round++) {
        for (String fault : FAULTS) {
          play(server, fault);
          memory = collector.poll(feed, memory, NOW).memory();
        }
      }

      assertThat(memory.failures()).isEqualTo(10 * FAULTS.size());
      assertThat(used() - before).isLessThan(ROOM);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static void play(ReferenceServer server, String fault) {
    if (fault.equals("xml-bomb")) {
      server.serve("/feed", "", "<rss>" + "<a>x</a>".repeat(900_000) + "</rss>");
      return;
    }
    server.playFault("/feed", fault);
    server.playFault("/loop", fault);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
