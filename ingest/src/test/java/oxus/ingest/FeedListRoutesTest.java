package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;

class FeedListRoutesTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");
  private static final FeedSource LISTED =
      new FeedSource(
          "Listed", "https://listed.test/rss", Duration.ofMinutes(5), false, Duration.ofDays(1));
  private static final String ADDED =
      "{\"source\":\"Added \\\"x\\\"\",\"url\":\"https://added.test/rss\",\"every\":\"PT5M\"}";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private FeedRegister register = FeedRegister.open(List.of(), Path.of("none"));
  private int port;

  @BeforeEach
  void serve() {
    register = FeedRegister.open(List.of(LISTED), folder.resolve("data").resolve("feeds.yaml"));
    Router router = Router.router(vertx);
    new FeedListRoutes(register, () -> NOON).mount(router);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    port = server.actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void keepsAFeedThatIsAddedAcrossARestart() {
    assertThat(post(ADDED).statusCode()).isEqualTo(201);

    FeedRegister again =
        FeedRegister.open(List.of(LISTED), folder.resolve("data").resolve("feeds.yaml"));

    assertThat(again.all()).isEqualTo(register.all());
    assertThat(again.all().get(1).name()).isEqualTo("Added \"x\"");
    assertThat(again.all().get(1).every()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void refusesAFeedThatTheListWouldRefuse() {
    HttpResponse<String> answer =
        post("{\"source\":\" \",\"url\":\"file:///etc/passwd\",\"every\":\"PT1S\",\"often\":true}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("unknown key 'often'", "is no URL", "has no name", "is too short");
    assertThat(register.all()).containsExactly(LISTED);
  }

  @Test
  void takesAFeedOnceAndLeavesTheOperatorsListAlone() {
    post(ADDED);

    assertThat(post(ADDED).statusCode()).isEqualTo(409);
    assertThat(post(ADDED.replace("added", "listed")).body()).contains("feed-there");
    assertThat(delete(LISTED.url()).body()).contains("feed-fixed");
    assertThat(delete("https://other.test/rss").statusCode()).isEqualTo(404);
    assertThat(delete("https://added.test/rss").statusCode()).isEqualTo(204);
    assertThat(FeedRegister.open(List.of(), folder.resolve("data").resolve("feeds.yaml")).all())
        .isEmpty();
  }

  @Test
  void tellsHowEachFeedDoesAndWhatCameInEachHour() {
    FeedMemory asked = FeedMemory.of(LISTED, NOON);
    register.told(LISTED, asked.failed("TOO_SLOW"), 0, NOON.minus(Duration.ofHours(50)));
    register.told(LISTED, asked.failed("TOO_SLOW"), 3, NOON.minus(Duration.ofHours(2)));
    register.told(LISTED, asked.failed("TOO_SLOW"), 2, NOON.minus(Duration.ofHours(2)));
    post(ADDED);

    assertThat(send(request("").GET()).body())
        .contains("\"url\":\"https://listed.test/rss\"")
        .contains("\"fixed\":true,\"state\":\"failing\",\"fault\":\"TOO_SLOW\"")
        .contains("\"hours\":[{\"hour\":\"2021-06-22T10:00:00Z\",\"articles\":5}]")
        .contains("\"url\":\"https://added.test/rss\"", "\"state\":\"empty\"");
  }

  private HttpResponse<String> post(String json) {
    return send(
        request("").header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> delete(String url) {
    return send(request("?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)).DELETE());
  }

  private HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/feeds" + query));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
