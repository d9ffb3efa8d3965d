package oxus.alerts.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.ActionKind;
import oxus.schemas.EventType;
import oxus.schemas.OperatorAction;

/** Decides one request on the state of the work: refused, written before, or to be written. */
final class Decision {
  static final Duration LONGEST_SILENCE = Duration.ofDays(3);
  static final Duration LONGEST_OVERRIDE = Duration.ofDays(30);
  private static final int MOST_EVENTS = 100;

  private final Work work;
  private final Request request;
  private final Order order;

  Decision(Work work, Request request) {
    this.work = work;
    this.request = request;
    this.order = request.order();
  }

  Verdict verdict() {
    String id = Chain.sha256(request.actor() + "\n" + request.id()).substring(0, 16);
    Optional<OperatorAction> before = work.find(id);
    if (before.isPresent()) {
      return repeated(before.get());
    }
    Optional<Verdict> objection = objection();
    if (objection.isPresent()) {
      return objection.get();
    }
    OperatorAction action = action(id);
    return new Verdict.Accepted(action, control(action));
  }

  /** A client that lost the answer asks again; one that reuses an id by mistake is told. */
  private Verdict repeated(OperatorAction before) {
    boolean isSame =
        before.getKind() == order.kind()
            && before.getSubject().equals(order.subject())
            && before.getReason().equals(request.reason());
    return isSame
        ? new Verdict.Repeated(before)
        : new Verdict.Refused(
            "request-reused",
            "request id '" + request.id() + "' was used for another action; send a new one");
  }

  private Optional<Verdict> objection() {
    if (needsReason() && request.reason().isBlank()) {
      return refused(
          "reason-missing", "a reason is needed: others will ask why; fill in the field 'reason'");
    }
    if (order instanceof Order.Acknowledge) {
      return acknowledged();
    }
    if (order instanceof Order.Hush hush) {
      return until(hush.until(), LONGEST_SILENCE);
    }
    if (order instanceof Order.Unsilence && work.silence(order.sector()).isEmpty()) {
      return refused("not-silenced", "sector " + order.sector() + " is not silenced");
    }
    if (order instanceof Order.Rule rule) {
      return rule(rule);
    }
    if (order instanceof Order.Bound bound) {
      return bounds(bound).or(() -> until(bound.until(), LONGEST_OVERRIDE));
    }
    return order instanceof Order.Decide ? decision() : Optional.empty();
  }

  private boolean needsReason() {
    return switch (order.kind()) {
      case ACKNOWLEDGE, ASSIGN, UNSILENCE, REDRIVE, ENABLE, OTHER -> false;
      case NOTE, SILENCE, RULE, OVERRIDE, APPROVE, REFUSE, LIFT -> true;
    };
  }

  private Optional<Verdict> acknowledged() {
    return work.change(order.subject())
        .acknowledged()
        .flatMap(
            first ->
                refused(
                    "already-acknowledged",
                    order.subject() + " was acknowledged by " + first.getActor() + " before"));
  }

  private Optional<Verdict> until(Instant until, Duration longest) {
    if (!until.isAfter(request.at())) {
      return refused("until-past", "'until' is " + until + ", which is not after " + request.at());
    }
    return until.isAfter(request.at().plus(longest))
        ? refused(
            "until-too-far",
            "'until' is " + until + "; choose a time within " + longest.toHours() + " hours")
        : Optional.empty();
  }

  private Optional<Verdict> rule(Order.Rule rule) {
    if (rule.events().isEmpty() || rule.events().size() > MOST_EVENTS) {
      return refused(
          "events-missing", "a ruling is about 1 to " + MOST_EVENTS + " reports; name their ids");
    }
    return switch (rule.ruling()) {
      case REJECT -> Optional.empty();
      case RETYPE ->
          rule.type().filter(type -> type != EventType.OTHER).isPresent()
              ? Optional.empty()
              : refused("type-missing", "to retype, say which type is right in the field 'type'");
      case RESCOPE ->
          rule.scopes().isEmpty()
              ? refused("scopes-missing", "to rescope, name the right scopes in the field 'scope'")
              : Optional.empty();
      case MERGE, SPLIT ->
          rule.incident().isEmpty()
              ? refused("incident-missing", "to merge or split, name the incident in 'incident'")
              : Optional.empty();
    };
  }

  private Optional<Verdict> bounds(Order.Bound bound) {
    if (bound.floor().isEmpty() && bound.ceiling().isEmpty()) {
      return refused("bounds-missing", "an override needs a floor, a ceiling or both");
    }
    boolean isCrossed =
        bound.floor().isPresent()
            && bound.ceiling().isPresent()
            && bound.floor().get().compareTo(bound.ceiling().get()) > 0;
    return isCrossed
        ? refused("bounds-crossed", "the floor is above the ceiling; swap them")
        : Optional.empty();
  }

  private Optional<Verdict> decision() {
    Optional<LevelBound> found = work.bound(order.subject());
    if (found.isEmpty()) {
      return refused("unknown-override", "no override has id '" + order.subject() + "'");
    }
    LevelBound bound = found.get();
    boolean isLift = order.kind() == ActionKind.LIFT;
    LevelBound.State wanted = isLift ? LevelBound.State.IN_FORCE : LevelBound.State.WAITING;
    if (bound.state() != wanted || !bound.isOpen(request.at())) {
      return refused(
          isLift ? "not-in-force" : "not-waiting",
          "override " + bound.id() + " is " + state(bound) + "; there is nothing to decide");
    }
    if (order.kind() == ActionKind.APPROVE && bound.ordered().getActor().equals(request.actor())) {
      return refused(
          "own-override",
          "the highest level needs a second person: someone other than "
              + request.actor()
              + " must approve it");
    }
    return Optional.empty();
  }

  private String state(LevelBound bound) {
    return bound.isOpen(request.at())
        ? bound.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : "no longer open";
  }

  private static Optional<Verdict> refused(String code, String message) {
    return Optional.of(new Verdict.Refused(code, message));
  }

  private OperatorAction action(String id) {
    OperatorAction.Builder action =
        OperatorAction.newBuilder()
            .setId(id)
            .setSequence(work.sequence() + 1)
            .setRequest(request.id())
            .setAt(request.at())
            .setRecordedAt(request.recordedAt())
            .setActor(request.actor())
            .setRole(request.role())
            .setKind(order.kind())
            .setSubject(order.subject())
            .setSector(sector())
            .setReason(request.reason())
            .setEvents(List.of())
            .setScopes(List.of())
            .setPrevious(work.hash())
            .setHash("");
    details(action);
    OperatorAction open = action.build();
    return action.setHash(Chain.hash(open)).build();
  }

  private String sector() {
    return order instanceof Order.Decide
        ? work.bound(order.subject()).map(bound -> bound.ordered().getSector()).orElse("")
        : order.sector();
  }

  private void details(OperatorAction.Builder action) {
    if (order instanceof Order.Assign assign) {
      action.setAssignee(assign.assignee());
    }
    if (order instanceof Order.Hush hush) {
      action.setLevel(hush.level()).setUntil(hush.until());
    }
    if (order instanceof Order.Rule rule) {
      action
          .setRuling(rule.ruling())
          .setEvents(rule.events())
          .setType(rule.type().orElse(null))
          .setScopes(rule.scopes())
          .setIncident(rule.incident().orElse(null));
    }
    if (order instanceof Order.Bound bound) {
      action
          .setFloor(bound.floor().orElse(null))
          .setCeiling(bound.ceiling().orElse(null))
          .setUntil(bound.until());
    }
  }

  /** What the judgement has to obey from now on; most actions are between people only. */
  private Optional<SpecificRecord> control(OperatorAction action) {
    return switch (action.getKind()) {
      case RULE -> Optional.of(Controls.ruling(action));
      case OVERRIDE ->
          LevelBound.needsSecondPerson(action.getFloor())
              ? Optional.empty()
              : Optional.of(Controls.override(action));
      case APPROVE -> work.bound(action.getSubject()).map(to -> Controls.approved(to, action));
      case LIFT -> work.bound(action.getSubject()).map(to -> Controls.lifted(to, action));
      case REDRIVE, ENABLE -> Optional.of(Controls.delivery(order, action));
      case ACKNOWLEDGE, ASSIGN, NOTE, SILENCE, UNSILENCE, REFUSE, OTHER -> Optional.empty();
    };
  }
}
