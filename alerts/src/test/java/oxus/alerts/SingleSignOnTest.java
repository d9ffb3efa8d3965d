package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.access.GroupRoles;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

/** People sign in at an identity provider that speaks the real protocol on a port of its own. */
class SingleSignOnTest {
  @TempDir Path folder;

  private final MockOAuth2Server provider =
      new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"));
  private final DeskExamples examples = new DeskExamples();
  private final HttpClient browser = newBrowser();
  private int port;
  private AlertsServer server;

  @BeforeEach
  void start() throws IOException {
    provider.start();
    // the provider must know where browsers come back to before the port is known
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = serve(provider.issuerUrl("staff").uri());
  }

  @AfterEach
  void stop() {
    server.close();
    provider.shutdown();
  }

  private AlertsServer serve(URI issuer) {
    return serve(issuer, Role.OPERATOR);
  }

  private AlertsServer serve(URI issuer, Role watch) {
    SingleSignOnConfig config =
        new SingleSignOnConfig(
            issuer,
            "oxus",
            Optional.of("between us"),
            URI.create("http://127.0.0.1:" + port + "/"),
            new SingleSignOnConfig.Claims("preferred_username", "realm.groups", "openid profile"),
            new GroupRoles(Map.of("watch", watch)));
    Desk desk =
        examples
            .desk(Optional.of(Role.VIEWER))
            .with(new SingleSignOn(config))
            .keeping(folder.resolve("sessions"));
    return AlertsServer.start(new HttpConfig("127.0.0.1", port), exhibits(), desk);
  }

  private static Exhibits exhibits() {
    return new Exhibits(
        new Board(Examples.theatre()),
        false,
        SchemaTable.shipped(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        Optional::empty);
  }

  private static HttpClient newBrowser() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** The next person who comes to the provider. */
  private void is(String name, List<String> groups) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "staff",
            "subject",
            "JWT",
            null,
            Map.of("preferred_username", name, "realm", Map.of("groups", groups)),
            3600));
  }

  @Test
  void signsInUnderTheNameAndTheRoleOfTheGroup() throws Exception {
    is("anna@watch.test", List.of("choir", "watch"));

    HttpResponse<String> back = get(browser, answer(leave(browser, "/handover")));

    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(back.headers().firstValue("Refresh")).contains("0;url=/handover");
    assertThat(back.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).contains("HTTPOnly").contains("SameSite=Strict"));
    assertThat(get(browser, at("/sign-in")).body()).contains("anna@watch.test");
    assertThat(note(browser).statusCode()).isEqualTo(200);
    assertThat(examples.work.audit(Long.MAX_VALUE, 1).get(0).getActor())
        .isEqualTo("anna@watch.test");
  }

  @Test
  void knowsThePersonAgainAfterARestartButNotWhenTheRolesHaveChanged() throws Exception {
    is("anna", List.of("watch"));
    get(browser, answer(leave(browser, "/")));
    URI issuer = provider.issuerUrl("staff").uri();

    server.close();
    server = serve(issuer);
    assertThat(get(browser, at("/sign-in")).body()).contains("<bdi>anna</bdi>");
    server.close();
    server = serve(issuer, Role.VIEWER);

    assertThat(get(browser, at("/sign-in")).body()).doesNotContain("<bdi>anna</bdi>");
  }

  @Test
  void refusesWhoIsInNoGroupThatHasARole() throws Exception {
    is("ben", List.of("choir"));

    HttpResponse<String> back = get(browser, answer(leave(browser, "/")));

    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("no-role");
    assertThat(note(browser).statusCode()).isEqualTo(401);
  }

  @Test
  void refusesANameThatTheLogOfActionsCannotHold() throws Exception {
    is("anna\u202e<b>", List.of("watch"));

    assertThat(get(browser, answer(leave(browser, "/"))).body()).contains("sign-in-refused");
  }

  /** Else anybody could sign a stranger's browser in as themselves. */
  @Test
  void refusesAnAnswerThatAnotherBrowserBrings() throws Exception {
    is("anna", List.of("watch"));
    URI answer = answer(leave(browser, "/"));

    HttpResponse<String> back = get(newBrowser(), answer);

    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("sign-in-stale");
  }

  @Test
  void takesAnAnswerOnce() throws Exception {
    is("anna", List.of("watch"));
    URI answer = answer(leave(browser, "/"));
    get(browser, answer);

    assertThat(get(browser, answer).body()).contains("sign-in-stale");
  }

  @Test
  void refusesATokenThatWasMadeForAnotherSignIn() throws Exception {
    is("anna", List.of("watch"));
    String sent = leave(browser, "/").toString();

    HttpResponse<String> back =
        get(browser, answer(URI.create(sent.replaceFirst("nonce=[^&]*", "nonce=stolen"))));

    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("sign-in-refused");
  }

  @Test
  void provesWhoAskedForTheCode() throws Exception {
    is("anna", List.of("watch"));
    String sent = leave(browser, "/").toString();

    HttpResponse<String> back =
        get(
            browser,
            answer(
                URI.create(
                    sent.replaceFirst(
                        "code_challenge=[^&]*",
                        "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))));

    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("sign-in-refused");
  }

  @Test
  void saysWhatTheProviderSaidWhenItDidNotSignIn() throws Exception {
    URI left = leave(browser, "/");
    String state = left.getQuery().replaceFirst(".*state=([^&]*).*", "$1");

    HttpResponse<String> back =
        get(browser, at("/sign-in/sso/back?error=access_denied&state=" + state));

    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("access_denied");
  }

  @Test
  void goesOnWithKeysWhileTheProviderIsDown() throws Exception {
    provider.shutdown();

    HttpResponse<String> left = get(browser, at("/sign-in/sso"));

    assertThat(left.statusCode()).isEqualTo(503);
    assertThat(left.body()).contains("provider-unreachable").contains("key");
  }

  @Test
  void offersTheProviderOnThePage() throws Exception {
    assertThat(get(browser, at("/sign-in?back=/handover")).body())
        .contains("href=\"/sign-in/sso?back=%2Fhandover\"");
  }

  /** To the provider, and how it sends the browser back. */
  private URI answer(URI sent) throws Exception {
    HttpResponse<String> response = get(browser, sent);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }

  private URI leave(HttpClient browser, String back) throws Exception {
    HttpResponse<String> response = get(browser, at("/sign-in/sso?back=" + back));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> note(HttpClient browser) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(at("/api/shift/note"))
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString("{\"reason\": \"phoned the post\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> get(HttpClient browser, URI address) throws Exception {
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
