package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oxus.processor.ProcessorApp;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeadLetter;
import oxus.schemas.LevelOverride;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.Tick;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.DeadLetterBox;
import oxus.schemas.connect.DeadLetters;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.TopicAdmin;
import oxus.schemas.connect.TopicReader;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What reads topics gets past records that nobody can read, and gives up what never comes. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobustReadersIT {
  private static final String PREFIX = "rough-";
  private static final byte[] GARBAGE = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOON = Instant.parse("2021-07-01T12:00:00Z");

  private Path data;
  private EmbeddedBroker broker;
  private Deployment deployment;

  @BeforeAll
  void startBroker(@TempDir Path folder) throws Exception {
    data = folder.resolve("kafka");
    broker = EmbeddedBroker.start(data, 0);
    deployment =
        new Deployment(
            broker.bootstrapServers(),
            PREFIX,
            1,
            "127.0.0.1",
            0,
            folder.resolve("state"),
            Optional.empty());
    new TopicAdmin(deployment).createMissing(Duration.ofSeconds(30));
    Serializer<SpecificRecord> serializer = AvroSerde.of(SpecificRecord.class).serializer();
    byte[] tick = serializer.serialize("", new Tick(NOON));
    byte[] stray =
        serializer.serialize(
            "", new LevelOverride("o1", "ZZ-ZZ/NOWHERE", null, null, NOON, NOON, "chief", "why"));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            KafkaSettings.client(deployment, "rough"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Topic topic : Topics.all()) {
        for (byte[] value : new byte[][] {GARBAGE, null, tick}) {
          producer.send(new ProducerRecord<>(topic.in(PREFIX), new byte[0], value)).get();
        }
      }
      String border = Topics.BORDER_EVENTS.in(PREFIX);
      producer.send(new ProducerRecord<>(border, new byte[0], stray)).get();
    }
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void aFolderInUseIsNamedBeforeAnythingIsTouched() {
    assertThatThrownBy(() -> EmbeddedBroker.start(data, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot use " + data)
        .hasMessageContaining("choose another --data");
  }

  @Test
  void aTopicIsReadPastWhatCannotBeReadAndThatIsCounted() {
    List<SpecificRecord> read = new ArrayList<>();
    try (TopicReader reader = new TopicReader(deployment, "rough-reader")) {
      assertThat(reader.readAll(Topics.ARTICLES, record -> read.add(record.value())))
          .isEqualTo(Map.of(0, 2L));
      assertThat(read).containsExactly(new Tick(NOON));
      assertThat(reader.unreadable()).isEqualTo(2);
      assertThat(reader.readAfter(Topics.ARTICLES, Map.of(0, 2L), record -> read.add(null)))
          .isEqualTo(Map.of(0, 2L));
    }
    assertThat(read).hasSize(1);
  }

  @Test
  void aTopicThatAnOlderOxusDidNotHaveIsNamed() throws Exception {
    Deployment older =
        new Deployment(
            broker.bootstrapServers(), "old-", 1, "127.0.0.1", 0, Path.of("s"), Optional.empty());
    List<NewTopic> had =
        Topics.all().stream()
            .filter(topic -> !topic.equals(Topics.DELIVERY_LEDGER))
            .map(topic -> new NewTopic(topic.in("old-"), 1, (short) 1))
            .toList();
    try (Admin admin = Admin.create(KafkaSettings.client(older, "old"))) {
      admin.createTopics(had).all().get();
    }

    assertThatThrownBy(() -> new TopicAdmin(older).requireTopics(Duration.ofSeconds(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks old-delivery-ledger, which");
  }

  @Test
  void theProcessorKeepsARulingOfMoreThanTheMegabyteThatKafkaTakesUnasked(@TempDir Path folder)
      throws Exception {
    Deployment grown =
        new Deployment(
            broker.bootstrapServers(), "grown-", 1, "127.0.0.1", 0, folder, Optional.empty());
    new TopicAdmin(grown).createMissing(Duration.ofSeconds(30));
    Ruling ruling =
        new Ruling(
            "r1",
            RulingKind.REJECT,
            List.of("e1"),
            null,
            List.of(),
            null,
            NOON,
            "anna",
            "x".repeat(3_000_000),
            List.of());
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(grown, "grown"),
            new StringSerializer(),
            AvroSerde.of(SpecificRecord.class).serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      String border = Topics.BORDER_EVENTS.in("grown-");
      producer.send(new ProducerRecord<>(border, "r1", ruling)).get();
      producer.send(new ProducerRecord<>(border, "tick", new Tick(NOON))).get();
      producer.commitTransaction();
    }
    try (ProcessorApp processor =
        new ProcessorApp(
            grown,
            TheatreLoader.shipped(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
      processor.start();

      new PipelineDrain(grown, processor::hasFailed).collect(NOON, 1);
      assertThat(processor.hasFailed()).isFalse();
    }
  }

  @Test
  void aDeadLetterThatWrapsALargeRecordIsKept() throws Exception {
    DeadLetter letter =
        new DeadLetter(
            "articles", 0, 7L, "ingest", "unreadable", "", null, ByteBuffer.allocate(16 << 20));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(deployment, "large"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      Future<RecordMetadata> unused = producer.send(DeadLetters.record(PREFIX, letter));
      producer.commitTransaction();
    }

    assertThat(new DeadLetterBox(deployment).find("articles-0-7")).contains(letter);
  }

  @Test
  void aReplayThatNobodyWorksOnIsGivenUpAndSaysWhereItStands() {
    PipelineDrain drain = new PipelineDrain(deployment, () -> false, 2);

    assertThatThrownBy(() -> drain.collect(NOON.plusSeconds(1), 1))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("the sector log stands still at the offsets {0=2}");
  }

  @Test
  void commandsThatReadTopicsGetPastThemTooAndKeepWhatGoesNowhere(@TempDir Path folder) {
    StringWriter err = new StringWriter();
    String servers = broker.bootstrapServers();
    CommandLine oxus = Oxus.commandLine();
    oxus.setErr(new PrintWriter(err, true));

    assertThat(
            oxus.execute(
                "record",
                "--bootstrap-servers",
                servers,
                "--prefix",
                PREFIX,
                "--out",
                folder.resolve("recorded").toString()))
        .as(err.toString())
        .isZero();
    assertThat(folder.resolve("recorded").resolve(HistoryFiles.LOG)).isNotEmptyFile();
    assertThat(err.toString()).contains("8 records cannot be read and are left out");
    assertThat(
            oxus.execute("deadletters", "list", "--bootstrap-servers", servers, "--prefix", PREFIX))
        .as(err.toString())
        .isZero();
  }
}
