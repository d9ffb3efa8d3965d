package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicReader;

/**
 * Pushes articles while the process is killed with SIGKILL at seeded moments; what got no receipt
 * is pushed again. In the end each article has one disposition and its event once. The long form:
 * {@code -Dkills=50 -Darticles=10000 -Dseed=7}.
 */
class KillPushIT {
  private static final int BATCH = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LONGEST_DELAY_MILLIS = 40;
  private static final Pattern CONSOLE = Pattern.compile("console: (\\S+) +kafka: (\\S+)");
  private static final Pattern KEY = Pattern.compile("sign-in\\?once=(\\S+)");

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int articles = Integer.getInteger("articles", 500);
  private final TreeSet<Integer> receipted = new TreeSet<>();
  private int starts;

  /** A process that takes articles. */
  private record Server(Process process, URI address, String kafka, String key) {}

  @Test
  void losesNoArticleWithAReceiptAndDoublesNone() throws Exception {
    int kills = Integer.getInteger("kills", 3);
    Random moments = new Random(Long.getLong("seed", 2021));

    for (int kill = 0; kill < kills; kill++) {
      int goal = receipted.size() + Math.max(1, (articles - receipted.size()) / (kills - kill + 1));
      Server server = start();
      pushUntilItDies(server, goal, moments.nextInt(LONGEST_DELAY_MILLIS));
    }
    Server last = start();
    try {
      push(last, articles);
      assertThat(receipted).hasSize(articles);
      assertEachIsThereOnce(last);
    } catch (KafkaException e) {
      throw new AssertionError("the last server waits or is gone: " + lastWords(last), e);
    } finally {
      last.process().destroyForcibly();
    }
  }

  private void pushUntilItDies(Server server, int goal, int delayMillis) throws Exception {
    int before = receipted.size();
    push(server, goal);
    CompletableFuture<Void> killed =
        CompletableFuture.runAsync(
            () -> server.process().destroyForcibly(),
            CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS));
    push(server, articles);
    killed.join();
    server.process().waitFor();
    System.out.println("killed after " + (receipted.size() - before) + " receipts");
  }

  /** Pushes what has no receipt yet, until so many have one or nobody answers. */
  private void push(Server server, int goal) throws InterruptedException {
    while (receipted.size() < goal) {
      List<Integer> batch = waiting();
      try {
        HttpResponse<String> answer = http.send(request(server, batch), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(202, 503);
        List<String> receipts = answer.body().lines().toList();
        for (int line = 0; line < batch.size(); line++) {
          if (receipts.get(line).contains("\"status\":202")) {
            receipted.add(batch.get(line));
          }
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private List<Integer> waiting() {
    List<Integer> waiting = new ArrayList<>();
    for (int number = 0; number < articles && waiting.size() < BATCH; number++) {
      if (!receipted.contains(number)) {
        waiting.add(number);
      }
    }
    return waiting;
  }

  private static HttpRequest request(Server server, List<Integer> batch) {
    String body = String.join("\n", batch.stream().map(PushedArticles::json).toList());
    return HttpRequest.newBuilder(server.address().resolve("articles"))
        .header("Content-Type", "application/x-ndjson")
        .header("Authorization", "Bearer " + server.key())
        .timeout(Duration.ofSeconds(60))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private Server start() throws Exception {
    Path log = log(starts++);
    Process process =
        OxusProcess.logging(log)
            .start("up", "--port", "0", "--data", folder.resolve("data").toString());
    Optional<String> told = Optional.empty();
    while (told.isEmpty()) {
      assertThat(process.isAlive()).as("it starts: %s", Files.readString(log)).isTrue();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      told = Optional.of(Files.readString(log)).filter(text -> text.contains("Ctrl-C stops it"));
    }
    Matcher console = CONSOLE.matcher(told.get());
    Matcher key = KEY.matcher(told.get());
    assertThat(console.find() && key.find()).as(told.get()).isTrue();
    return new Server(process, URI.create(console.group(1)), console.group(2), key.group(1));
  }

  /** Its log, and what its threads do if it lives. */
  private String lastWords(Server server) throws Exception {
    Path log = log(starts - 1);
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(server.process().pid()),
            "Thread.print")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start()
        .waitFor();
    return Files.readString(log);
  }

  private Path log(int start) {
    return folder.resolve("up-" + start + ".log");
  }

  private void assertEachIsThereOnce(Server server) {
    Deployment deployment =
        new Deployment(
            server.kafka(), "", 1, "127.0.0.1", 0, folder.resolve("none"), Optional.empty());
    try (TopicReader reader = new TopicReader(deployment, "count")) {
      awaitPast(reader, "ingest", Topics.ARTICLES);
      awaitPast(reader, "processor", Topics.BORDER_EVENTS);
      Map<String, Integer> accepted = count(reader, Topics.ARTICLES, record -> true);
      Map<String, Integer> disposed = count(reader, Topics.DISPOSITIONS, record -> true);
      Map<String, Integer> first =
          count(
              reader,
              Topics.DISPOSITIONS,
              record -> ((Disposition) record).getOutcome() == Outcome.EVENTS);
      Map<String, Integer> events =
          count(reader, Topics.BORDER_EVENTS, record -> record instanceof BorderEvent);

      assertThat(accepted).hasSize(articles);
      assertThat(disposed).as("one disposition for each record").isEqualTo(accepted);
      assertThat(first).as("events once each").hasSize(articles).allSatisfy((key, n) -> one(n));
      assertThat(events).as("each event once").hasSize(articles).allSatisfy((key, n) -> one(n));
    }
  }

  /** No transaction that a kill cut off may hold an app up for good. */
  private static void awaitPast(TopicReader reader, String app, Topic topic) {
    Map<Integer, Long> ends = reader.readAll(topic, record -> {});
    long began = System.nanoTime();
    while (!reader.isPast(app, topic, ends)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new TimeoutException(app + " does not go on in " + topic.name());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static void one(int count) {
    assertThat(count).isEqualTo(1);
  }

  private interface Which {
    boolean counts(Object record);
  }

  private static Map<String, Integer> count(TopicReader reader, Topic topic, Which which) {
    Map<String, Integer> counts = new TreeMap<>();
    reader.readAll(
        topic,
        record -> {
          if (which.counts(record.value())) {
            counts.merge(record.key(), 1, Integer::sum);
          }
        });
    return counts;
  }
}
