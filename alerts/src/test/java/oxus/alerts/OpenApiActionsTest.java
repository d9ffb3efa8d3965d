package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.DeskExamples.key;
import static oxus.alerts.Examples.change;
import static oxus.alerts.access.Role.ADMIN;
import static oxus.alerts.access.Role.VIEWER;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.alerts.OpenApi.Operation;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.alerts.notify.DeliveryLog;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.SchemaTable;

/**
 * Holds what docs/openapi.yaml says of actions to the running server: what is sent, and what comes
 * back when it is done and when it is refused.
 */
@Timeout(60)
class OpenApiActionsTest {
  private static final String REASON = "\"reason\":\"seen from the bridge\"";

  /** What makes each action possible, by the last step of its path. */
  private static final Map<String, String> BODIES =
      Map.of(
          "assign", "{\"assignee\":\"Dana\"}",
          "silence", "{\"hours\":0.5," + REASON + "}",
          "override", "{\"floor\":\"SUBSTANTIAL\",\"hours\":2," + REASON + "}",
          "rulings", "{\"kind\":\"REJECT\",\"event\":[\"event-1\"]," + REASON + "}");

  final OpenApi openApi = OpenApi.documented();
  final Board board = new Board(Examples.theatre());
  final DeskExamples desk = new DeskExamples();
  final DeliveryLog deliveries = new DeliveryLog();
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0),
          new Exhibits(
              board,
              false,
              SchemaTable.shipped(),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              Optional::empty,
              deliveries,
              CapConfig.usual()),
          desk.desk(Optional.of(Role.VIEWER)));
  final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void raise() {
    board.change(0, change("XA-XB/NORTH", 1, LOW, SEVERE));
    board.assessment(Examples.assessment("XA-XB/NORTH", 1, 7_500_000));
    deliveries.apply(
        DeliveryAttempt.newBuilder()
            .setSubscription("x")
            .setMessageId("x")
            .setStep(DeliveryStep.QUEUED)
            .setAt(Examples.NOON)
            .setChangeOffset(0)
            .build());
    board.reports().report(Examples.borderEvent("event-1"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Operation> actions() {
    return OpenApi.documented().operations().stream()
        .filter(operation -> operation.method().equals("post"))
        .filter(operation -> operation.path().startsWith("/api/"));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void isDoneAsDescribed(Operation action) throws Exception {
    String link = prepared(action);

    HttpResponse<String> answer = post(ADMIN, link, body(action));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(openApi.faults("ActionRequest", body(action))).isEmpty();
    assertThat(openApi.faults(action, 200, "application/json", answer.body())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void isRefusedAsDescribed(Operation action) throws Exception {
    holds(action, 400, post(ADMIN, link(action, "x"), "{\"raeson\":\"x\"}"));
    holds(action, 401, send(request(link(action, "x"), "{}").build()));
    holds(action, 403, post(VIEWER, link(action, "x"), "{}"));
    if (action.path().contains("{")) {
      String nowhere = action.path().replaceAll("\\{\\w+}", "nowhere");
      holds(action, 404, post(ADMIN, nowhere, "{" + REASON + "}"));
    }
  }

  @Test
  void noticesAnAnswerWithAFieldOfAnotherName() throws Exception {
    Operation note = new Operation("post", "/api/shift/note");
    String body = post(ADMIN, "/api/shift/note", "{" + REASON + "}").body();

    assertThat(openApi.faults(note, 200, "application/json", body)).isEmpty();
    assertThat(
            openApi.faults(
                note, 200, "application/json", body.replace("\"actor\":", "\"person\":")))
        .isNotEmpty();
  }

  private void holds(Operation action, int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(action + answer.body()).isEqualTo(status);
    assertThat(openApi.faults(action, status, "application/json", answer.body()))
        .as(action + answer.body())
        .isEmpty();
  }

  /** The link of an action, with whatever has to be there before it can be done. */
  private String prepared(Operation action) throws Exception {
    String override = "/api/sectors/XA-XB%2FNORTH/override";
    String last = last(action);
    if (last.equals("unsilence")) {
      post(ADMIN, "/api/sectors/XA-XB%2FNORTH/silence", "{\"hours\":0.5," + REASON + "}");
    }
    boolean isDecision = List.of("approve", "refuse", "lift").contains(last);
    if (!isDecision) {
      return link(action, "x");
    }
    String floor = last.equals("lift") ? "SUBSTANTIAL" : "CRITICAL";
    HttpRequest ordered =
        request(override, "{\"floor\":\"" + floor + "\",\"hours\":2," + REASON + "}")
            .header("Authorization", "Bearer second")
            .build();
    String id = send(ordered).body().replaceAll(".*\"action\":\\{\"id\":\"([0-9a-f]+)\".*", "$1");
    return link(action, id);
  }

  private static String body(Operation action) {
    return BODIES.getOrDefault(last(action), "{" + REASON + "}");
  }

  private static String last(Operation action) {
    return action.path().substring(action.path().lastIndexOf('/') + 1);
  }

  private static String link(Operation action, String id) {
    return action
        .path()
        .replace("{changeId}", "XA-XB%2FNORTH%231")
        .replace("{sector}", "XA-XB%2FNORTH")
        .replace("{id}", id)
        .replace("{name}", id);
  }

  private HttpResponse<String> post(Role role, String path, String body) throws Exception {
    return send(request(path, body).header("Authorization", "Bearer " + key(role)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
