package oxus.ingest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import oxus.ingest.collect.NewsItems;
import oxus.ingest.collect.NewsItems.Told;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.ingest.intake.ArticleIndex;
import oxus.ingest.intake.ArticleStatus;
import oxus.ingest.intake.PushedArticle;
import oxus.ingest.intake.RateLimit;
import oxus.ingest.intake.Receipt;
import oxus.ingest.intake.Refusal;
import oxus.ingest.intake.Room;

/** {@code POST /articles}, one or a batch, and {@code GET /articles/{articleId}}. */
final class IntakeRoutes {
  static final int MOST_LINES = 1_000;
  static final int MOST_BATCH_BYTES = 8 * 1024 * 1024;

  private static final long MOST_UNDER_WAY = 64L * 1024 * 1024;
  private static final long PATIENCE_MILLIS = 60_000;
  private static final String BATCH = "application/x-ndjson";
  private static final String SINGLE = "application/json";
  private static final List<String> NEWS =
      List.of(
          "application/ninjs+json",
          "application/vnd.iptc.g2.newsitem+xml",
          "application/vnd.iptc.g2.newsmessage+xml");
  private static final String PATH = "/articles/";

  private final BodyHandler single =
      BodyHandler.create(false).setBodyLimit(PushedArticle.MOST_BYTES);
  private final BodyHandler batch = BodyHandler.create(false).setBodyLimit(MOST_BATCH_BYTES);
  private final Room room = new Room(MOST_UNDER_WAY);
  private final ArticlePush push;
  private final ArticleIndex index;
  private final RateLimit rate;
  private final Function<RoutingContext, String> caller;

  IntakeRoutes(
      ArticlePush push,
      ArticleIndex index,
      RateLimit rate,
      Function<RoutingContext, String> caller) {
    this.push = push;
    this.index = index;
    this.rate = rate;
    this.caller = caller;
  }

  void mount(Router router) {
    router
        .post("/articles")
        .handler(TimeoutHandler.create(PATIENCE_MILLIS, 503))
        .handler(this::admit)
        .handler(context -> (isSingle(context) ? single : batch).handle(context))
        .failureHandler(this::failed)
        .handler(this::take);
    router.get("/articles/*").handler(this::show);
  }

  private static boolean isNews(RoutingContext context) {
    return NEWS.contains(type(context));
  }

  private static boolean isSingle(RoutingContext context) {
    return type(context).equals(SINGLE);
  }

  private static boolean isBatch(RoutingContext context) {
    return type(context).equals(BATCH);
  }

  private static String type(RoutingContext context) {
    return String.valueOf(context.request().getHeader("Content-Type")).split(";", 2)[0].strip();
  }

  /** What cannot be taken is refused before its body is read. */
  private void admit(RoutingContext context) {
    if (!isBatch(context) && !isSingle(context) && !isNews(context)) {
      refuse(context, Refusal.type(SINGLE, BATCH, NEWS));
      return;
    }
    long most = most(context);
    Optional<Long> length = length(context);
    if (length.filter(bytes -> bytes > most).isPresent()) {
      refuse(context, Refusal.tooLarge(most));
      return;
    }
    long bytes = length.orElse(most);
    if (!room.enter(bytes)) {
      refuse(context, Refusal.busy());
      return;
    }
    context.addEndHandler(ended -> room.leave(bytes));
    context.next();
  }

  private static long most(RoutingContext context) {
    return isSingle(context) ? PushedArticle.MOST_BYTES : MOST_BATCH_BYTES;
  }

  private static Optional<Long> length(RoutingContext context) {
    String header = context.request().getHeader("Content-Length");
    try {
      return Optional.ofNullable(header).map(Long::parseLong);
    } catch (NumberFormatException e) {
      return Optional.of(Long.MAX_VALUE);
    }
  }

  private void failed(RoutingContext context) {
    if (context.statusCode() == 413) {
      refuse(context, Refusal.tooLarge(most(context)));
      return;
    }
    if (context.statusCode() == 503) {
      refuse(context, Refusal.busy());
      return;
    }
    context.next();
  }

  private void take(RoutingContext context) {
    Buffer body = context.body().buffer();
    if (isNews(context)) {
      takeNews(context, body == null ? new byte[0] : body.getBytes());
      return;
    }
    Map<Integer, byte[]> lines = lines(context, body == null ? Buffer.buffer() : body);
    pushed(context, lines.size(), () -> push.pushAll(lines));
  }

  private void pushed(
      RoutingContext context, int count, Callable<List<CompletableFuture<Receipt>>> pushing) {
    if (count > MOST_LINES) {
      refuse(context, Refusal.tooManyLines(count, MOST_LINES));
      return;
    }
    if (count == 0) {
      refuse(context, Refusal.empty());
      return;
    }
    Duration wait = rate.take(caller.apply(context), count, push.now());
    if (!wait.isZero()) {
      refuse(context, Refusal.tooFast(wait));
      return;
    }
    context
        .vertx()
        // the broker may hold a sender up; whoever watches the console must not wait for that
        .executeBlocking(pushing, false)
        .compose(receipts -> all(context, receipts))
        .onSuccess(receipts -> answer(context, receipts))
        .onFailure(context::fail);
  }

  private static Map<Integer, byte[]> lines(RoutingContext context, Buffer body) {
    if (!isBatch(context)) {
      return body.length() == 0 ? Map.of() : Map.of(0, body.getBytes());
    }
    return BatchLines.of(body);
  }

  /** News items as agencies deliver them; their receipts are those of a batch. */
  private void takeNews(RoutingContext context, byte[] body) {
    Optional<String> type = Optional.ofNullable(context.request().getHeader("Content-Type"));
    context
        .vertx()
        .executeBlocking(
            () -> NewsItems.read(body, type, Told.nothing(), Optional.of(push.now())), false)
        .onFailure(
            failure -> {
              if (failure instanceof UnreadableFeedException unreadable) {
                refuse(context, Refusal.notNews(unreadable.fault() + ": " + failure.getMessage()));
              } else {
                context.fail(failure);
              }
            })
        .onSuccess(items -> pushed(context, items.size(), () -> push.pushNews(items)));
  }

  private static Future<List<Receipt>> all(
      RoutingContext context, List<CompletableFuture<Receipt>> receipts) {
    return Future.fromCompletionStage(
        CompletableFuture.allOf(receipts.toArray(new CompletableFuture<?>[0]))
            .thenApply(done -> receipts.stream().map(CompletableFuture::join).toList()),
        context.vertx().getOrCreateContext());
  }

  private static void answer(RoutingContext context, List<Receipt> receipts) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    int status = status(receipts);
    if (status == Receipt.UNWRITTEN) {
      response.putHeader("Retry-After", "1");
    }
    response.setStatusCode(status).putHeader("Content-Type", isSingle(context) ? SINGLE : BATCH);
    StringBuilder text = new StringBuilder();
    receipts.forEach(receipt -> text.append(receipt.json()).append('\n'));
    response.end(text.toString());
  }

  /** Of a batch: accepted when one of its lines is; else the worst. */
  private static int status(List<Receipt> receipts) {
    if (receipts.stream().anyMatch(Receipt::isAccepted)) {
      return Receipt.ACCEPTED;
    }
    return receipts.stream().mapToInt(Receipt::status).max().orElse(Receipt.UNFIT);
  }

  private void show(RoutingContext context) {
    Optional<String> key = key(context.request().path().substring(PATH.length()));
    Optional<ArticleStatus> status = key.flatMap(index::find);
    if (status.isEmpty()) {
      refuse(context, Refusal.unknown(key.orElse("")));
      return;
    }
    end(context, status.get().json() + "\n");
  }

  private static Optional<String> key(String encoded) {
    try {
      // a plus sign is a plus sign in a path
      return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void refuse(RoutingContext context, Refusal refusal) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    refusal.retryAfter().ifPresent(wait -> response.putHeader("Retry-After", Long.toString(wait)));
    response.setStatusCode(refusal.status());
    end(context, refusal.json() + "\n");
  }

  /** Over HTTP/2 the server library would send a body to HEAD as well. */
  private static void end(RoutingContext context, String body) {
    HttpServerResponse response = context.response().putHeader("Content-Type", SINGLE);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    response.end(body);
  }
}
