package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.AlertsApp;
import oxus.ingest.IngestApp;
import oxus.ingest.PushIntake;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** Articles come in by HTTP and by folder; each is accounted for, and so is what cannot be read. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushIT {
  private static final String PREFIX = "push-";

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private EmbeddedBroker broker;
  private Deployment deployment;
  private PushIntake push;
  private AlertsApp alerts;
  private IngestApp ingest;

  @BeforeAll
  void start(@TempDir Path folder) {
    Theatre theatre = TheatreLoader.shipped();
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    deployment =
        new Deployment(
            broker.bootstrapServers(),
            PREFIX,
            2,
            "127.0.0.1",
            0,
            folder.resolve("state"),
            Optional.empty());
    new TopicAdmin(deployment).createMissing(Duration.ofSeconds(30));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    push = new PushIntake(deployment, theatre, PushIntake.DEFAULT_RATE);
    push.bindTo(registry);
    alerts = new AlertsApp(deployment, theatre, registry, push::mount);
    ingest = new IngestApp(deployment, theatre, registry);
    ingest.live();
  }

  @AfterAll
  void stop() {
    ingest.close();
    alerts.close();
    push.close();
    broker.close();
  }

  @Test
  void givesAReceiptTellsWhatBecameOfItAndDoublesNothing() throws Exception {
    HttpResponse<String> first = post("application/json", PushedArticles.json(1));
    awaitStatus(PushedArticles.id(1), "\"outcome\":\"EVENTS\"", "BORDER_SEIZURE");
    HttpResponse<String> again = post("application/json", PushedArticles.json(1));

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.body()).contains("\"articleId\":\"" + PushedArticles.id(1) + "\"");
    assertThat(again.body()).isEqualTo(first.body());
    awaitStatus(PushedArticles.id(1), "\"outcome\":\"EVENTS\"", "\"repeats\":1");
    assertThat(oxus("articles", "status", PushedArticles.id(1), "--url", alerts.address()))
        .isZero();
    assertThat(
            oxus(
                "articles",
                "status",
                PushedArticles.id(1),
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--prefix",
                PREFIX))
        .isZero();
    List<String> told = out.toString().lines().toList();
    assertThat(told.get(0)).contains("BORDER_SEIZURE").isEqualTo(told.get(1));
  }

  @Test
  void givesEachLineOfABatchAReceiptOfItsOwn() throws Exception {
    String batch =
        PushedArticles.json(10)
            + "\n{\"url\":\"https://example.org/x\"}\n\n"
            + PushedArticles.json(11)
            + "\n";

    HttpResponse<String> answer = post("application/x-ndjson", batch);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body().lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"line\":1,\"status\":202,"),
            line -> assertThat(line).contains("\"status\":400,\"field\":\"title\"", "line 2: "),
            line -> assertThat(line).startsWith("{\"line\":4,\"status\":202,"));
    awaitStatus(PushedArticles.id(11), "\"outcome\":\"EVENTS\"");
  }

  @Test
  void letsNobodyPushWithoutAKeyAndSaysWhatIsNotKnown() throws Exception {
    HttpRequest keyless =
        HttpRequest.newBuilder(uri("articles"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(PushedArticles.json(20)))
            .build();

    assertThat(http.send(keyless, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    assertThat(oxus("articles", "status", "never/seen", "--url", alerts.address()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("no article 'never/seen' is known at");
  }

  @Test
  void takesInWhatIsDroppedIntoAFolder(@TempDir Path folder) throws Exception {
    push.watch(folder, note -> {});
    Files.writeString(folder.resolve("growing.ndjson.writing"), "");
    Files.writeString(folder.resolve("growing.ndjson"), PushedArticles.json(30));
    Files.writeString(
        folder.resolve("some.ndjson"), PushedArticles.json(31) + "\nnot json\n" + "\n");
    Files.writeString(folder.resolve("one.json"), PushedArticles.json(32));
    Files.writeString(folder.resolve("bad.txt"), "A text without any date.\n");

    await(() -> Files.exists(folder.resolve("rejects/bad.txt")));
    await(() -> Files.exists(folder.resolve("done/some.ndjson")));
    await(() -> Files.exists(folder.resolve("done/one.json")));

    assertThat(folder.resolve("rejects/some.ndjson.reasons.txt")).content().contains("line 2: ");
    assertThat(folder.resolve("rejects/lines-of-some.ndjson")).hasContent("not json");
    assertThat(folder.resolve("rejects/bad.txt.reasons.txt")).content().contains("date");
    assertThat(folder.resolve("growing.ndjson")).exists();
    awaitStatus(PushedArticles.id(31), "\"outcome\":\"EVENTS\"");
    awaitStatus(PushedArticles.id(32), "\"outcome\":\"EVENTS\"");

    Files.delete(folder.resolve("growing.ndjson.writing"));
    await(() -> Files.exists(folder.resolve("done/growing.ndjson")));
    awaitStatus(PushedArticles.id(30), "\"outcome\":\"EVENTS\"");
  }

  @Test
  void putsADeadLetterBackOnce() throws Exception {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            KafkaSettings.client(deployment, "garbage"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.ARTICLES.in(PREFIX), 0, garbage, garbage)).get();
    }
    await(() -> letters().size() == 1);
    String id = letters().get(0).split(" ", -1)[0];

    assertThat(id).startsWith("push-articles-0-");
    assertThat(deadLetters("show", id)).contains("\"value\":\"Z2FyYmFnZQ==\"", "unreadable");
    assertThat(deadLetters("redrive", id)).contains(id + " is back at push-articles-0-");
    assertThat(deadLetters("redrive", id)).contains(id + " was put back before, at");
    await(() -> letters().size() == 2);
    assertThat(deadLetters("show", "nothing-0-0")).isEmpty();
    assertThat(err.toString()).contains("no dead letter 'nothing-0-0'");
  }

  private List<String> letters() {
    return deadLetters("list").lines().toList();
  }

  private String deadLetters(String command, String... ids) {
    out.getBuffer().setLength(0);
    String[] arguments = new String[ids.length + 6];
    System.arraycopy(ids, 0, arguments, 6, ids.length);
    arguments[0] = "deadletters";
    arguments[1] = command;
    arguments[2] = "--bootstrap-servers";
    arguments[3] = broker.bootstrapServers();
    arguments[4] = "--prefix";
    arguments[5] = PREFIX;
    int unused = oxus(arguments);
    return out.toString();
  }

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private HttpResponse<String> post(String type, String body) throws Exception {
    String link = alerts.writingLink().orElseThrow();
    return http.send(
        HttpRequest.newBuilder(uri("articles"))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + link.substring(link.indexOf('=') + 1))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void awaitStatus(String id, String... pieces) {
    await(() -> List.of(pieces).stream().allMatch(status(id)::contains));
  }

  private String status(String id) {
    try {
      URI address = uri("articles/" + id.replace("/", "%2F"));
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private URI uri(String path) {
    return URI.create(alerts.address() + path);
  }

  /** The time-out of the class ends it. */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      assertThat(Thread.currentThread().isInterrupted()).as("in time").isFalse();
    }
  }
}
