package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import oxus.alerts.access.Identity;
import oxus.alerts.console.WorkPages;

/** Signing in by the printed link or by a key, and out. */
final class SignInRoutes {
  private final Door door;
  private final WorkPages pages;

  SignInRoutes(Door door, WorkPages pages) {
    this.door = door;
    this.pages = pages;
  }

  void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(WorkRoutes.LARGEST_BODY);
    router.get("/sign-in").handler(this::page);
    router.post("/sign-in").handler(body).handler(this::enter);
    router.post("/sign-out").handler(body).handler(this::leave);
  }

  private void page(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "once", "back");
    Optional<String> once = link.text("once");
    // what only looks ahead at a link must not use it up
    if (once.isPresent() && !Reply.isHead(context)) {
      door.signInOnce(context, once.get());
      redirect(context, link.text("back"));
      return;
    }
    Reply.page(context, pages.signIn(name(context), link.text("back")));
  }

  private static Optional<String> name(RoutingContext context) {
    return Door.who(context).map(Identity::name).filter(name -> !name.equals(Identity.ANONYMOUS));
  }

  private void enter(RoutingContext context) {
    Fields fields = Fields.only(context, List.of("key", "back"));
    door.signIn(context, fields.needed("key"));
    redirect(context, fields.text("back"));
  }

  private void leave(RoutingContext context) {
    door.signOut(context);
    redirect(context, Optional.empty());
  }

  /** Back to a page of ours; a link to elsewhere is not followed. */
  static void redirect(RoutingContext context, Optional<String> back) {
    String to = back.filter(link -> link.matches("/(?![/\\\\])[^\\s\\p{Cntrl}\\\\]*")).orElse("/");
    context.response().setStatusCode(303).putHeader("Location", to).end();
  }
}
