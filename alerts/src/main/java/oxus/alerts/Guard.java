package oxus.alerts;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Stands before every route: security headers, and on loopback no foreign host names. */
final class Guard {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final HttpConfig config;

  Guard(HttpConfig config) {
    this.config = config;
  }

  void mount(Router router) {
    router.route().handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        // nothing for other sites; "no-referrer" would make browsers hide the origin of our own
        // forms
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        .putHeader("Cache-Control", "no-store");
    if (config.isLoopback() && !namesThisMachine(context.request())) {
      context.fail(421);
      return;
    }
    context.next();
  }

  /**
   * A page elsewhere can make its own host name resolve to 127.0.0.1 and so read what only this
   * machine should; its requests still carry that name.
   */
  private static boolean namesThisMachine(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority != null && HttpConfig.isLoopback(authority.host());
  }
}
