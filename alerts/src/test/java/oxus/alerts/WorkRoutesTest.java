package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.DeskExamples.key;
import static oxus.alerts.Examples.change;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.access.Role.OPERATOR;
import static oxus.alerts.access.Role.SUPERVISOR;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.schemas.ActionKind;
import oxus.schemas.LevelOverride;
import oxus.schemas.OperatorAction;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SchemaTable;

class WorkRoutesTest {
  static final String NORTH = "XA-XB/NORTH";
  static final String CHANGE = "/api/changes/XA-XB%2FNORTH%231";
  static final String SECTOR = "/api/sectors/XA-XB%2FNORTH";

  final Board board = new Board(Examples.theatre());
  final DeskExamples desk = new DeskExamples();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final Exhibits exhibits =
      new Exhibits(board, false, SchemaTable.shipped(), meters, Optional::empty);
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0), exhibits, desk.desk(Optional.of(Role.VIEWER)));
  final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void raise() {
    board.change(0, change(NORTH, 1, LOW, SEVERE));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void acknowledgesAChangeAndSaysByWhom() {
    HttpResponse<String> answer = post(OPERATOR, CHANGE + "/acknowledge", "{}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"repeated\":false,\"action\":{\"id\":")
        .contains("\"actor\":\"operator\",\"role\":\"operator\",\"kind\":\"ACKNOWLEDGE\"")
        .contains("\"subject\":\"XA-XB/NORTH#1\",\"sector\":\"XA-XB/NORTH\"");
    assertThat(get("/changes/XA-XB%2FNORTH%231").body()).contains("Acknowledged", "operator");
    assertThat(get("/api/work?change=XA-XB%2FNORTH%231").body()).contains("\"acknowledged\":{");
  }

  @Test
  void doesARequestThatIsSentAgainOnce() {
    String body = "{\"request\":\"r1\",\"reason\":\"watch the bridge\"}";

    post(OPERATOR, CHANGE + "/note", body);
    HttpResponse<String> again = post(OPERATOR, CHANGE + "/note", body);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).startsWith("{\"repeated\":true,");
    assertThat(desk.work.sequence()).isEqualTo(1);
  }

  @Test
  void refusesARequestIdThatWasUsedForSomethingElse() {
    post(OPERATOR, CHANGE + "/note", "{\"request\":\"r1\",\"reason\":\"one\"}");

    HttpResponse<String> other =
        post(OPERATOR, CHANGE + "/note", "{\"request\":\"r1\",\"reason\":\"two\"}");

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("\"code\":\"request-reused\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/note | {} | 400 | a reason is needed",
        "/note | {\"reason\":\" \\u202e \"} | 400 | a reason is needed",
        "/note | {\"raeson\":\"x\"} | 400 | unknown field 'raeson'",
        "/note | [1] | 400 | the body is not a JSON object",
        "/wave | {} | 405 | does not take this method",
      })
  void saysWhatIsWrongWithARequest(String path, String body, int status, String message) {
    HttpResponse<String> answer = post(OPERATOR, CHANGE + path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(message);
    assertThat(desk.work.sequence()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/silence | {\"reason\":\"x\"} | 400 | field 'hours' is missing",
        "/silence | {\"reason\":\"x\",\"hours\":200} | 400 | within 72 hours",
        "/silence | {\"reason\":\"x\",\"hours\":-1} | 400 | which is not after",
        "/unsilence | {} | 409 | is not silenced",
        "/override | {\"reason\":\"x\",\"hours\":2} | 400 | needs a floor, a ceiling or both",
        "/override | {\"reason\":\"x\",\"hours\":2,\"floor\":\"BAD\"} | 400 | use one of [LOW",
      })
  void saysWhatIsWrongWithASilenceOrAnOverride(
      String path, String body, int status, String message) {
    HttpResponse<String> answer = post(SUPERVISOR, SECTOR + path, body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(message);
  }

  @Test
  void refusesTooMuchText() {
    String text = "x".repeat(2_001);

    assertThat(post(OPERATOR, CHANGE + "/note", "{\"reason\":\"" + text + "\"}").body())
        .contains("too long");
    assertThat(post(OPERATOR, CHANGE + "/note", "{\"reason\":\"" + text.repeat(40) + "\"}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(413);
  }

  @Test
  void showsHostileTextAsTextAndKeepsNothingThatDisturbsALine() {
    String hostile =
        "<script>alert(1)</script> \u202Eevil\u001B[31m =1+1 e" + "\u0301".repeat(1_000);

    post(OPERATOR, CHANGE + "/note", "{\"reason\":\"" + json(hostile) + "\"}");

    String kept = desk.work.change(NORTH + "#1").notes().get(0).getReason();
    assertThat(kept).isEqualTo("<script>alert(1)</script> evil[31m =1+1 e" + "\u0301".repeat(4));
    assertThat(get("/changes/XA-XB%2FNORTH%231").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void letsASilenceNeitherHideNorOutliveARise() {
    post(OPERATOR, SECTOR + "/silence", "{\"hours\":2,\"reason\":\"known drill\"}");
    assertThat(get("/api/work").body()).contains("\"kind\":\"SILENCE\"", "\"level\":\"SEVERE\"");

    board.change(
        1,
        changed(NORTH, 2, SEVERE, CRITICAL).setAt(Instant.parse("2026-03-01T03:30:00Z")).build());

    assertThat(get("/api/work").body()).doesNotContain("\"kind\":\"SILENCE\"");
    assertThat(get("/handover").body()).contains("No sector is silenced");
  }

  @Test
  void putsAnOverrideInForceAtOnceBelowTheHighestLevel() {
    HttpResponse<String> answer = post(SUPERVISOR, SECTOR + "/override", override("SUBSTANTIAL"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(desk.controls)
        .singleElement()
        .isInstanceOfSatisfying(
            LevelOverride.class,
            control -> {
              assertThat(control.getSector()).isEqualTo(NORTH);
              assertThat(control.getWho()).isEqualTo("supervisor");
              assertThat(control.getUntil()).isEqualTo(Instant.parse("2026-03-01T05:00:00.123Z"));
            });
  }

  @Test
  void letsTheHighestLevelWaitForASecondPerson() {
    String id = actionId(post(SUPERVISOR, SECTOR + "/override", override("CRITICAL")));
    assertThat(desk.controls).isEmpty();

    HttpResponse<String> own =
        post(SUPERVISOR, "/api/overrides/" + id + "/approve", "{\"reason\":\"sure\"}");
    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("\"code\":\"own-override\"");
    assertThat(desk.controls).isEmpty();

    HttpResponse<String> second =
        send(json("second", "/api/overrides/" + id + "/approve", "{\"reason\":\"agreed\"}"));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(desk.controls)
        .singleElement()
        .isInstanceOfSatisfying(
            LevelOverride.class,
            control -> assertThat(control.getWho()).isEqualTo("supervisor, approved by second"));
  }

  @Test
  void handsARulingToTheJudgement() {
    board.reports().report(Examples.borderEvent("e1"));
    board.reports().report(Examples.borderEvent("e2"));

    HttpResponse<String> answer =
        post(
            OPERATOR,
            "/api/rulings",
            "{\"kind\":\"RETYPE\",\"event\":[\"e1\",\"e2\"],\"type\":\"TALKS\",\"reason\":\"no"
                + " clash\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(desk.controls)
        .singleElement()
        .isInstanceOfSatisfying(
            Ruling.class,
            ruling -> {
              assertThat(ruling.getKind()).isEqualTo(RulingKind.RETYPE);
              assertThat(ruling.getEvents()).containsExactly("e1", "e2");
              assertThat(ruling.getWho()).isEqualTo("operator");
            });
  }

  @Test
  void refusesARulingOnAReportThatIsNotThere() {
    board.reports().report(Examples.borderEvent("e1"));

    HttpResponse<String> answer =
        post(
            OPERATOR,
            "/api/rulings",
            "{\"kind\":\"REJECT\",\"event\":[\"e1\",\"e9\"],\"reason\":\"a hoax\"}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":\"unknown-report\"", "no report has the id 'e9'");
    assertThat(desk.controls).isEmpty();
  }

  @Test
  void offersApprovalToASecondPersonOnly() {
    post(SUPERVISOR, SECTOR + "/override", override("CRITICAL"));

    assertThat(getAs(SUPERVISOR, "/handover").body())
        .contains("not yours to approve", "Withdraw</button>")
        .doesNotContain("Approve</button>", "/approve");
    assertThat(getAs(Role.ADMIN, "/handover").body())
        .contains("Approve</button>", "Refuse</button>")
        .doesNotContain("not yours to approve");
    assertThat(getAs(OPERATOR, "/handover").body())
        .contains("other than <bdi>supervisor</bdi> may approve it")
        .doesNotContain("/approve");
  }

  @Test
  void clampsAMomentThatIsStillToComeAndSaysSo() {
    desk.now = Examples.NOON.plusSeconds(3 * 3600);

    for (String page : List.of("/", "/sectors/XA-XB%2FNORTH")) {
      String body = get(page + "?at=2031-01-01T00:00:00Z").body();
      assertThat(body)
          .contains("As known at <time datetime=\"" + desk.now + "\"")
          .contains("The link asks for <time datetime=\"2031-01-01T00:00:00Z\"")
          .doesNotContain("at=2031");
      assertThat(get(page + "?at=2021-06-22T13:00:00Z").body())
          .contains("As known at")
          .doesNotContain("still to come");
    }
  }

  @Test
  void callsSectorsByTheirNamesWhereAShiftIsHandedOver() {
    post(OPERATOR, SECTOR + "/silence", "{\"hours\":2,\"reason\":\"known drill\"}");
    post(SUPERVISOR, SECTOR + "/override", override("CRITICAL"));

    assertThat(get("/handover").body())
        .contains(">North ford</a> until", ">North ford</a></td>", ">North ford</a></h3>")
        .doesNotContain(">XA-XB/NORTH#1<");
    assertThat(get("/report").body()).contains("North ford (XA-XB/NORTH) until 2026-03-01 05:00");
  }

  @Test
  void tellsTheScoreOfNowFromThatOfTheChange() {
    board.assessment(Examples.assessment(NORTH, 1, 3_250_000));

    assertThat(get("/report").body())
        .contains("score now 3.25", "Why it changed then: The score reached 7.5");
  }

  @Test
  void saysHowToSignInAndWhoIs() {
    assertThat(get("/sign-in").body())
        .contains("You are not signed in", "open once", "bin/oxus key")
        .doesNotContain("Sign out");

    String cookie =
        get("/sign-in?once=once")
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .split(";", -1)[0];

    assertThat(send(request("/sign-in").header("Cookie", cookie).build()).body())
        .contains("You work here as <bdi>local</bdi>", "Sign out");
  }

  @Test
  void takesAFormAndLeadsBackToThePage() {
    HttpResponse<String> answer =
        send(
            request(CHANGE + "/note")
                .header("Authorization", "Bearer " + key(OPERATOR))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "reason=by+form&request=f1&back=" + encode("/changes/XA-XB%2FNORTH%231")))
                .build());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/changes/XA-XB%2FNORTH%231");
    assertThat(desk.work.change(NORTH + "#1").notes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "/a b"})
  void leadsNobodyAway(String back) {
    HttpResponse<String> answer =
        send(
            request(CHANGE + "/note")
                .header("Authorization", "Bearer " + key(OPERATOR))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("reason=x&back=" + encode(back)))
                .build());

    assertThat(answer.headers().firstValue("Location")).contains("/");
  }

  @Test
  void handsTheShiftOver() {
    post(OPERATOR, CHANGE + "/assign", "{\"assignee\":\"Dana\"}");
    post(OPERATOR, "/api/shift/note", "{\"reason\":\"phone the ford\"}");
    post(SUPERVISOR, SECTOR + "/override", override("CRITICAL"));

    assertThat(get("/handover").body())
        .contains("XA-XB/NORTH#1", "Dana", "phone the ford", "waits for a second person");
  }

  @Test
  void printsTheSameReportAsAPageAndAsAPdf() throws IOException {
    post(OPERATOR, CHANGE + "/acknowledge", "{}");
    post(OPERATOR, "/api/shift/note", "{\"reason\":\"позвонить на мост\"}");

    String page = get("/report").body();
    byte[] pdf = bytes("/report.pdf");

    assertThat(page).contains("North ford", "in hand: operator", "позвонить на мост");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "North ford", "in hand: operator", "позвонить на мост", "No level is overridden");
    }
  }

  @Test
  void showsTheAuditLogAndWhetherItIsWhole() {
    post(OPERATOR, CHANGE + "/acknowledge", "{}");
    post(OPERATOR, CHANGE + "/note", "{\"reason\":\"seen\"}");

    assertThat(getAs(SUPERVISOR, "/api/audit?limit=1").body())
        .startsWith("{\"sequence\":2,")
        .contains("\"whole\":true", "\"kind\":\"NOTE\"")
        .doesNotContain("\"kind\":\"ACKNOWLEDGE\"");
    assertThat(getAs(SUPERVISOR, "/audit").body()).contains("acknowledged XA-XB/NORTH#1", "whole");

    desk.work.apply(forged(3));

    assertThat(getAs(SUPERVISOR, "/api/audit").body())
        .contains("\"whole\":false", "\"brokenAt\":3");
    assertThat(getAs(SUPERVISOR, "/audit").body()).contains("The chain is broken");
  }

  @Test
  void tellsTheLoadOfTheOperators() {
    new LoadMeters(exhibits, desk.desk(Optional.empty())).register();
    desk.now = Examples.NOON.plusSeconds(3600 + 120);
    assertThat(get("/api/load").body())
        .contains("\"changesInLastHour\":1", "\"open\":1", "\"chattering\":[]");

    post(OPERATOR, CHANGE + "/acknowledge", "{}");

    assertThat(get("/api/load").body())
        .contains("\"open\":0,\"acknowledged\":1,\"medianSecondsToAcknowledge\":120");
    assertThat(get("/load").body()).contains("120 s");
    System.gc(); // what only the meters know of is gone then
    assertThat(get("/metrics").body())
        .contains("oxus_load_acknowledge_median_seconds 120.0", "oxus_load_open 0.0");
  }

  /** An action that nobody did, put in at the end by someone who knows the last hash. */
  private OperatorAction forged(long sequence) {
    return OperatorAction.newBuilder()
        .setId("forged")
        .setSequence(sequence)
        .setRequest("forged")
        .setAt(desk.now)
        .setRecordedAt(desk.now)
        .setActor("operator")
        .setRole("operator")
        .setKind(ActionKind.UNSILENCE)
        .setSubject(NORTH)
        .setSector(NORTH)
        .setReason("")
        .setEvents(List.of())
        .setScopes(List.of())
        .setPrevious(desk.work.hash())
        .setHash("0".repeat(64))
        .build();
  }

  private static String override(String floor) {
    return "{\"floor\":\"" + floor + "\",\"hours\":2,\"reason\":\"columns at the ford\"}";
  }

  private static String actionId(HttpResponse<String> answer) {
    return answer.body().replaceAll(".*\"action\":\\{\"id\":\"([0-9a-f]+)\".*", "$1");
  }

  private static String json(String text) {
    return text.replace("\u001B", "\\u001b");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> post(Role role, String path, String body) {
    return send(json(key(role), path, body));
  }

  private HttpRequest json(String key, String path, String body) {
    return request(path)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private HttpResponse<String> getAs(Role role, String path) {
    return send(request(path).header("Authorization", "Bearer " + key(role)).build());
  }

  private byte[] bytes(String path) throws IOException {
    try {
      return client.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
