package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oxus.alerts.Examples.assessment;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

class AlertsServerTest {
  static final String NORTH = "XA-XB/NORTH";
  static final String SOUTH = "XA-XB/SOUTH";

  final Board board = new Board(Examples.theatre());
  volatile Optional<String> missing = Optional.empty();
  final Exhibits exhibits =
      new Exhibits(
          board,
          true,
          SchemaTable.shipped(),
          new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
          () -> missing);
  final AlertsServer server = AlertsServer.start(new HttpConfig("127.0.0.1", 0), exhibits);
  final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsTheFirstPageBeforeAnythingHasHappenedAndSaysWhyItIsEmpty() {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body()).contains("No change yet", "Three rivers", "EXERCISE", "North ford");
  }

  @Test
  void reachesTheEvidenceOfAChangeInTwoSteps() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));

    String front = get("/").body();
    assertThat(front).contains("href=\"/changes/XA-XB%2FNORTH%231\"", "reached 7.5");
    String evidence = get("/changes/XA-XB%2FNORTH%231").body();

    assertThat(evidence)
        .contains("the bridge fell before noon", "River Post", "Stone bridge", "crossing-lost")
        .contains("href=\"https://news.example/1?a=1&amp;b=2\"")
        .contains("+9.000000", "-1.500000", "7.500000");
  }

  @Test
  void takesAPastMomentFromTheLinkAsFormsAndLinksWriteIt() {
    assertThat(get("/?at=2021-06-22T12:00").body()).contains("As known at");
    assertThat(get("/?at=2021-06-22T12:00:00Z").body()).doesNotContain("sse-connect");
    assertThat(get("/sectors/XA-XB%2FNORTH?at=2021-06-22T12:00:00Z").body())
        .contains("Nothing was known of this sector then");
    assertThat(get("/?at=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void joinsTheStreamAfterTheNewestChangeThatThePageShows() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));

    assertThat(get("/").body()).contains("sse-connect=\"/api/events?after=7\"");
  }

  @Test
  void showsASectorWithItsHistoryAndItsLatestEvidence() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));
    board.assessment(assessment(NORTH, 1, 6_250_000));

    String page = get("/sectors/XA-XB%2FNORTH").body();

    assertThat(page)
        .contains("around the North ford", "6.250000", "Armed clash", "class=\"steps\"");
  }

  @Test
  void acceptsIdsWithTheirSlashUnencoded() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));

    assertThat(get("/sectors/XA-XB/NORTH").statusCode()).isEqualTo(200);
    assertThat(get("/changes/XA-XB/NORTH%231").statusCode()).isEqualTo(200);
    assertThat(get("/api/changes/XA-XB/NORTH%231").statusCode()).isEqualTo(200);
  }

  @Test
  void servesSectorsAndTheirLinesAsJson() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));

    assertThat(get("/api/sectors").body())
        .contains("\"theatre\":\"XX\"", "\"exercise\":true")
        .contains("\"sector\":\"XA-XB/NORTH\"", "\"level\":\"SEVERE\",\"levelNumber\":4")
        .contains("\"lastChange\":\"XA-XB/NORTH#1\"");
    HttpResponse<String> geo = get("/feeds/sectors.geojson");
    assertThat(geo.headers().firstValue("Content-Type")).contains("application/geo+json");
    assertThat(geo.body())
        .startsWith("{\"type\":\"FeatureCollection\"")
        .contains("\"coordinates\":[[60.0,38.0],[62.0,38.4]]", "\"geometry\":null");
  }

  @Test
  void servesAChangeWithItsOffsetAndWhetherItIsAnExercise() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));

    assertThat(get("/api/changes/XA-XB%2FNORTH%231").body())
        .startsWith("{\"offset\":7,\"exercise\":true,\"changeId\":\"XA-XB/NORTH#1\",\"sector\":")
        .contains("\"quote\":\"the bridge fell before noon\"");
  }

  @Test
  void filtersChangesByTimeAndSectorBothEndsIncluded() {
    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.change(1, change(SOUTH, 2, LOW, MODERATE));
    board.change(2, change(NORTH, 3, MODERATE, SEVERE));

    assertThat(ids("/api/changes")).isEqualTo("0 1 2");
    assertThat(ids("/api/changes?sector=XA-XB/NORTH")).isEqualTo("0 2");
    assertThat(ids("/api/changes?since=2021-06-22T14:00:00Z")).isEqualTo("1 2");
    assertThat(ids("/api/changes?until=2021-06-22T14:00:00Z")).isEqualTo("0 1");
    assertThat(ids("/api/changes?since=2021-06-22&until=2021-06-22")).isEqualTo("0 1 2");
    assertThat(ids("/api/changes?until=2021-06-21")).isEmpty();
  }

  @Test
  void pagesThroughChangesByOffset() {
    board.change(3, change(NORTH, 1, LOW, MODERATE));
    board.change(5, change(NORTH, 2, MODERATE, SEVERE));

    assertThat(get("/api/changes?limit=1").body()).contains("\"next\":3");
    assertThat(ids("/api/changes?limit=1&after=3")).isEqualTo("5");
    assertThat(get("/api/changes?limit=1&after=3").body()).doesNotContain("\"next\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/changes?since=yesterday | since='yesterday' is not a time",
        "/api/changes?sector=XA-XB/NORHT | sector='XA-XB/NORHT' is not known here",
        "/api/changes?secto=XA-XB/NORTH | unknown parameter 'secto'",
        "/api/changes?since=2021-06-01&since=2021-06-02 | parameter 'since' is given twice",
        "/api/changes?limit=5000 | limit='5000' is not such a number; write one from 1 to 1000",
        "/api/changes?after=x | after='x' is not such a number",
        "/api/events?after=x | after='x' is not such a number",
        "/api/changes/%252 | no change is called '%2'",
        "/api/sectors?x=1 | unknown parameter 'x'",
      })
  void saysInJsonWhatIsWrongWithALink(String link, String message) {
    HttpResponse<String> answer = get(link);

    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).contains("\"error\":\"" + message);
  }

  @Test
  void saysOnAPageWhatIsWrongWithALink() {
    HttpResponse<String> answer = browse("/?level=TERRIBLE");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'TERRIBLE' is no threat level", "CRITICAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/sectors/XA-XB%2FNOWHERE", "/changes/x", "/assets/oxus/x.js"})
  void helpsWhoeverAsksForWhatIsNotThere(String path) {
    HttpResponse<String> answer = browse(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("href=\"/\"", "/api/changes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/sectors/XA-XB%2FNOWHERE", "/api/changes/x"})
  void tellsAProgramInJsonWithACode(String path) {
    HttpResponse<String> answer = send(request(path).header("Accept", "*/*").build());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).startsWith("{\"status\":404,\"code\":\"not-here\",\"error\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/sectors",
        "/api/changes",
        "/api/changes/x",
        "/api/events",
        "/sectors/x",
        "/changes/x",
        "/feeds/sectors.geojson",
        "/subjects",
        "/schemas/ids/1",
        "/health/live",
        "/metrics",
        "/assets/x"
      })
  void refusesToChangeAnything(String path) {
    HttpResponse<String> answer =
        send(request(path).method("POST", HttpRequest.BodyPublishers.ofString("x")).build());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nothing", "/api/sectors", "/api/changes?x=1", "/metrics", "/subjects/x"})
  void putsTheSecurityHeadersOnEveryAnswer(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void loadsOnlyItsOwnScriptsAndStylesAndNoneInline() {
    board.change(7, change(NORTH, 1, LOW, SEVERE));
    String pages =
        get("/").body()
            + get("/changes/XA-XB%2FNORTH%231").body()
            + get("/sectors/" + NORTH).body();

    assertThat(pages).doesNotContainPattern("<script(?![^>]* src=\"/assets/)");
    assertThat(pages).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
    assertThat(pages).doesNotContainPattern("(src|<link[^>]*href)=\"(?!/assets/)");
  }

  @Test
  void servesWhatThePageLoadsForGood() {
    String page = get("/").body();
    List<String> links =
        Pattern.compile("\"(/assets/[^\"]+)\"")
            .matcher(page)
            .results()
            .map(result -> result.group(1))
            .distinct()
            .toList();

    assertThat(links).hasSize(6);
    for (String link : links) {
      HttpResponse<String> asset = get(link);
      assertThat(asset.statusCode()).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
  }

  @Test
  void answersToNamesOfItsOwnMachineOnly() throws IOException {
    String answer = RawHttp.ask(server.port(), "GET /api/sectors HTTP/1.1", "Host: evil.example");

    assertThat(answer).startsWith("HTTP/1.1 421").contains("names of its own machine");
    assertThat(RawHttp.ask(server.port(), "GET /health/live HTTP/1.1", "Host: localhost:1"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void speaksTheRegistrysLanguage() {
    SchemaTable.Released tick = SchemaTable.shipped().versions("oxus.schemas.Tick").get(0);

    assertThat(get("/subjects").body()).contains("\"oxus.schemas.ThreatLevelChange\"");
    assertThat(get("/subjects/oxus.schemas.Tick/versions").body()).isEqualTo("[1]");
    String version = get("/subjects/oxus.schemas.Tick/versions/1").body();
    assertThat(version)
        .startsWith("{\"subject\":\"oxus.schemas.Tick\",\"id\":" + tick.id() + ",\"version\":1,")
        .contains("\"schema\":\"{");
    assertThat(get("/subjects/oxus.schemas.Tick/versions/latest").body()).isEqualTo(version);
    assertThat(get("/schemas/ids/" + tick.id()).body()).startsWith("{\"schema\":\"{");
    HttpResponse<String> unknown = get("/schemas/ids/999");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
    assertThat(unknown.body()).startsWith("{\"error_code\":40403,");
  }

  @Test
  void isReadyOnceNothingIsMissing() {
    missing = Optional.of("the topics are still being read");
    HttpResponse<String> before = get("/health/ready");
    missing = Optional.empty();

    assertThat(before.statusCode()).isEqualTo(503);
    assertThat(before.body()).contains("the topics are still being read");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
  }

  @Test
  void exposesItsFiguresToPrometheus() {
    assertThat(get("/metrics").body()).contains("oxus_stream_subscribers 0.0");
  }

  @Test
  void namesAUsedPortAndTheCure() {
    HttpConfig used = new HttpConfig("127.0.0.1", server.port());

    assertThatThrownBy(() -> AlertsServer.start(used, exhibits))
        .isInstanceOf(CannotListenException.class)
        .hasMessage(
            "port "
                + server.port()
                + " of 127.0.0.1 is in use; stop what listens there, or choose another port with"
                + " --port");
  }

  @Test
  void marksNothingAsAnExerciseWhenItIsNone() {
    Exhibits live =
        new Exhibits(
            board,
            false,
            SchemaTable.shipped(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            Optional::empty);
    try (AlertsServer other = AlertsServer.start(new HttpConfig("127.0.0.1", 0), live)) {
      HttpRequest page = HttpRequest.newBuilder(URI.create(other.address())).build();
      assertThat(send(page).body()).doesNotContain("EXERCISE");
    }
  }

  private String ids(String link) {
    return Pattern.compile("\"offset\":(\\d+)")
        .matcher(get(link).body())
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.joining(" "));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** As a browser asks. */
  private HttpResponse<String> browse(String path) {
    return send(
        request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build());
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
