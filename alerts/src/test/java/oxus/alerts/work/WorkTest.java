package oxus.alerts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.schemas.ActionKind;
import oxus.schemas.LevelOverride;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

class WorkTest {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String NORTH = "XA-XB/NORTH";
  static final String FIRST = NORTH + "#1";

  final Work work = new Work();
  int requests;

  @Test
  void keepsTheFirstAcknowledgementAndRefusesASecond() {
    done("anna", new Order.Acknowledge(FIRST, NORTH));

    assertThat(refusal("ben", new Order.Acknowledge(FIRST, NORTH)))
        .isEqualTo("already-acknowledged");
    assertThat(work.change(FIRST).hand()).contains("anna");
  }

  @Test
  void knowsTheLatestAssignee() {
    done("anna", new Order.Acknowledge(FIRST, NORTH));
    done("anna", new Order.Assign(FIRST, NORTH, "ben"));
    done("ben", new Order.Assign(FIRST, NORTH, "cleo"));

    assertThat(work.change(FIRST).hand()).contains("cleo");
  }

  @Test
  void refusesAnOverrideOfTheHighestLevelByOnePersonAlone() {
    OperatorAction ordered = done("anna", bound(CRITICAL));

    assertThat(work.bounds()).singleElement().matches(one -> !one.isOpen(NOON.plusSeconds(7200)));
    assertThat(refusal("anna", approve(ordered))).isEqualTo("own-override");
    assertThat(refusal("anna", new Order.Decide(ActionKind.LIFT, ordered.getId())))
        .isEqualTo("not-in-force");
    done("ben", approve(ordered));
    assertThat(refusal("cleo", approve(ordered))).isEqualTo("not-waiting");
  }

  @Test
  void mayBeRefusedByTheSecondPerson() {
    OperatorAction ordered = done("anna", bound(CRITICAL));

    done("ben", new Order.Decide(ActionKind.REFUSE, ordered.getId()));

    assertThat(work.bounds())
        .extracting(LevelBound::state)
        .containsExactly(LevelBound.State.REFUSED);
    assertThat(refusal("ben", approve(ordered))).isEqualTo("not-waiting");
  }

  @Test
  void approvesNothingWhoseTimeIsOver() {
    OperatorAction ordered = done("anna", bound(CRITICAL));

    Verdict late =
        work.decide(request("r", "ben", NOON.plus(Duration.ofHours(2)), approve(ordered)));

    assertThat(late).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void replacesAnOverrideOfTheSameSectorByALaterOne() {
    done("anna", bound(SEVERE));
    done("ben", bound(MODERATE));

    assertThat(work.bounds())
        .extracting(LevelBound::state)
        .containsExactly(LevelBound.State.REPLACED, LevelBound.State.IN_FORCE);
  }

  @Test
  void liftsAnOverrideByOneThatLapsesAtOnce() {
    OperatorAction ordered = done("anna", bound(SEVERE));

    Verdict verdict =
        work.decide(
            request("lift", "ben", NOON, new Order.Decide(ActionKind.LIFT, ordered.getId())));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Accepted.class,
            accepted ->
                assertThat(accepted.control())
                    .get()
                    .isInstanceOfSatisfying(
                        LevelOverride.class,
                        control -> assertThat(control.getUntil()).isEqualTo(control.getAt())));
  }

  @Test
  void hidesAFallWhileSilencedButNeverARise() {
    done("anna", new Order.Hush(NORTH, SEVERE, NOON.plus(Duration.ofHours(2))));
    Silence silence = work.silence(NORTH).orElseThrow();

    assertThat(silence.hides(change(SEVERE, MODERATE))).isTrue();
    assertThat(silence.hides(change(MODERATE, SEVERE))).isFalse();
    assertThat(silence.hides(change(SEVERE, CRITICAL))).isFalse();
    assertThat(silence.hides(change(CRITICAL, SEVERE))).isTrue();
  }

  @Test
  void endsASilenceAtARiseEvenWhenKnowledgeTimeStandsStill() {
    done("anna", new Order.Hush(NORTH, SEVERE, NOON.plus(Duration.ofHours(2))));
    Silence silence = work.silence(NORTH).orElseThrow();
    ThreatLevelChange before = Examples.changed(NORTH, 1, MODERATE, SEVERE).setAt(NOON).build();
    ThreatLevelChange after = Examples.changed(NORTH, 2, SEVERE, CRITICAL).setAt(NOON).build();

    assertThat(silence.isInForce(NOON, Optional.of(before))).isTrue();
    assertThat(silence.isInForce(NOON, Optional.of(after))).isFalse();
  }

  @Test
  void endsASilenceAtItsTimeOrAtTheFirstRise() {
    Instant end = NOON.plus(Duration.ofHours(2));
    done("anna", new Order.Hush(NORTH, SEVERE, end));
    Silence silence = work.silence(NORTH).orElseThrow();

    assertThat(silence.isInForce(end.minusMillis(1), Optional.empty())).isTrue();
    assertThat(silence.isInForce(end, Optional.empty())).isFalse();
    assertThat(silence.isInForce(NOON.plusSeconds(1), Optional.of(change(SEVERE, CRITICAL))))
        .isFalse();
  }

  @Test
  void findsAnActionThatWasAlteredLeftOutOrPutIn() {
    List<OperatorAction> log =
        List.of(
            done("anna", new Order.Note(Work.SHIFT, "")),
            done("ben", new Order.Note(Work.SHIFT, "")),
            done("cleo", new Order.Note(Work.SHIFT, "")));

    assertThat(Chain.verify(log)).isEmpty();
    assertThat(Chain.verify(List.of(log.get(0), log.get(2))))
        .map(Chain.Break::sequence)
        .contains(3L);
    assertThat(Chain.verify(List.of(log.get(1), log.get(0)))).isPresent();
    assertThat(Chain.verify(List.of(log.get(0), altered(log.get(1)), log.get(2))))
        .isEqualTo(Optional.of(new Chain.Break(2, "its content is not what was written")));
    Work reader = new Work();
    reader.apply(log.get(0));
    reader.apply(altered(log.get(1)));
    assertThat(reader.broken()).isPresent();
  }

  @Test
  void keepsTimesAsRecordsDoSoThatHashesHoldWhenTheyAreRead() {
    Instant fine = NOON.plusNanos(123_456_789);

    OperatorAction action =
        ((Verdict.Accepted)
                work.decide(
                    request(
                        "r", "anna", fine, new Order.Hush(NORTH, SEVERE, fine.plusSeconds(60)))))
            .action();

    assertThat(action.getAt()).isEqualTo(NOON.plusMillis(123));
    assertThat(action.getRecordedAt()).isEqualTo(NOON.plusMillis(123));
    assertThat(action.getUntil()).contains(NOON.plusMillis(60_123));
  }

  private static OperatorAction altered(OperatorAction action) {
    return OperatorAction.newBuilder()
        .setId(action.getId())
        .setSequence(action.getSequence())
        .setRequest(action.getRequest())
        .setAt(action.getAt())
        .setRecordedAt(action.getRecordedAt())
        .setActor("mallory")
        .setRole(action.getRole())
        .setKind(action.getKind())
        .setSubject(action.getSubject())
        .setSector(action.getSector())
        .setReason(action.getReason())
        .setEvents(action.getEvents())
        .setScopes(action.getScopes())
        .setPrevious(action.getPrevious())
        .setHash(action.getHash())
        .build();
  }

  private static ThreatLevelChange change(ThreatLevel from, ThreatLevel to) {
    return Examples.changed(NORTH, 2, from, to).setAt(NOON.plusSeconds(1)).build();
  }

  private static Order.Bound bound(ThreatLevel floor) {
    return new Order.Bound(
        NORTH, Optional.of(floor), Optional.empty(), NOON.plus(Duration.ofHours(1)));
  }

  private static Order.Decide approve(OperatorAction ordered) {
    return new Order.Decide(ActionKind.APPROVE, ordered.getId());
  }

  private static Request request(String id, String actor, Instant at, Order order) {
    return new Request(id, actor, "supervisor", at, at, "because", order);
  }

  private OperatorAction done(String actor, Order order) {
    Verdict verdict = work.decide(request("r" + requests++, actor, NOON, order));
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    OperatorAction action = ((Verdict.Accepted) verdict).action();
    work.apply(action);
    return action;
  }

  private String refusal(String actor, Order order) {
    return ((Verdict.Refused) work.decide(request("r" + requests++, actor, NOON, order))).code();
  }
}
