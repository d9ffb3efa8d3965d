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
import oxus.alerts.access.RouteRule;
import oxus.alerts.console.Picture;
import oxus.alerts.console.Standing;
import oxus.alerts.deliver.ActionJson;
import oxus.alerts.work.Order;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;
import oxus.alerts.work.Work;
import oxus.schemas.ActionKind;
import oxus.schemas.EventType;
import oxus.schemas.OperatorAction;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

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
    Order order = order(context, fields, picture, now);
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

  private Order order(RoutingContext context, Fields fields, Picture picture, Instant now) {
    RouteRule rule = Door.rule(context);
    String id = rule.value(context.normalizedPath());
    return switch (rule.path()) {
      case "/api/changes/{changeId}/acknowledge" -> {
        ThreatLevelChange change = change(id);
        yield new Order.Acknowledge(change.getChangeId(), change.getSector());
      }
      case "/api/changes/{changeId}/assign" -> {
        ThreatLevelChange change = change(id);
        yield new Order.Assign(change.getChangeId(), change.getSector(), assignee(context, fields));
      }
      case "/api/changes/{changeId}/note" -> {
        ThreatLevelChange change = change(id);
        yield new Order.Note(change.getChangeId(), change.getSector());
      }
      case "/api/sectors/{sector}/note" -> {
        String sector = standing(id, picture).sector().id();
        yield new Order.Note(sector, sector);
      }
      case "/api/sectors/{sector}/silence" -> {
        Standing standing = standing(id, picture);
        yield new Order.Hush(standing.sector().id(), standing.level(), fields.until(now));
      }
      case "/api/sectors/{sector}/unsilence" ->
          new Order.Unsilence(standing(id, picture).sector().id());
      case "/api/sectors/{sector}/override" ->
          new Order.Bound(
              standing(id, picture).sector().id(),
              fields.choice("floor", ThreatLevel.values()),
              fields.choice("ceiling", ThreatLevel.values()),
              fields.until(now));
      case "/api/overrides/{id}/approve" -> new Order.Decide(ActionKind.APPROVE, decoded(id));
      case "/api/overrides/{id}/refuse" -> new Order.Decide(ActionKind.REFUSE, decoded(id));
      case "/api/overrides/{id}/lift" -> new Order.Decide(ActionKind.LIFT, decoded(id));
      case "/api/rulings" -> ruling(fields);
      case "/api/deliveries/{id}/redrive" -> redrive(decoded(id));
      case "/api/webhooks/{name}/enable" -> enable(decoded(id));
      case "/api/shift/note" -> new Order.Note(Work.SHIFT, "");
      default -> throw new NotHereException("nothing can be done at " + rule.path());
    };
  }

  private static String assignee(RoutingContext context, Fields fields) {
    String assignee =
        fields
            .text("assignee")
            .or(() -> Door.who(context).map(Identity::name))
            .orElseThrow(() -> new BadLinkException("field 'assignee' is missing; name someone"));
    if (assignee.length() > 60 || assignee.contains("\n")) {
      throw new BadLinkException("field 'assignee' is too long; 60 characters on one line at most");
    }
    return assignee;
  }

  private Order ruling(Fields fields) {
    List<String> events = fields.list("event");
    events.stream().filter(exhibits.board().reports()::lacks).findFirst().ifPresent(this::unknown);
    return new Order.Rule(
        fields
            .choice("kind", RulingKind.values())
            .orElseThrow(
                () ->
                    new BadLinkException(
                        "field 'kind' is missing; use REJECT, RETYPE, RESCOPE, MERGE or SPLIT")),
        events,
        fields.choice("type", EventType.values()),
        scopes(fields),
        fields.text("incident"));
  }

  private Order redrive(String id) {
    return new Order.Redrive(
        exhibits
            .deliveries()
            .message(id)
            .orElseThrow(
                () ->
                    new NotHereException(
                        "no message about a change is called '"
                            + id
                            + "'; GET /api/webhooks shows those that wait or were given up")));
  }

  private Order enable(String name) {
    if (!exhibits.deliveries().knows(name)) {
      throw new NotHereException(
          "no subscription is called '" + name + "'; GET /api/webhooks shows them");
    }
    return new Order.Enable(name);
  }

  /** The judgement would wait for such a report for good, and nobody would hear of it. */
  private void unknown(String event) {
    throw new RefusedException(
        404,
        "unknown-report",
        "no report has the id '"
            + event
            + "'; take the ids from 'event' in the reports of GET /api/changes, and wait a moment if"
            + " Oxus has only just started or the report has only just come");
  }

  /** The router would drop a ruling on a scope that it does not know, long after this answer. */
  private List<String> scopes(Fields fields) {
    List<String> scopes = fields.list("scope");
    for (String scope : scopes) {
      boolean isKnown =
          scope.equals(exhibits.board().theatre().id())
              || exhibits.board().theatre().sectors().stream()
                  .anyMatch(sector -> sector.id().equals(scope) || sector.border().equals(scope));
      if (!isKnown) {
        throw new BadLinkException(
            "scope '"
                + scope
                + "' is no sector, border or theatre here; GET /api/sectors has them");
      }
    }
    return scopes;
  }

  private ThreatLevelChange change(String encoded) {
    String id = decoded(encoded);
    return exhibits.board().find(id).orElseThrow(() -> FeedRoutes.noChange(id)).change();
  }

  private static Standing standing(String encoded, Picture picture) {
    String id = decoded(encoded);
    return picture
        .standing(id)
        .orElseThrow(() -> new NotHereException("no sector is called '" + id + "' here"));
  }

  private static String decoded(String encoded) {
    return LinkParameters.decoded(encoded);
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
