package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.assessment;
import static oxus.alerts.Examples.change;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.alerts.Examples.report;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oxus.alerts.OpenApi.Operation;
import oxus.alerts.access.Role;
import oxus.alerts.access.RouteRules;
import oxus.alerts.console.Board;
import oxus.schemas.ConditionMet;
import oxus.schemas.Distance;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.Qualifier;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.schemas.SchemaTable;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.WithoutSource;

/**
 * Holds docs/openapi.yaml to the running server: every route is in it, everything in it answers,
 * and what comes has the promised fields and no others.
 */
@Timeout(60)
class OpenApiContractTest {
  private static final Map<String, String> PATH_PARAMETERS =
      Map.of(
          "changeId", "XA-XB%2FNORTH%231",
          "sector", "XA-XB%2FNORTH",
          "id", "1",
          "subject", "oxus.schemas.Tick",
          "version", "latest");

  private static final Map<String, String> QUERY_PARAMETERS =
      Map.ofEntries(
          Map.entry("since", "2021-06-01"),
          Map.entry("until", "2021-12-31"),
          Map.entry("sector", "XA-XB/NORTH"),
          Map.entry("level", "MODERATE"),
          Map.entry("after", "-1"),
          Map.entry("before", "9999"),
          Map.entry("seen", "0"),
          Map.entry("state", "STANDING"),
          Map.entry("at", "2021-12-31"),
          Map.entry("change", "XA-XB%2FNORTH%231"),
          Map.entry("shape", "area"),
          Map.entry("limit", "1"));

  final OpenApi openApi = OpenApi.documented();
  final Board board = new Board(Examples.theatre());
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0),
          new Exhibits(
              board,
              true,
              SchemaTable.shipped(),
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              Optional::empty),
          supervised());
  final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void post() {
    board.change(0, whole());
    board.change(1, change("XA-XB/SOUTH", 1, LOW, MODERATE));
    board.change(2, change("XA-XB/NORTH", 2, SEVERE, MODERATE));
    board.assessment(assessment("XA-XB/NORTH", 1, 2_500_000));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Whoever asks may read everything, the audit log as well. */
  private static Desk supervised() {
    Desk desk = Desk.readOnly();
    return new Desk(
        desk.work(),
        desk.log(),
        desk.keys(),
        Optional.of(Role.SUPERVISOR),
        desk.onceKey(),
        desk.clock(),
        desk.secrets());
  }

  /** What has no rule is denied, so the rules are the routes. */
  @Test
  void describesEveryRouteAndNoOther() {
    assertThat(openApi.operations().stream().map(OpenApiContractTest::told))
        .containsExactlyInAnyOrderElementsOf(
            RouteRules.all().stream().map(rule -> rule.method() + " " + rule.path()).toList());
  }

  private static String told(Operation operation) {
    return operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
  }

  @Test
  void answersAsDescribedWithoutAndWithParameters() throws Exception {
    for (Operation operation : reading()) {
      holds(operation, link(operation));
      String query =
          openApi.queryParameters(operation).stream()
              .map(name -> name + "=" + QUERY_PARAMETERS.getOrDefault(name, "?"))
              .collect(Collectors.joining("&"));
      if (!query.isEmpty()) {
        holds(operation, link(operation) + "?" + query);
      }
    }
  }

  /** Over both versions: the server library leaves a body out over the older one only. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void answersHeadLikeGetWithoutABody(HttpClient.Version version) throws Exception {
    List<String> links = new ArrayList<>(reading().stream().map(this::link).toList());
    links.addAll(List.of("/api/events", "/nothing", "/api/changes/x"));
    for (String path : links) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
      HttpResponse<String> head =
          client.send(
              request.version(version).method("HEAD", BodyPublishers.noBody()).build(),
              BodyHandlers.ofString());
      HttpResponse<InputStream> get =
          client.send(request.GET().build(), BodyHandlers.ofInputStream());
      get.body().close();

      assertThat(head.version()).as(path).isEqualTo(version);
      assertThat(head.body()).as(path).isEmpty();
      assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
      assertThat(head.headers().firstValue("Content-Type"))
          .as(path)
          .isPresent()
          .isEqualTo(get.headers().firstValue("Content-Type"));
      assertThat(head.headers().firstValue("Content-Length").isPresent())
          .as(path)
          .isEqualTo(!path.equals("/api/events"));
    }
  }

  private Stream<Operation> readings() {
    return openApi.operations().stream()
        .filter(operation -> operation.method().equals("get"))
        .filter(operation -> !operation.path().equals("/api/events"))
        .filter(operation -> !operation.path().equals("/assets/{file}"))
        // the identity provider's and the intake's, which this server does not have
        .filter(operation -> !operation.path().startsWith("/sign-in/sso"))
        .filter(operation -> !operation.path().equals("/feeds"))
        .filter(operation -> !operation.path().equals("/articles/{articleId}"));
  }

  private List<Operation> reading() {
    return readings().toList();
  }

  private void holds(Operation operation, String link) throws Exception {
    HttpResponse<String> answer = get(link);
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");

    assertThat(answer.statusCode()).as(link + ": " + answer.body()).isEqualTo(200);
    assertThat(openApi.mediaTypes(operation, 200)).as(link).contains(type);
    if (type.endsWith("json")) {
      assertThat(openApi.faults(operation, 200, type, answer.body())).as(link).isEmpty();
    }
  }

  @Test
  void refusesAsDescribed() throws Exception {
    for (Operation operation : reading()) {
      if (!openApi.mediaTypes(operation, 400).isEmpty()) {
        HttpResponse<String> answer = get(link(operation) + "?nonsense=1");

        assertThat(answer.statusCode()).as(operation.path()).isEqualTo(400);
        assertThat(openApi.faults("Problem", answer.body())).isEmpty();
      }
      if (!openApi.mediaTypes(operation, 404).isEmpty()) {
        HttpResponse<String> answer =
            get(operation.path().replaceAll("\\{\\w+}", "nowhere").replace("#", "%23"));

        assertThat(answer.statusCode()).as(operation.path()).isEqualTo(404);
        String type = openApi.mediaTypes(operation, 404).get(0);
        assertThat(openApi.faults(operation, 404, type, answer.body())).isEmpty();
      }
    }
  }

  @Test
  void streamsChangesAsDescribed() throws Exception {
    HttpResponse<InputStream> stream =
        client.send(request("/api/events?after=-1"), BodyHandlers.ofInputStream());

    assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(openApi.faults("Change", data(stream.body()))).isEmpty();
  }

  private static String data(InputStream stream) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return line.substring("data: ".length());
    }
  }

  @Test
  void noticesAFieldThatHasAnotherName() throws Exception {
    String body = get("/api/changes/XA-XB%2FNORTH%231").body();

    assertThat(openApi.faults("Change", body)).isEmpty();
    assertThat(openApi.faults("Change", body.replace("\"quote\":", "\"words\":"))).isNotEmpty();
    assertThat(openApi.faults("Change", body.replace("\"override\":", "\"bound\":"))).isNotEmpty();
    assertThat(openApi.faults("Change", body.replace("\"SEVERE\"", "\"AWFUL\""))).isNotEmpty();
  }

  private String link(Operation operation) {
    String link = operation.path();
    for (Map.Entry<String, String> parameter : PATH_PARAMETERS.entrySet()) {
      link = link.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return link;
  }

  private HttpRequest request(String link) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + link)).build();
  }

  private HttpResponse<String> get(String link) throws Exception {
    return client.send(request(link), BodyHandlers.ofString());
  }

  /** With every field that there can be. */
  private static ThreatLevelChange whole() {
    return changed("XA-XB/NORTH", 1, LOW, SEVERE)
        .setContributions(
            List.of(
                contribution(EventType.BORDER_SEIZURE, 6_500_000)
                    .setFigures(List.of(new FigureClaim("soldiers", 1L, 9L, List.of("agency"))))
                    .setDeniedBy(List.of("ministry"))
                    .setGrades(List.of(new GradeStep(NOON, "B2", "two voices")))
                    .setRulings(List.of("r-1"))
                    .setReports(
                        List.of(
                            report("They took it.")
                                .setWire("agency")
                                .setAttributedTo("a spokesman")
                                .setFigure(new Figure(1L, 9L, Qualifier.BETWEEN, "soldiers"))
                                .build()))
                    .build()))
        .setRules(
            List.of(
                new RuleHeld(
                    "crossing-lost",
                    "A crossing was lost",
                    SEVERE,
                    NOON,
                    List.of("i-1"),
                    1_000_000L,
                    List.of(new ConditionMet("border seizure", List.of("i-1"))))))
        .setOverride(
            new LevelOverride("o-1", "XA-XB/NORTH", LOW, SEVERE, NOON, NOON, "duty", "a tip"))
        .setOutlook(
            new Outlook(
                List.of(new WithoutSource("herald", "The Herald", LOW, 1_500_000L)),
                new Distance(SEVERE, 2_500_000L),
                new Distance(LOW, 1_000_000L),
                new StepDown(LOW, NOON)))
        .setNear(List.of(new RuleNear("exodus", "Many flee", "refugee flow")))
        .build();
  }
}
