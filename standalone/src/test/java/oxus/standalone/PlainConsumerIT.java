package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.alerts.AlertsApp;
import oxus.alerts.WebhookConfig;
import oxus.ingest.ArticlePublisher;
import oxus.ingest.IngestApp;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * A subscriber that knows nothing of Oxus but the standard wire format and the registry paths reads
 * every topic: plain bytes from Kafka, schemas over HTTP, Avro's generic reader.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainConsumerIT {
  private static final String PREFIX = "exercise-plain-";
  private static final String ARTICLE =
      """
      {"url":"https://example.org/1","title":"Gate falls","body":"Taliban fighters captured the Sher Khan Bandar border \
      crossing on June 22, provincial officials said. Dozens of Afghan soldiers fled across the river into Tajikistan.",\
      "source":"Example","publishedAt":"2021-06-22T12:00:00Z"}
      """;

  /** To an address that nothing may be sent to: the ledger tells of it all the same. */
  private static final String WEBHOOKS =
      """
      webhooks:
        - {name: chat, url: "http://127.0.0.1/", template: slack}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Integer, Schema> schemas = new HashMap<>();
  private EmbeddedBroker broker;
  private Pipeline pipeline;
  private IngestApp ingest;
  private String console = "";

  static List<Topic> topics() {
    return Topics.all();
  }

  @BeforeAll
  void runEverything(@TempDir Path folder) throws Exception {
    Theatre theatre = TheatreLoader.shipped();
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    Deployment deployment =
        new Deployment(
            broker.bootstrapServers(),
            PREFIX,
            2,
            "127.0.0.1",
            0,
            folder.resolve("state"),
            Optional.empty());
    List<AlertsApp> served = new ArrayList<>();
    pipeline = Pipeline.served(deployment, theatre, served::add);
    console = served.get(0).address();
    Path webhooks = Files.writeString(folder.resolve("webhooks.yaml"), WEBHOOKS);
    pipeline.tell(deployment, WebhookConfig.load(webhooks, Map.of(), theatre, PREFIX));
    Replay replay =
        new Replay(
            new ReplayInputs(theatre, Optional.empty()).read("summer-2021"),
            theatre,
            Optional.empty(),
            Optional.empty());
    replay.publish(deployment, done -> {});
    replay.collect(deployment, pipeline);
    sendGarbage(deployment);
    leaveANote(served.get(0));
    ingest = new IngestApp(deployment, theatre, pipeline.registry());
    ingest.live();
    Path articles = Files.writeString(folder.resolve("articles.ndjson"), ARTICLE);
    new ArticlePublisher(deployment, theatre).publish(articles);
  }

  @AfterAll
  void stopEverything() {
    ingest.close();
    pipeline.close();
    broker.close();
  }

  private void leaveANote(AlertsApp app) throws Exception {
    String key = app.writingLink().orElseThrow().replaceAll(".*=", "");
    HttpRequest note =
        HttpRequest.newBuilder(URI.create(app.address() + "api/shift/note"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"all quiet\"}"))
            .build();
    assertThat(http.send(note, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private static void sendGarbage(Deployment deployment) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", deployment.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(Topics.BORDER_EVENTS.in(PREFIX), new byte[] {7, 7, 7}));
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void decodesEveryTopic(Topic topic) throws Exception {
    Set<String> types = new TreeSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.in(PREFIX)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      // What the pipeline still has to write comes while this polls.
      for (int polls = 0; polls < 120 && types.isEmpty(); polls++) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(
                record ->
                    decode(record.value())
                        .ifPresent(read -> types.add(read.getSchema().getFullName())));
      }
    }

    Set<String> declared = topic.values().stream().map(Class::getName).collect(Collectors.toSet());
    assertThat(types).isNotEmpty().isSubsetOf(declared);
  }

  /** Empty for bytes that are not in the wire format. */
  private Optional<GenericRecord> decode(byte[] bytes) {
    if (bytes[0] != 0) {
      return Optional.empty();
    }
    try {
      Schema schema = schema(ByteBuffer.wrap(bytes, 1, 4).getInt());
      return Optional.of(
          new GenericDatumReader<GenericRecord>(schema)
              .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null)));
    } catch (Exception e) {
      throw new AssertionError("a subscriber cannot read a record", e);
    }
  }

  private Schema schema(int id) throws Exception {
    if (!schemas.containsKey(id)) {
      URI address = URI.create(console + "schemas/ids/" + id);
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      try (JsonParser json = new JsonFactory().createParser(response.body())) {
        json.nextToken();
        json.nextToken();
        json.nextToken();
        schemas.put(id, new Schema.Parser().parse(json.getText()));
      }
    }
    return schemas.get(id);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
