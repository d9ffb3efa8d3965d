package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.access.KeyLine;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.PortTakenException;

/** Who comes in at an intake that has a port of its own, and what for. */
class IntakeServerTest {
  private static final String FEED = "{\"source\":\"S\",\"url\":\"https://news.test/rss\"}";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void letsKeysDoWhatTheirRoleAndScopesAllow() throws Exception {
    Path keys = folder.resolve("keys.txt");
    Files.writeString(
        keys,
        "# machines\n"
            + line("desk", "operator", "push,read")
            + line("wall", "viewer", "all")
            + line("chief", "admin", "all"));

    try (IntakeServer server = start(Map.of("OXUS_KEYS", keys.toString()), 0)) {
      assertThat(send(server, "POST", "/articles", "desk").body()).isEqualTo("taken from desk");
      assertThat(send(server, "GET", "/feeds", "desk").statusCode()).isEqualTo(200);
      assertThat(send(server, "POST", "/feeds", "desk").body())
          .contains("\"status\":403", "needs the permission 'administer', which operator desk");
      assertThat(send(server, "POST", "/articles", "wall").body())
          .contains("\"status\":403", "needs the permission 'push', which viewer wall");
      assertThat(send(server, "POST", "/feeds", "chief").statusCode()).isEqualTo(201);
      assertThat(send(server, "GET", "/feeds", "wall").body()).contains("https://news.test/rss");
    }
  }

  @Test
  void letsNobodyInWithoutAKeyExceptToHealthAndMetrics() throws Exception {
    try (IntakeServer server = start(Map.of(), 0)) {
      assertThat(send(server, "POST", "/articles", "desk").body())
          .contains("\"status\":401", "this intake has no keys; name a file of them in OXUS_KEYS");
      assertThat(send(server, "GET", "/articles/a", "").statusCode()).isEqualTo(401);
      assertThat(send(server, "DELETE", "/feeds?url=a", "").statusCode()).isEqualTo(401);
      assertThat(send(server, "GET", "/feeds/", "").statusCode()).isEqualTo(401);
      assertThat(send(server, "GET", "/health/live", "").body()).isEqualTo("live\n");
      assertThat(send(server, "GET", "/health/ready", "").statusCode()).isEqualTo(503);
      assertThat(send(server, "GET", "/metrics", "").body()).contains("# TYPE jvm_");
    }
  }

  @Test
  void saysWhatIsWrongWithPortAndKeys() throws Exception {
    Path keys = Files.writeString(folder.resolve("bad.txt"), "desk | operator | push\n");

    try (IntakeServer server = start(Map.of(), 0)) {
      assertThatThrownBy(() -> start(Map.of(), server.port()))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("port " + server.port() + " is taken");
    }
    assertThatThrownBy(() -> start(Map.of("OXUS_KEYS", keys.toString()), 0))
        .hasMessageContaining("bad.txt: line 1 of the keys: it has 3 parts");
    assertThatThrownBy(() -> start(Map.of("OXUS_KEYS", folder + "/none"), 0))
        .hasMessageContaining("OXUS_KEYS names '" + folder + "/none', which cannot be read");
  }

  private IntakeServer start(Map<String, String> environment, int port) {
    IntakeDoor door = IntakeDoor.of(environment);
    FeedRegister register = FeedRegister.open(List.of(), folder.resolve("feeds.yaml"));
    return IntakeServer.start(
        new Deployment("127.0.0.1:1", "", 1, "127.0.0.1", port, folder, Optional.empty()),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> false,
        (router, caller) -> {
          door.mount(router);
          router
              .post("/articles")
              .handler(context -> context.response().end("taken from " + caller.apply(context)));
          new FeedListRoutes(register, () -> Instant.EPOCH).mount(router);
        });
  }

  private static String line(String name, String role, String scopes) {
    return name + " | " + role + " | " + scopes + " | " + KeyLine.hash("key of " + name) + "\n";
  }

  private HttpResponse<String> send(IntakeServer server, String method, String path, String who)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString(FEED) : BodyPublishers.noBody());
    if (!who.isEmpty()) {
      request.header("Authorization", "Bearer key of " + who);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
