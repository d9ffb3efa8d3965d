package oxus.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.http.HttpMethod;
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

  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "This link is not well formed.",
          401, "Sign in first, or send a key.",
          403, "This is not allowed.",
          404, "There is nothing at this address.",
          405, "This address does not take this method.",
          413, "This is too much at once; send less.",
          421, "This server answers only to names of its own machine, such as localhost.",
          500, "Something went wrong inside Oxus; its log says what.",
          503, "The stream has as many readers as it takes; come again in some seconds.");

  private final Pages pages;

  Problems(Exhibits exhibits, Assets assets) {
    this.pages = ConsoleRoutes.pages(exhibits, assets, new Work());
  }

  void mount(Router router) {
    for (int status : WORDS.keySet()) {
      router.errorHandler(status, context -> answer(context, status));
    }
  }

  private void answer(RoutingContext context, int status) {
    if (context.failure() instanceof BadLinkException bad) {
      send(context, 400, String.valueOf(bad.getMessage()));
      return;
    }
    if (context.failure() instanceof NotHereException missing) {
      send(context, 404, String.valueOf(missing.getMessage()));
      return;
    }
    if (context.failure() instanceof RefusedException refused) {
      refuse(context, refused);
      return;
    }
    if (status == 500) {
      LOG.atError()
          .setCause(context.failure())
          .addKeyValue("path", context.request().path())
          .log("request failed");
    }
    send(context, status, WORDS.getOrDefault(status, "This cannot be served."));
  }

  /** Services read the code; people in a browser get a page that says the same. */
  private void refuse(RoutingContext context, RefusedException refused) {
    String message = String.valueOf(refused.getMessage());
    HttpServerResponse response = context.response().setStatusCode(refused.status());
    if (wantsPage(context)) {
      page(response, refused.status(), message);
      return;
    }
    response
        .putHeader("Content-Type", "application/json")
        .end(
            JsonText.object(
                json -> {
                  json.writeNumberField("status", refused.status());
                  json.writeStringField("code", refused.code());
                  json.writeStringField("error", message);
                }));
  }

  private static boolean wantsPage(RoutingContext context) {
    return String.valueOf(context.request().getHeader("Accept")).contains("text/html");
  }

  private void page(HttpServerResponse response, int status, String message) {
    response
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(pages.problem(status, message));
  }

  private void send(RoutingContext context, int status, String message) {
    HttpServerResponse response = context.response().setStatusCode(status);
    if (status == 405) {
      response.putHeader("Allow", RouteRules.methods(context.normalizedPath()));
    }
    String path = String.valueOf(context.request().path());
    if (path.startsWith("/schemas") || path.startsWith("/subjects")) {
      RegistryRoutes.problem(response, status, message);
      return;
    }
    boolean isForService = path.matches("/(api|articles|feeds|health)(/.*)?");
    if (isForService
        && !(context.request().method().equals(HttpMethod.POST) && wantsPage(context))) {
      response
          .putHeader("Content-Type", "application/json")
          .end(JsonText.object(json -> error(json, status, message)));
      return;
    }
    page(response, status, message);
  }

  private static void error(JsonGenerator json, int status, String message) throws IOException {
    json.writeNumberField("status", status);
    json.writeStringField("error", message);
  }
}
