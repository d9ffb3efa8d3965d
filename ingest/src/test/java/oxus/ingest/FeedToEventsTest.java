package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import oxus.ingest.article.Articles;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.Withdrawal;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * From a feed to the events that stand: one article for each version that a publisher gave an item,
 * each version in the place of the one before.
 */
class FeedToEventsTest {
  private static final Instant START = Instant.parse("2021-06-22T12:00:00Z");
  private static final String SEIZURE =
      "Taliban fighters captured the Sher Khan Bandar border crossing on Tuesday, %s officials said.";

  private final Theatre theatre = TheatreLoader.shipped();
  private final List<Article> added = new ArrayList<>();

  @Test
  void leavesTheEventsOfTheLastVersionWhateverTheServerDoesInBetween() throws IOException {
    Vertx vertx = Vertx.vertx();
    try (ReferenceServer server = ReferenceServer.start();
        OutboundClient client =
            new OutboundClient(
                vertx, OutboundRules.with(server.endpoint()), NameResolver.ofTheMachine())) {
      play(server, client);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    assertThat(added).extracting(Article::getRevision).hasSize(4).doesNotHaveDuplicates();
    assertThat(added.stream().map(Article::getKey).distinct()).hasSize(1);
    extract();
  }

  private void play(ReferenceServer server, OutboundClient client) {
    FeedSource feed =
        new FeedSource(
            "Reuters", server.url("/feed"), FeedSource.EVERY, false, FeedSource.SILENT_AFTER);
    FeedCollector collector =
        new FeedCollector(client, new Articles(theatre), new FeedStoryTest.MemoryLog());
    FeedMemory memory = FeedMemory.of(feed, START);
    List<Runnable> polls =
        List.of(
            () -> serve(server, "provincial", "22"),
            () -> server.playFault("/feed", "killed"),
            () -> serve(server, "district", "22"),
            () -> serve(server, "district", "21"),
            () -> server.playFault("/feed", "cut-off"),
            () -> serve(server, "city", "22"),
            () -> server.serve("/feed", "", "<rss><channel><title>t</title></channel></rss>"),
            () -> serve(server, "city", "22"),
            () -> serve(server, "army", "22"));
    Instant now = START;
    for (Runnable poll : polls) {
      poll.run();
      now = now.plus(Duration.ofMinutes(15));
      FeedCollector.Poll came = collector.poll(feed, memory, now);
      memory = came.memory();
      added.addAll(came.added());
    }
  }

  private static void serve(ReferenceServer server, String officials, String day) {
    server.serve(
        "/feed",
        "",
        "<rss><channel><item><guid>a</guid><link>https://news.test/a</link><title>Gate falls</title>"
            + "<pubDate>"
            + day
            + " Jun 2021 10:00:00 GMT</pubDate><description>"
            + SEIZURE.formatted(officials)
            + "</description></item></channel></rss>");
  }

  private void extract() {
    try (TopologyTestDriver driver =
        new TopologyTestDriver(new ExtractionTopology(theatre, "").build(), new Properties())) {
      TestInputTopic<String, SpecificRecord> articles =
          driver.createInputTopic(
              Topics.ARTICLES.name(),
              new StringSerializer(),
              AvroSerde.of(SpecificRecord.class).serializer());
      added.forEach(article -> articles.pipeInput(article.getKey(), article));

      assertThat(read(driver, Topics.DISPOSITIONS))
          .extracting(record -> ((Disposition) record).getOutcome())
          .containsExactly(Outcome.EVENTS, Outcome.EVENTS, Outcome.EVENTS, Outcome.EVENTS);
      assertThat(standing(read(driver, Topics.BORDER_EVENTS)))
          .containsExactly(added.get(3).getRevision());
    }
  }

  /** Revisions whose events are neither withdrawn nor replaced. */
  private static Set<String> standing(List<SpecificRecord> records) {
    Set<String> standing = new HashSet<>();
    for (SpecificRecord record : records) {
      if (record instanceof BorderEvent event) {
        standing.add(event.getArticleRevision());
      } else if (record instanceof Withdrawal gone) {
        assertThat(standing.remove(gone.getArticleRevision().orElseThrow())).isTrue();
      }
    }
    return standing;
  }

  private static List<SpecificRecord> read(TopologyTestDriver driver, Topic topic) {
    return driver
        .createOutputTopic(
            topic.name(),
            new StringDeserializer(),
            AvroSerde.of(SpecificRecord.class).deserializer())
        .readValuesToList();
  }
}
