package oxus.alerts;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import oxus.alerts.access.Identity;
import oxus.alerts.access.RouteRule;
import oxus.alerts.console.Picture;
import oxus.alerts.console.Standing;
import oxus.alerts.work.Order;
import oxus.alerts.work.Work;
import oxus.schemas.ActionKind;
import oxus.schemas.EventType;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** Reads from one request what somebody wants done; what it names must be there. */
final class OrderReader {
  private final Exhibits exhibits;
  private final RoutingContext context;
  private final Fields fields;

  OrderReader(Exhibits exhibits, RoutingContext context, Fields fields) {
    this.exhibits = exhibits;
    this.context = context;
    this.fields = fields;
  }

  /**
   * Reads it.
   *
   * @throws BadLinkException naming the field that is wrong
   * @throws NotHereException naming what is not there
   */
  Order read(Picture picture, Instant now) {
    RouteRule rule = Door.rule(context);
    String id = rule.value(context.normalizedPath());
    return switch (rule.path()) {
      case "/api/changes/{changeId}/acknowledge" -> {
        ThreatLevelChange change = change(id);
        yield new Order.Acknowledge(change.getChangeId(), change.getSector());
      }
      case "/api/changes/{changeId}/assign" -> {
        ThreatLevelChange change = change(id);
        yield new Order.Assign(change.getChangeId(), change.getSector(), assignee());
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
      case "/api/rulings" -> ruling();
      case "/api/deliveries/{id}/redrive" -> redrive(decoded(id));
      case "/api/webhooks/{name}/enable" -> enable(decoded(id));
      case "/api/shift/note" -> new Order.Note(Work.SHIFT, "");
      default -> throw new NotHereException("nothing can be done at " + rule.path());
    };
  }

  private String assignee() {
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

  private Order ruling() {
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
        scopes(),
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
  private List<String> scopes() {
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
}
