package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Ends an answer: with its body, or to HEAD with the same headers and no body. Over HTTP/1.1 the
 * server library leaves the body of an answer to HEAD out by itself, over HTTP/2 it sends it, so
 * nothing else here may end an answer that has a body.
 */
final class Reply {
  private Reply() {}

  static void send(RoutingContext context, String contentType, String body) {
    send(context, contentType, Buffer.buffer(body));
  }

  static void send(RoutingContext context, String contentType, Buffer body) {
    HttpServerResponse response = context.response().putHeader("Content-Type", contentType);
    if (isHead(context)) {
      response.putHeader("Content-Length", Integer.toString(body.length())).end();
      return;
    }
    response.end(body);
  }

  static void page(RoutingContext context, String page) {
    send(context, "text/html; charset=utf-8", page);
  }

  static void json(RoutingContext context, String json) {
    send(context, "application/json", json);
  }

  static boolean isHead(RoutingContext context) {
    return context.request().method().equals(HttpMethod.HEAD);
  }

  /** The router keeps GET and HEAD apart; here whatever can be read answers both. */
  static void allowHead(Router router) {
    for (Route route : router.getRoutes()) {
      Set<HttpMethod> methods = route.methods();
      if (methods != null && methods.contains(HttpMethod.GET)) {
        route.method(HttpMethod.HEAD);
      }
    }
  }
}
