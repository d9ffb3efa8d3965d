package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import oxus.ingest.intake.ArticleIndex;
import oxus.ingest.intake.RateLimit;
import oxus.schemas.connect.Deployment;
import oxus.theatre.TheatreLoader;

/** The door for articles while no broker answers: what is refused, and that nothing is promised. */
class IntakeRoutesTest {
  private static final String GOOD =
      "{\"url\":\"https://example.org/a\",\"title\":\"T\",\"body\":\"B\",\"source\":\"S\",\"publishedAt\":\"2021-07-05\"}";
  private static final String BATCH = "application/x-ndjson";
  private static final String SINGLE = "application/json";

  private final Vertx vertx = Vertx.vertx();
  private final ArticleIndex index = new ArticleIndex(10);
  private final ArticlePush push =
      new ArticlePush(
          new Deployment("127.0.0.1:1", "", 1, "127.0.0.1", 0, Path.of("target"), Optional.empty()),
          TheatreLoader.shipped(),
          index::accepted);
  private final HttpServer server = serve();
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpServer serve() {
    Router router = Router.router(vertx);
    new IntakeRoutes(
            push,
            index,
            new RateLimit(1),
            context -> String.valueOf(context.request().getHeader("X-Who")))
        .mount(router);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    push.close();
  }

  @Test
  void givesNoReceiptWhenTheBrokerDoesNotAnswer() {
    HttpResponse<String> answer = post(BATCH, GOOD + "\n" + GOOD + "\n", "a");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.body())
        .contains("{\"line\":1,\"status\":503,\"error\":\"not known to be written")
        .contains("{\"line\":2,\"status\":503,")
        .doesNotContain("articleId");
    assertThat(index.find("example.org/a")).isEmpty();
  }

  @Test
  void namesLineAndFieldOfWhatIsWrongInABatch() {
    HttpResponse<String> answer = post(BATCH, "\n" + GOOD.replace("\"B\"", "1") + "\r\n\n{\n", "a");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "{\"line\":2,\"status\":400,\"field\":\"body\","
                + "\"error\":\"line 2: field 'body' is not a text; put it in quotation marks\"}");
    assertThat(answer.body().lines().skip(1)).allMatch(line -> line.contains("line 4: not JSON"));
  }

  @Test
  void takesNewsItemsAndNamesThoseThatCannotBeUsed() {
    String item =
        "{\"uri\":\"https://example.org/n\",\"headline\":\"T\",\"body_text\":\"B\","
            + "\"firstcreated\":\"2021-06-22T10:00:00Z\",\"copyrightholder\":\"Wire\"}";
    String dateless = item.replace("firstcreated", "never");

    HttpResponse<String> unfit = post("application/ninjs+json", dateless, "a");
    HttpResponse<String> mixed =
        post("application/ninjs+json", "[" + dateless + "," + item + "]", "b");

    assertThat(unfit.statusCode()).isEqualTo(400);
    assertThat(unfit.body()).contains("\"line\":1", "tells no date");
    assertThat(mixed.statusCode()).isEqualTo(503);
    assertThat(mixed.body().lines().skip(1)).first().asString().contains("\"line\":2", "503");
    assertThat(post("application/vnd.iptc.g2.newsitem+xml", "<!DOCTYPE a><a/>", "c").body())
        .contains("\"code\":\"not-news\"", "HAS_DTD");
  }

  @Test
  void refusesOtherContentAndEmptyContent() {
    assertThat(post("text/plain", GOOD, "a").statusCode()).isEqualTo(415);
    assertThat(post(SINGLE, "", "a").statusCode()).isEqualTo(400);
    assertThat(post(BATCH, "\n\n", "a").body()).contains("\"code\":\"empty\"");
  }

  @Test
  void refusesWhatIsTooLargeWhetherItSaysSoOrNot() {
    byte[] large = new byte[IntakeRoutes.MOST_BATCH_BYTES + 1];

    assertThat(post(SINGLE, "x".repeat(900_001), "a").statusCode()).isEqualTo(413);
    assertThat(
            send(request(SINGLE, "a")
                    .POST(
                        BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(large))))
                .statusCode())
        .isEqualTo(413);
    assertThat(post(BATCH, "{}\n".repeat(IntakeRoutes.MOST_LINES + 1), "a").body())
        .contains("\"code\":\"too-many-lines\"");
  }

  @Test
  void asksAKeyThatIsTooFastToWaitAndNoOther() {
    assertThat(post(BATCH, "{}\n".repeat(10), "a").statusCode()).isEqualTo(400);

    HttpResponse<String> answer = post(SINGLE, "{}", "a");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 8);
    assertThat(post(SINGLE, "{}", "b").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsWhatBecameOfAnArticleOrThatItIsNotKnown() {
    index.accepted("example.org/a b", "1");

    assertThat(get("/articles/example.org%2Fa%20b").body()).contains("\"outcome\":\"PENDING\"");
    assertThat(get("/articles/example.org/none").statusCode()).isEqualTo(404);
    assertThat(get("/articles/example.org/none").body())
        .contains("no article 'example.org/none' is known here");
  }

  private HttpResponse<String> post(String type, String body, String who) {
    return send(request(type, who).POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  private HttpRequest.Builder request(String type, String who) {
    return HttpRequest.newBuilder(uri("/articles"))
        .header("Content-Type", type)
        .header("X-Who", who);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
