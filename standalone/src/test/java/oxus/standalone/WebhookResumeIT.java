package oxus.standalone;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.LedgerTopic;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.connect.Deployment;

/**
 * Kills everything with SIGKILL while webhooks are under way, and lets the next process go on: each
 * change arrives, a repeat carries the id and body of the first, and the ledger tells it all.
 */
@Timeout(400)
class WebhookResumeIT {
  private static final String UNTIL = "2021-07-08T00:00:00Z";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final int BEFORE_THE_KILL = 4;
  private static final Set<DeliveryStep> ENDS =
      Set.of(DeliveryStep.DELIVERED, DeliveryStep.FAILED, DeliveryStep.INTERRUPTED);

  /** A message as it arrived. */
  private record Message(String id, String body) {}

  private final LinkedBlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
  private final List<Message> seen = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void losesNothingWhenItIsKilled() throws Exception {
    Set<String> wanted = wanted();
    HttpServer receiver = receiver();
    int kafka = freePort();
    String[] demo = command(receiver, kafka);
    OxusProcess oxus =
        OxusProcess.logging(folder.resolve("demo.log"))
            .knowing("OXUS_OUTBOUND_ALLOW", "127.0.0.1:" + receiver.getAddress().getPort());

    Process first = oxus.start(demo);
    for (int message = 0; message < BEFORE_THE_KILL; message++) {
      await();
    }
    first.destroyForcibly().waitFor();
    Process second = oxus.start(demo);
    try {
      while (!ids().containsAll(wanted)) {
        await();
      }
      List<DeliveryAttempt> ledger = ledger(kafka, wanted);

      assertThat(ids()).isEqualTo(wanted);
      Map<String, Set<String>> bodies = new TreeMap<>();
      seen.forEach(
          message ->
              bodies.computeIfAbsent(message.id(), id -> new HashSet<>()).add(message.body()));
      assertThat(bodies.values()).allSatisfy(forms -> assertThat(forms).hasSize(1));
      assertThat(attempts(ledger, Set.of(DeliveryStep.STARTED)))
          .as("each attempt has an end")
          .isEqualTo(attempts(ledger, ENDS));
    } finally {
      second.destroyForcibly().waitFor();
      receiver.stop(0);
    }
  }

  /** The ids that the same history without any webhooks says there must be. */
  private static Set<String> wanted() {
    Set<String> wanted =
        SummerChanges.until(UNTIL).stream()
            .map(id -> "exercise-demo-" + id + "@ops")
            .collect(toCollection(TreeSet::new));
    assertThat(wanted).hasSizeGreaterThan(BEFORE_THE_KILL);
    return wanted;
  }

  private String[] command(HttpServer receiver, int kafka) throws IOException {
    Files.writeString(folder.resolve("ops.secret"), SECRET);
    Path file =
        Files.writeString(
            folder.resolve("hooks.yaml"),
            """
            webhooks:
              - name: ops
                url: http://127.0.0.1:%d/hook
                secrets: [{file: ops.secret}]
                history: true
            """
                .replace("%d", Integer.toString(receiver.getAddress().getPort())));
    return new String[] {
      "demo",
      "--port",
      "0",
      "--kafka-port",
      Integer.toString(kafka),
      "--data",
      folder.resolve("data").toString(),
      "--until",
      UNTIL,
      "--webhooks",
      file.toString()
    };
  }

  /** Refuses each third request. */
  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] count = {0};
    server.createContext("/hook", exchange -> answer(exchange, ++count[0] % 3 == 0 ? 503 : 204));
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    arrived.add(
        new Message(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")), body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() throws Exception {
    Message message = arrived.poll(120, TimeUnit.SECONDS);
    assertThat(message).as(Files.readString(folder.resolve("demo.log"))).isNotNull();
    seen.add(message);
  }

  private Set<String> ids() {
    return seen.stream().map(Message::id).collect(toCollection(TreeSet::new));
  }

  /** The ledger, once it says that all are delivered. */
  private static List<DeliveryAttempt> ledger(int kafka, Set<String> wanted) {
    Deployment deployment =
        Deployment.of(
            Map.of(
                "OXUS_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + kafka,
                "OXUS_TOPIC_PREFIX",
                "exercise-demo-"));
    try (LedgerTopic topic = new LedgerTopic(deployment, "test")) {
      List<DeliveryAttempt> ledger = topic.readAll();
      while (!attempts(ledger, Set.of(DeliveryStep.DELIVERED)).keySet().containsAll(wanted)) {
        ledger = topic.readAll();
      }
      return ledger;
    }
  }

  private static Map<String, Integer> attempts(
      List<DeliveryAttempt> ledger, Set<DeliveryStep> steps) {
    Map<String, Integer> attempts = new TreeMap<>();
    ledger.stream()
        .filter(entry -> steps.contains(entry.getStep()))
        .forEach(entry -> attempts.merge(entry.getMessageId(), 1, Integer::sum));
    return attempts;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
