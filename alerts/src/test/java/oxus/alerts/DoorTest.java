package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.DeskExamples.key;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Permission;
import oxus.alerts.access.Role;
import oxus.alerts.access.RouteRule;
import oxus.alerts.access.RouteRules;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

class DoorTest {
  @TempDir Path folder;

  final Board board = new Board(Examples.theatre());
  final DeskExamples desk = new DeskExamples();
  final Exhibits exhibits =
      new Exhibits(
          board,
          false,
          SchemaTable.shipped(),
          new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
          Optional::empty);
  final HttpConfig config = new HttpConfig("127.0.0.1", 0);
  final HttpClient client = HttpClient.newHttpClient();
  AlertsServer server = AlertsServer.start(config, exhibits, desk.desk(Optional.empty()));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void knowsARuleForEveryRoute() {
    Vertx vertx = Vertx.vertx();
    try {
      EventStream stream =
          new EventStream(vertx.getOrCreateContext(), exhibits, desk.work, Duration.ofHours(1), 1);
      List<Route> routes =
          AlertsServer.routes(vertx, config, exhibits, desk.desk(Optional.empty()), stream)
              .getRoutes();

      List<String> without = new ArrayList<>();
      for (Route route : routes) {
        for (HttpMethod method : methods(route)) {
          if (route.getPath() != null && !hasRule(method, route.getPath())) {
            without.add(method + " " + route.getPath());
          }
        }
      }
      assertThat(routes).hasSizeGreaterThan(20);
      assertThat(without)
          .as("routes that RouteRules does not name, and so nobody reaches")
          .isEmpty();
    } finally {
      vertx.close();
    }
  }

  private static Iterable<HttpMethod> methods(Route route) {
    return route.methods() == null ? List.of() : route.methods();
  }

  private static boolean hasRule(HttpMethod method, String path) {
    String fixed = path.replaceAll(":.*", "");
    boolean isExact = path.equals("/") || !fixed.endsWith("/");
    return RouteRules.all().stream()
        .filter(rule -> rule.method().equals(method.name()))
        .anyMatch(rule -> isExact ? rule.path().equals(path) : rule.path().startsWith(fixed));
  }

  @Test
  void letsEachRoleDoWhatItsPermissionsSay() {
    for (RouteRule rule : RouteRules.all()) {
      for (Role role : Role.values()) {
        int status = status(ask(rule).header("Authorization", "Bearer " + key(role)).build());

        boolean isIn = status != 401 && status != 403 && status != 405;
        assertThat(isIn)
            .as("%s at %s: %s", role, rule.path(), status)
            .isEqualTo(role.may(rule.permission()));
      }
    }
  }

  @Test
  void letsNobodyInWithoutAKeyButWhereItIsOpen() {
    for (RouteRule rule : RouteRules.all()) {
      boolean isIn = status(ask(rule).build()) != 401;

      assertThat(isIn).as(rule.path()).isEqualTo(rule.permission() == Permission.OPEN);
    }
  }

  private HttpRequest.Builder ask(RouteRule rule) {
    HttpRequest.Builder request = request(rule.sample());
    return rule.method().equals("GET")
        ? request
        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
  }

  @Test
  void holdsAKeyToItsScope() {
    desk.keys =
        desk.keys.with("narrow", new Identity("robot", Role.ADMIN, EnumSet.of(Permission.READ)));
    restart(Optional.empty());

    assertThat(status(bearer("/api/sectors", "narrow"))).isEqualTo(200);
    assertThat(status(bearer("/api/audit", "narrow"))).isEqualTo(403);
  }

  @Test
  void showsWithoutAKeyWhereReadersMayComeInButLetsThemChangeNothing() {
    restart(Optional.of(Role.VIEWER));

    assertThat(status(request("/api/sectors").build())).isEqualTo(200);
    assertThat(status(request("/api/audit").build())).isEqualTo(401);
    assertThat(status(note(request("/api/shift/note")))).isEqualTo(401);
  }

  @Test
  void signsABrowserInByTheLinkOnce() {
    HttpResponse<String> first = send(request("/sign-in?once=once").build());

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .contains("oxus-session=", "HTTPOnly", "SameSite=Strict", "Path=/");
    assertThat(status(request("/sign-in?once=once").build())).isEqualTo(403);
    assertThat(status(request("/sign-in?once=wrong").build())).isEqualTo(401);
    assertThat(status(bearer("/api/audit", "once"))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Origin, OWN, 200",
    "X-Nothing, x, 403",
  })
  void takesWhatASessionSendsFromPagesOfItsOwnOnly(String header, String value, int status) {
    String origin = "http://127.0.0.1:" + server.port();
    HttpRequest.Builder request =
        request("/api/shift/note")
            .header("Cookie", session())
            .header(header, value.replace("OWN", origin));

    HttpResponse<String> answer = send(note(request));

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body()).contains("\"code\":\"cross-site\"");
    }
  }

  @Test
  void endsASessionAtSignOut() {
    String cookie = session();
    signOut(cookie);

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
  }

  @Test
  void endsASessionAfterAShift() {
    String cookie = session();
    desk.now = desk.now.plus(Duration.ofHours(14));

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
  }

  @Test
  void knowsASessionAgainAfterARestart() {
    restart();
    String cookie = session();
    assertThat(Files.exists(sessions())).isTrue();

    restart();

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(200);
    desk.now = desk.now.plus(Duration.ofHours(14));
    restart();
    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
  }

  @Test
  void knowsNoSessionAgainThatWasSignedOut() {
    restart();
    String cookie = session();
    String other = session();
    signOut(cookie);

    restart();

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
    assertThat(status(request("/api/sectors").header("Cookie", other).build())).isEqualTo(200);
  }

  @Test
  void knowsNoSessionAgainWhoseKeyWasTakenBackOrChanged() {
    restart();
    String cookie = session();
    desk.keys =
        Keys.none()
            .with(key(Role.OPERATOR), Identity.of("operator", Role.VIEWER))
            .with(key(Role.ADMIN), Identity.of("admin", Role.ADMIN));

    restart();

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
  }

  @Test
  void keepsNoTokenAndShowsTheFileToItsOwnerOnly() throws IOException {
    restart();
    String token = session().split("=", -1)[1];

    assertThat(Files.readString(sessions()))
        .doesNotContain(token)
        .contains(Keys.hash(token), "operator");
    assertThat(Files.getPosixFilePermissions(sessions()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0\0", "a | b\nc", "HASH | never | key | anna | admin | read"})
  void startsWithoutSessionsWhereTheirFileIsBroken(String broken) throws IOException {
    Files.writeString(sessions(), broken.replace("HASH", Keys.hash("x")));
    restart();

    String cookie = session();

    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(200);
  }

  /** What is signed out must not come back; who is told so can do something about it. */
  @Test
  void saysWhenASignOutCannotBeKept() throws IOException {
    restart();
    String cookie = session();
    Files.createDirectories(sessions().resolveSibling("sessions.part").resolve("in the way"));

    HttpResponse<String> refused = signOut(cookie);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("\"code\":\"not-written\"");
    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
    Files.delete(sessions().resolveSibling("sessions.part").resolve("in the way"));
    assertThat(signOut(cookie).statusCode()).isEqualTo(303);
    restart();
    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(401);
  }

  @Test
  void slowsDownWhoeverTriesAThousandKeysAndNobodyElse() {
    String cookie = session();
    assertThat(status(bearer("/api/sectors", key(Role.OPERATOR)))).isEqualTo(200);

    int looked = 0;
    for (int i = 0; i < 1_000; i++) {
      looked += status(bearer("/api/sectors", "guess-" + i)) == 401 ? 1 : 0;
    }

    assertThat(looked).isEqualTo(10);
    assertThat(status(request("/api/sectors").header("Cookie", cookie).build())).isEqualTo(200);
    assertThat(status(bearer("/api/sectors", key(Role.OPERATOR)))).isEqualTo(200);
    assertThat(status(bearer("/api/sectors", key(Role.VIEWER)))).isEqualTo(429);
    desk.now = desk.now.plusSeconds(7);
    assertThat(status(bearer("/api/sectors", key(Role.VIEWER)))).isEqualTo(200);
  }

  private void restart(Optional<Role> anonymous) {
    server.close();
    server = AlertsServer.start(config, exhibits, desk.desk(anonymous));
  }

  /** With the file of sessions that the one before left. */
  private void restart() {
    server.close();
    server = AlertsServer.start(config, exhibits, desk.desk(Optional.empty()).keeping(sessions()));
  }

  private Path sessions() {
    return folder.resolve("sessions");
  }

  private HttpResponse<String> signOut(String cookie) {
    return send(
        request("/sign-out")
            .header("Cookie", cookie)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.noBody())
            .build());
  }

  private String session() {
    HttpRequest request =
        request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("key=" + key(Role.OPERATOR)))
            .build();
    return send(request).headers().firstValue("Set-Cookie").orElse("").split(";", -1)[0];
  }

  private static HttpRequest note(HttpRequest.Builder request) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"reason\":\"x\"}"))
        .build();
  }

  private HttpRequest bearer(String path, String key) {
    return request(path).header("Authorization", "Bearer " + key).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  /** Headers only: the stream of changes has no end. */
  private int status(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
