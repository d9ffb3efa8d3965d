package oxus.ingest;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.ingest.collect.FeedList;
import oxus.ingest.collect.FeedSource;
import oxus.ingest.collect.FeedState;
import oxus.ingest.intake.Refusal;
import oxus.theatre.Problem;

/** {@code GET}, {@code POST} and {@code DELETE /feeds}: which feeds are asked, and how they do. */
public final class FeedListRoutes {
  private static final int MOST_BYTES = 10_000;
  private static final String JSON = "application/json";

  private final FeedRegister register;
  private final InstantSource clock;

  public FeedListRoutes(FeedRegister register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  /** Adds the routes to a server whose guard has let the request in. */
  public void mount(Router router) {
    router.get("/feeds").handler(this::list);
    router
        .post("/feeds")
        .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
        .handler(this::add);
    router.delete("/feeds").handler(this::remove);
  }

  private void list(RoutingContext context) {
    String json = FeedState.json(register.states(clock.instant()));
    context.response().putHeader("Content-Type", JSON).end(json + "\n");
  }

  private void add(RoutingContext context) {
    if (!String.valueOf(context.request().getHeader("Content-Type")).startsWith(JSON)) {
      refuse(context, 415, "content-type", "send a feed as Content-Type: " + JSON);
      return;
    }
    FeedList asked =
        FeedList.parseOne("body", Optional.ofNullable(context.body().asString()).orElse(""));
    if (!asked.problems().isEmpty()) {
      String why =
          asked.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
      refuse(context, 400, "bad-feed", why);
      return;
    }
    FeedSource feed = asked.feeds().get(0);
    context
        .vertx()
        .executeBlocking(() -> register.add(feed), false)
        .onFailure(context::fail)
        .onSuccess(
            isNew -> {
              if (isNew) {
                context.response().setStatusCode(201);
                list(context);
              } else {
                refuse(context, 409, "feed-there", "the feed " + feed.url() + " is there already");
              }
            });
  }

  private void remove(RoutingContext context) {
    String url = context.request().getParam("url", "");
    if (register.isFixed(url)) {
      refuse(
          context,
          409,
          "feed-fixed",
          "the feed " + url + " is in the file of --feeds; take it out there and start again");
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> register.remove(url), false)
        .onFailure(context::fail)
        .onSuccess(
            isGone -> {
              if (isGone) {
                context.response().setStatusCode(204).end();
              } else {
                refuse(
                    context,
                    404,
                    "unknown-feed",
                    "no feed '" + url + "' is asked; name it as GET /feeds does, in ?url=");
              }
            });
  }

  private static void refuse(RoutingContext context, int status, String code, String error) {
    HttpServerResponse response = context.response();
    response
        .setStatusCode(status)
        .putHeader("Content-Type", JSON)
        .end(new Refusal(status, code, error, Optional.empty()).json() + "\n");
  }
}
