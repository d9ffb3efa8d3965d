package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.DeadLetter;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;
import oxus.schemas.Tick;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.Withdrawal;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Each accepted article revision ends in exactly one disposition, and only the latest revision's
 * events stand.
 */
class ExtractionTopologyTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");
  private static final String SEIZURE =
      "Taliban fighters captured the Sher Khan Bandar border crossing on Tuesday, provincial"
          + " officials said.";
  private static final String HARVEST =
      "The wheat harvest in the valley was better than last year, the ministry of agriculture"
          + " said.";

  private final Theatre theatre = TheatreLoader.shipped();
  private final TopologyTestDriver driver =
      new TopologyTestDriver(new ExtractionTopology(theatre, "").build(), new Properties());
  private final TestInputTopic<String, SpecificRecord> articles =
      driver.createInputTopic(
          Topics.ARTICLES.name(),
          new StringSerializer(),
          AvroSerde.of(SpecificRecord.class).serializer());

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void givesAnArticleItsEventsAndOneDispositionThatNamesThem() {
    accept(article("Gate falls", SEIZURE));

    List<SpecificRecord> events = read(Topics.BORDER_EVENTS);
    assertThat(events).hasSize(1).allMatch(BorderEvent.class::isInstance);
    assertThat(dispositions())
        .singleElement()
        .satisfies(
            disposition -> {
              assertThat(disposition.getOutcome()).isEqualTo(Outcome.EVENTS);
              assertThat(disposition.getEvents())
                  .containsExactly(((BorderEvent) events.get(0)).getId());
            });
  }

  @Test
  void saysSoWhenThereIsNothingToReport() {
    accept(article("Good year", HARVEST));

    assertThat(read(Topics.BORDER_EVENTS)).isEmpty();
    assertThat(dispositions())
        .extracting(Disposition::getOutcome)
        .containsExactly(Outcome.NO_EVENT);
  }

  @Test
  void takesTheSameRevisionOnceHoweverOftenItComes() {
    accept(article("Gate falls", SEIZURE));
    accept(article("Gate falls", SEIZURE));

    assertThat(read(Topics.BORDER_EVENTS)).hasSize(1);
    assertThat(dispositions())
        .extracting(Disposition::getOutcome)
        .containsExactly(Outcome.EVENTS, Outcome.DUPLICATE);
  }

  @Test
  void withdrawsTheRevisionThatANewOneReplaces() {
    Article first = article("Gate falls", SEIZURE);
    accept(first);
    accept(article("Correction", HARVEST));

    assertThat(read(Topics.BORDER_EVENTS))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            Withdrawal.class,
            gone -> assertThat(gone.getArticleRevision()).contains(first.getRevision()));
    assertThat(dispositions())
        .extracting(Disposition::getOutcome)
        .containsExactly(Outcome.EVENTS, Outcome.NO_EVENT);
  }

  @Test
  void givesNewNamesToTheEventsOfAVersionThatThePublisherReturnsTo() {
    Article first = article("Gate falls", SEIZURE);
    accept(first);
    accept(article("Correction", HARVEST));
    accept(first);
    accept(first);

    List<SpecificRecord> records = read(Topics.BORDER_EVENTS);
    assertThat(records).hasSize(4);
    BorderEvent before = (BorderEvent) records.get(0);
    BorderEvent again = (BorderEvent) records.get(3);
    assertThat(again.getId()).isEqualTo(before.getId() + "-3");
    assertThat(BorderEvent.newBuilder(again).setId(before.getId()).build()).isEqualTo(before);
    assertThat(dispositions())
        .extracting(Disposition::getOutcome, Disposition::getEvents)
        .containsExactly(
            tuple(Outcome.EVENTS, List.of(before.getId())),
            tuple(Outcome.NO_EVENT, List.of()),
            tuple(Outcome.EVENTS, List.of(again.getId())),
            tuple(Outcome.DUPLICATE, List.of()));
  }

  private Article article(String title, String body) {
    return new Articles(theatre)
        .live(
            new Draft(
                "1",
                Optional.of("https://example.org/1"),
                title,
                body,
                "Reuters",
                new PublicationTime(NOON, false),
                Optional.empty(),
                Optional.empty()),
            NOON);
  }

  @Test
  void putsAsideWhatIsNoArticle(@TempDir Path folder) {
    Deployment deployment =
        new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", 0, folder, Optional.empty());
    Properties settings = KafkaSettings.streams(deployment, "ingest");
    settings.put("processing.guarantee", "at_least_once");
    try (TopologyTestDriver strict =
        new TopologyTestDriver(new ExtractionTopology(theatre, "").build(), settings)) {
      strict
          .createInputTopic(
              Topics.ARTICLES.name(),
              new StringSerializer(),
              AvroSerde.of(SpecificRecord.class).serializer())
          .pipeInput("key", new Tick(NOON));

      assertThat(
              strict
                  .createOutputTopic(
                      Topics.DEAD_LETTERS.name(),
                      new StringDeserializer(),
                      AvroSerde.of(DeadLetter.class).deserializer())
                  .readValue()
                  .getMessage())
          .contains("type Article, and this is Tick");
    }
  }

  private void accept(Article article) {
    articles.pipeInput(article.getKey(), article);
  }

  private List<Disposition> dispositions() {
    return read(Topics.DISPOSITIONS).stream().map(Disposition.class::cast).toList();
  }

  private List<SpecificRecord> read(Topic topic) {
    return driver
        .createOutputTopic(
            topic.name(),
            new StringDeserializer(),
            AvroSerde.of(SpecificRecord.class).deserializer())
        .readValuesToList();
  }
}
