package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.DeskExamples.key;
import static oxus.alerts.access.Role.ADMIN;
import static oxus.alerts.access.Role.SUPERVISOR;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.alerts.notify.DeliveryLog;
import oxus.schemas.ActionKind;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.SchemaTable;

class WebhookPagesTest {
  private static final Instant AT = Instant.parse("2026-03-01T03:00:00Z");
  private static final String LOST = "XA-XB/NORTH#1@ops";
  private static final String REDRIVE = "/api/deliveries/XA-XB%2FNORTH%231%40ops/redrive";

  final DeliveryLog log = new DeliveryLog();
  final DeskExamples desk = new DeskExamples();
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0),
          new Exhibits(
              new Board(Examples.theatre()),
              false,
              SchemaTable.shipped(),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              Optional::empty,
              log,
              CapConfig.usual()),
          desk.desk(Optional.of(Role.VIEWER)));
  final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
  }

  @BeforeEach
  void giveUp() {
    log.apply(step(DeliveryStep.QUEUED, LOST, 0, 7));
    log.apply(step(DeliveryStep.STARTED, LOST, 1, 7));
    log.apply(step(DeliveryStep.GIVEN_UP, LOST, 1, 7));
    log.apply(step(DeliveryStep.QUEUED, "XA-XB/NORTH#2@ops", 0, 8));
  }

  private static DeliveryAttempt step(DeliveryStep step, String id, int attempt, long offset) {
    return DeliveryAttempt.newBuilder()
        .setSubscription("ops")
        .setMessageId(id)
        .setStep(step)
        .setAt(AT)
        .setAttempt(attempt)
        .setChangeOffset(offset)
        .setChangeId(id.replace("@ops", ""))
        .setSector("XA-XB/NORTH")
        .setStatus(step == DeliveryStep.GIVEN_UP ? 500 : 0)
        .setReason(step == DeliveryStep.GIVEN_UP ? "status" : "-")
        .build();
  }

  @Test
  void showsWhatWaitsAndWhatWasGivenUp() throws Exception {
    assertThat(get(ADMIN, "/webhooks"))
        .contains("0 delivered, 1 waiting", "1 given up", LOST, "Send again</button>", "500 status")
        .contains("did not accept the latest attempt");
    assertThat(get(ADMIN, "/api/webhooks"))
        .contains("\"name\":\"ops\",\"state\":\"failing\",\"delivered\":0")
        .contains("\"givenUp\":[{\"messageId\":\"" + LOST + "\"")
        .contains("\"step\":\"GIVEN_UP\"", "\"attempt\":1,\"status\":500");
  }

  @Test
  void offersSendingAgainToAdminsOnly() throws Exception {
    assertThat(get(SUPERVISOR, "/webhooks"))
        .contains(LOST, "Sending again is for admins")
        .doesNotContain("Send again</button>");

    assertThat(post(SUPERVISOR, REDRIVE).statusCode()).isEqualTo(403);
    assertThat(desk.controls).isEmpty();
  }

  @Test
  void sendsAMessageAgainAndWritesDownWhoAskedForIt() throws Exception {
    assertThat(post(ADMIN, REDRIVE).statusCode()).isEqualTo(200);

    assertThat(desk.controls)
        .singleElement()
        .isInstanceOfSatisfying(
            DeliveryAttempt.class,
            entry -> {
              assertThat(entry.getStep()).isEqualTo(DeliveryStep.REDRIVE);
              assertThat(entry.getMessageId()).isEqualTo(LOST);
              assertThat(entry.getSubscription()).isEqualTo("ops");
              assertThat(entry.getChangeOffset()).isEqualTo(7);
              assertThat(entry.getWho()).isEqualTo("admin");
              log.apply(entry);
            });
    assertThat(desk.work.audit(Long.MAX_VALUE, 1))
        .singleElement()
        .satisfies(action -> assertThat(action.getKind()).isEqualTo(ActionKind.REDRIVE));
    assertThat(get(ADMIN, "/webhooks")).contains("2 waiting", "0 given up");
    log.apply(step(DeliveryStep.DELIVERED, LOST, 2, 7));
    assertThat(get(ADMIN, "/api/webhooks")).contains("\"state\":\"fine\",\"delivered\":1");
  }

  @Test
  void servesAReceiverAgainThatHadSaidItIsGone() throws Exception {
    assertThat(get(ADMIN, "/webhooks")).doesNotContain("Serve it again");
    log.apply(step(DeliveryStep.DISABLED, "XA-XB/NORTH#2@ops", 1, 8));
    assertThat(get(ADMIN, "/webhooks")).contains("answered that it is gone", "Serve it again");

    assertThat(post(ADMIN, "/api/webhooks/ops/enable").statusCode()).isEqualTo(200);

    log.apply((DeliveryAttempt) desk.controls.get(0));
    assertThat(get(ADMIN, "/api/webhooks")).contains("\"state\":\"failing\"");
  }

  @Test
  void namesAMessageOrASubscriptionThatIsNotThere() throws Exception {
    assertThat(post(ADMIN, "/api/deliveries/nothing/redrive").body())
        .contains("no message about a change is called 'nothing'");
    assertThat(post(ADMIN, "/api/webhooks/nobody/enable").body())
        .contains("no subscription is called 'nobody'");
  }

  private String get(Role role, String path) throws Exception {
    return client.send(request(role, path).build(), BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> post(Role role, String path) throws Exception {
    return client.send(
        request(role, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(Role role, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + key(role));
  }
}
