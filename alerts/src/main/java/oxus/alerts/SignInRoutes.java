package oxus.alerts;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.SignIns;
import oxus.alerts.access.SignIns.SignIn;
import oxus.alerts.console.WorkPages;

/** Signing in by the printed link, by a key or at an identity provider, and out. */
final class SignInRoutes {
  private static final String BROWSER = "oxus-sign-in";

  private final Door door;
  private final Desk desk;
  private final WorkPages pages;
  private final SignIns signIns = new SignIns();

  SignInRoutes(Door door, Desk desk, WorkPages pages) {
    this.door = door;
    this.desk = desk;
    this.pages = pages;
  }

  void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(WorkRoutes.LARGEST_BODY);
    router.get("/sign-in").handler(this::page);
    router.get("/sign-in/sso").handler(this::leaveForProvider);
    router.get("/sign-in/sso/back").handler(this::comeBack);
    router.post("/sign-in").handler(body).handler(this::enter);
    router.post("/sign-out").handler(body).handler(this::leave);
  }

  private void page(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "once", "back");
    Optional<String> once = link.text("once");
    // what only looks ahead at a link must not use it up
    if (once.isPresent() && !Reply.isHead(context)) {
      door.signInOnce(context, once.get())
          .onSuccess(in -> redirect(context, link.text("back")))
          .onFailure(context::fail);
      return;
    }
    Reply.page(context, page(name(context), link.text("back")));
  }

  private String page(Optional<String> who, Optional<String> back) {
    return pages.signIn(who, back, desk.singleSignOn().map(SingleSignOn::name));
  }

  private void leaveForProvider(RoutingContext context) {
    SingleSignOn provider = provider();
    Optional<String> back = LinkParameters.only(context, "back").text("back");
    String state = desk.secrets().fresh();
    String browser = desk.secrets().fresh();
    SignIn signIn =
        new SignIn(Keys.hash(browser), desk.secrets().fresh(), desk.secrets().fresh(), back);
    context
        .vertx()
        .executeBlocking(() -> provider.leave(state, signIn))
        .onSuccess(
            to -> {
              signIns.begin(state, signIn, door.now());
              context
                  .response()
                  .addCookie(browserCookie(browser).setMaxAge(SignIns.LENGTH.toSeconds()))
                  .setStatusCode(303)
                  .putHeader("Location", to.toString())
                  .end();
            })
        .onFailure(context::fail);
  }

  private void comeBack(RoutingContext context) {
    SingleSignOn provider = provider();
    LinkParameters answer = LinkParameters.all(context);
    Cookie cookie = context.request().getCookie(BROWSER);
    SignIn signIn =
        signIns
            .end(
                answer.text("state").orElse(""),
                cookie == null ? "" : cookie.getValue(),
                door.now())
            .orElseThrow(
                () ->
                    new RefusedException(
                        403,
                        "sign-in-stale",
                        "this browser did not begin this sign-in in the last ten minutes, or it"
                            + " was used already; begin again at /sign-in"));
    String code =
        answer
            .text("code")
            .orElseThrow(
                () ->
                    new RefusedException(
                        403,
                        "sign-in-refused",
                        provider.name()
                            + " did not sign you in ("
                            + answer.text("error").orElse("no code")
                            + "); begin again at /sign-in"));
    context
        .vertx()
        .executeBlocking(() -> provider.arrive(code, signIn))
        .compose(who -> door.enter(context, who, provider.opener()).map(who))
        .onSuccess(who -> welcome(context, who, signIn.back()))
        .onFailure(context::fail);
  }

  /**
   * A page of ours that leads on: after a redirect from the provider's site the browser would not
   * yet send the session, which is for our own pages only.
   */
  private void welcome(RoutingContext context, Identity who, Optional<String> back) {
    context
        .response()
        .addCookie(browserCookie("").setMaxAge(0))
        .putHeader("Refresh", "0;url=" + ours(back));
    Reply.page(context, page(Optional.of(who.name()), back));
  }

  private Cookie browserCookie(String value) {
    return Cookie.cookie(BROWSER, value)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(door.isSecure())
        .setPath("/sign-in");
  }

  private SingleSignOn provider() {
    return desk.singleSignOn()
        .orElseThrow(
            () ->
                new NotHereException(
                    "there is no single sign-on here; sign in with a key at /sign-in"));
  }

  private static Optional<String> name(RoutingContext context) {
    return Door.who(context).map(Identity::name).filter(name -> !name.equals(Identity.ANONYMOUS));
  }

  private void enter(RoutingContext context) {
    Fields fields = Fields.only(context, List.of("key", "back"));
    door.signIn(context, fields.needed("key"))
        .onSuccess(in -> redirect(context, fields.text("back")))
        .onFailure(context::fail);
  }

  private void leave(RoutingContext context) {
    door.signOut(context)
        .onSuccess(out -> redirect(context, Optional.empty()))
        .onFailure(context::fail);
  }

  /** Back to a page of ours; a link to elsewhere is not followed. */
  static void redirect(RoutingContext context, Optional<String> back) {
    context.response().setStatusCode(303).putHeader("Location", ours(back)).end();
  }

  private static String ours(Optional<String> back) {
    return back.filter(link -> link.matches("/(?![/\\\\])[^\\s\\p{Cntrl}\\\\]*")).orElse("/");
  }
}
