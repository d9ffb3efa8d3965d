package oxus.alerts;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Permission;
import oxus.alerts.access.RouteRule;
import oxus.alerts.access.RouteRules;
import oxus.alerts.access.SameOrigin;
import oxus.alerts.access.Sessions;
import oxus.alerts.access.Throttle;

/**
 * Lets a request in or not: finds who asks, and what the rule of the route asks for. What has no
 * rule is not served.
 */
final class Door {
  static final String COOKIE = "oxus-session";
  private static final String WHO = "oxus.who";
  private static final String RULE = "oxus.rule";
  private static final String BEARER = "Bearer ";

  private final Desk desk;
  private final boolean secure;
  private final KeptSessions sessions;
  private final Throttle throttle = new Throttle();
  private final Set<String> knownKeys = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isOnceUsed = new AtomicBoolean();

  /**
   * @param secure whether browsers may send the session over TLS only
   */
  Door(Desk desk, boolean secure) {
    this.desk = desk;
    this.secure = secure;
    this.sessions = KeptSessions.load(desk);
  }

  void mount(Router router) {
    router.route().handler(this::check);
  }

  /** The rule under which a request came in. */
  static RouteRule rule(RoutingContext context) {
    return context.<RouteRule>get(RULE);
  }

  /** Who asks. */
  static Optional<Identity> who(RoutingContext context) {
    return Optional.ofNullable(context.<Identity>get(WHO));
  }

  private void check(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<RouteRule> rule = RouteRules.find(context.request().method().name(), path);
    if (rule.isEmpty()) {
      context.fail(RouteRules.methods(path).isEmpty() ? 404 : 405);
      return;
    }
    refuseForeignPages(context);
    context.put(RULE, rule.get());
    Permission permission = rule.get().permission();
    Optional<Identity> who = identify(context, permission);
    who.ifPresent(identity -> context.put(WHO, identity));
    if (permission == Permission.OPEN || who.filter(one -> one.may(permission)).isPresent()) {
      context.next();
      return;
    }
    throw denied(context, who, permission);
  }

  private static void refuseForeignPages(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpMethod method = request.method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return;
    }
    SameOrigin.Asked asked =
        new SameOrigin.Asked(
            String.valueOf(request.authority()),
            Optional.ofNullable(request.getHeader("Origin")),
            Optional.ofNullable(request.getHeader("Sec-Fetch-Site")),
            request.getCookie(COOKIE) != null);
    SameOrigin.objection(asked)
        .ifPresent(
            why -> {
              throw new RefusedException(403, "cross-site", why);
            });
  }

  private Optional<Identity> identify(RoutingContext context, Permission permission) {
    String header = context.request().getHeader("Authorization");
    if (header != null && permission != Permission.OPEN) {
      return Optional.of(bearer(context, header));
    }
    return session(context)
        .or(() -> desk.anonymous().map(role -> Identity.of(Identity.ANONYMOUS, role)));
  }

  private Optional<Identity> session(RoutingContext context) {
    Cookie cookie = context.request().getCookie(COOKIE);
    return cookie == null ? Optional.empty() : sessions.find(cookie.getValue());
  }

  private Identity bearer(RoutingContext context, String header) {
    if (!header.startsWith(BEARER)) {
      throw new RefusedException(
          401, "bad-key", "write the key as 'Authorization: Bearer' and the key");
    }
    return open(context, header.substring(BEARER.length()).strip());
  }

  /**
   * Whose key this is. A key that opened before is not held up by what others try from the same
   * address.
   */
  private Identity open(RoutingContext context, String key) {
    String address = address(context);
    String hash = Keys.hash(key);
    if (!knownKeys.contains(hash) && throttle.isClosed(address, now())) {
      context.response().putHeader("Retry-After", Long.toString(Throttle.retryAfter()));
      throw new RefusedException(
          429, "too-many-keys", "too many bad keys came from here; wait and try again");
    }
    Optional<Identity> who = desk.keys().find(key);
    if (who.isEmpty()) {
      throttle.bad(address, now());
      throw new RefusedException(
          401, "bad-key", "this key opens nothing here; ask whoever runs Oxus for one");
    }
    knownKeys.add(hash);
    return who.get();
  }

  private static String address(RoutingContext context) {
    return String.valueOf(context.request().remoteAddress().hostAddress());
  }

  private static RefusedException denied(
      RoutingContext context, Optional<Identity> who, Permission permission) {
    boolean isKnown =
        who.filter(identity -> !identity.name().equals(Identity.ANONYMOUS)).isPresent();
    if (isKnown) {
      return new RefusedException(
          403,
          "role",
          "this needs the permission '"
              + permission.word()
              + "', which "
              + who.get().role().word()
              + " "
              + who.get().name()
              + " has not with this key");
    }
    context.response().putHeader("WWW-Authenticate", "Bearer realm=\"oxus\"");
    return new RefusedException(
        401, "key-missing", "sign in at /sign-in first, or send a key: Authorization: Bearer");
  }

  /** Signs a browser in by a key. */
  Future<Void> signIn(RoutingContext context, String key) {
    return enter(context, open(context, key), Keys.hash(key));
  }

  /** Signs a browser in by the link that was printed at the start; it works once. */
  Future<Void> signInOnce(RoutingContext context, String key) {
    Identity who = open(context, key);
    boolean isOnce = desk.onceKey().filter(key::equals).isPresent();
    if (!isOnce || !isOnceUsed.compareAndSet(false, true)) {
      throw new RefusedException(
          403,
          "link-used",
          "this link was used before; restart for a new one, or sign in with a key");
    }
    return enter(context, who, Desk.LINK);
  }

  /**
   * Signs a browser in as someone who has shown who they are.
   *
   * @param opener what showed it
   */
  Future<Void> enter(RoutingContext context, Identity who, String opener) {
    String token = desk.secrets().fresh();
    context.response().addCookie(cookie(token).setMaxAge(Sessions.LENGTH.toSeconds()));
    return sessions.open(context.vertx(), token, who, opener);
  }

  /** Fails when the session would be there again after a restart. */
  Future<Void> signOut(RoutingContext context) {
    Cookie cookie = context.request().getCookie(COOKIE);
    if (cookie == null) {
      return Future.succeededFuture();
    }
    String token = cookie.getValue();
    return sessions
        .close(context.vertx(), token)
        .onSuccess(closed -> context.response().addCookie(cookie("").setMaxAge(0)))
        .recover(
            e ->
                Future.failedFuture(
                    new RefusedException(
                        503,
                        "not-written",
                        "this session is ended, but the file of sessions cannot be written, so it"
                            + " would be open again after a restart; make room on the disk and"
                            + " sign out again")));
  }

  private Cookie cookie(String token) {
    return Cookie.cookie(COOKIE, token)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure)
        .setPath("/");
  }

  boolean isSecure() {
    return secure;
  }

  Instant now() {
    return desk.clock().instant();
  }
}
