package oxus.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.access.RouteRules;
import oxus.alerts.console.Pages;
import oxus.alerts.deliver.JsonText;
import oxus.alerts.work.Work;

/** Answers for what cannot be served: a page for people, an object for services. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /**
   * What is said of a status when no more is known.
   *
   * @param code for services
   * @param words for people
   */
  private record Problem(String code, String words) {}

  private static final Map<Integer, Problem> PROBLEMS =
      Map.of(
          400, new Problem("bad-request", "This link is not well formed."),
          401, new Problem("key-missing", "Sign in first, or send a key."),
          403, new Problem("role", "This is not allowed."),
          404,
              new Problem(
                  "not-here",
                  "There is nothing at this address; /api/openapi.yaml lists what there is."),
          405, new Problem("method", "This address does not take this method."),
          413, new Problem("too-large", "This is too much at once; send less."),
          421,
              new Problem(
                  "host",
                  "This server answers only to names of its own machine, such as localhost."),
          500, new Problem("fault", "Something went wrong inside Oxus; its log says what."),
          503,
              new Problem(
                  "too-many-readers",
                  "The stream has as many readers as it takes; come again in some seconds."));

  private final Pages pages;

  Problems(Exhibits exhibits, Assets assets) {
    this.pages = ConsoleRoutes.pages(exhibits, assets, new Work());
  }

  void mount(Router router) {
    PROBLEMS.forEach(
        (status, problem) ->
            router.errorHandler(status, context -> answer(context, status, problem)));
  }

  private void answer(RoutingContext context, int status, Problem problem) {
    Throwable failure = context.failure();
    if (failure instanceof BadLinkException bad) {
      send(context, 400, "bad-request", String.valueOf(bad.getMessage()));
      return;
    }
    if (failure instanceof NotHereException missing) {
      send(context, 404, "not-here", String.valueOf(missing.getMessage()));
      return;
    }
    if (failure instanceof RefusedException refused) {
      send(context, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
      return;
    }
    if (status == 500) {
      LOG.atError()
          .setCause(failure)
          .addKeyValue("path", context.request().path())
          .log("request failed");
    }
    send(context, status, problem.code(), problem.words());
  }

  /** Services read the code; people in a browser get a page that says the same. */
  private void send(RoutingContext context, int status, String code, String message) {
    HttpServerResponse response = context.response().setStatusCode(status);
    if (status == 405) {
      response.putHeader("Allow", RouteRules.methods(context.normalizedPath()));
    }
    String path = String.valueOf(context.request().path());
    if (path.startsWith("/schemas") || path.startsWith("/subjects")) {
      RegistryRoutes.problem(context, status, message);
      return;
    }
    if (wantsPage(context)) {
      Reply.page(context, pages.problem(status, message));
      return;
    }
    Reply.json(context, JsonText.object(json -> error(json, status, code, message)));
  }

  /** A browser says that it wants a page; who takes anything is a program. */
  private static boolean wantsPage(RoutingContext context) {
    return String.valueOf(context.request().getHeader("Accept")).contains("text/html");
  }

  private static void error(JsonGenerator json, int status, String code, String message)
      throws IOException {
    json.writeNumberField("status", status);
    json.writeStringField("code", code);
    json.writeStringField("error", message);
  }
}
