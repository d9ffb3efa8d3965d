package oxus.alerts;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.access.Identity;
import oxus.alerts.console.Picture;
import oxus.alerts.deliver.ActionJson;
import oxus.alerts.work.Order;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;
import oxus.schemas.OperatorAction;

/** What people do, by form or as JSON: the same routes for both. */
final class WorkRoutes {
  static final int LARGEST_BODY = 65_536;

  private static final Logger LOG = LoggerFactory.getLogger(WorkRoutes.class);
  private static final Map<String, Integer> STATUS =
      Map.of(
          "already-acknowledged", 409,
          "not-silenced", 409,
          "not-waiting", 409,
          "not-in-force", 409,
          "request-reused", 409,
          "own-override", 403,
          "unknown-override", 404);

  private final Exhibits exhibits;
  private final Desk desk;

  WorkRoutes(Exhibits exhibits, Desk desk) {
    this.exhibits = exhibits;
    this.desk = desk;
  }

  void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
    for (String path :
        List.of(
            "/api/changes/*",
            "/api/sectors/*",
            "/api/overrides/*",
            "/api/rulings",
            "/api/webhooks/*",
            "/api/deliveries/*",
            "/api/shift/*")) {
      router.post(path).handler(body).handler(this::act);
    }
  }

  private void act(RoutingContext context) {
    Picture picture = exhibits.board().picture();
    Instant now = desk.now(picture, exhibits.exercise());
    Fields fields = Fields.only(context, FieldNames.of(Door.rule(context)));
    Order order = new OrderReader(exhibits, context, fields).read(picture, now);
    Identity who =
        Door.who(context)
            .orElseThrow(() -> new RefusedException(401, "key-missing", "sign in first"));
    Request request =
        new Request(
            requestId(context, fields),
            who.name(),
            who.role().word(),
            now,
            desk.clock().instant(),
            fields.text("reason").orElse(""),
            order);
    Future.fromCompletionStage(desk.log().submit(request), context.vertx().getOrCreateContext())
        .onSuccess(verdict -> answer(context, fields, verdict))
        .onFailure(problem -> notWritten(context, problem));
  }

  private String requestId(RoutingContext context, Fields fields) {
    return Optional.ofNullable(context.request().getHeader("Idempotency-Key"))
        .filter(text -> !text.isBlank() && text.length() <= 200)
        .or(() -> fields.text("request"))
        .orElseGet(() -> desk.secrets().fresh());
  }

  private static void answer(RoutingContext context, Fields fields, Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused) {
      context.fail(
          new RefusedException(
              STATUS.getOrDefault(refused.code(), 400), refused.code(), refused.message()));
      return;
    }
    if (verdict instanceof Verdict.Repeated repeated) {
      done(context, fields, repeated.action(), true);
    }
    if (verdict instanceof Verdict.Accepted accepted) {
      done(context, fields, accepted.action(), false);
    }
  }

  private static void done(
      RoutingContext context, Fields fields, OperatorAction action, boolean repeated) {
    if (fields.isForm()) {
      SignInRoutes.redirect(context, fields.text("back"));
      return;
    }
    Reply.json(context, ActionJson.answer(action, repeated));
  }

  private static void notWritten(RoutingContext context, Throwable problem) {
    LOG.atError().setCause(problem).log("an action could not be written");
    context.fail(
        new RefusedException(
            503,
            "not-written",
            "this could not be written now; send it again with the same request id"));
  }
}
