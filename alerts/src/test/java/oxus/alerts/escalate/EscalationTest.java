package oxus.alerts.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.schemas.AssessmentCause.DEADLINE;
import static oxus.schemas.AssessmentCause.RECORD;
import static oxus.schemas.ChangeReason.EVIDENCE_EXPIRED;
import static oxus.schemas.ChangeReason.OVERRIDE_ENDED;
import static oxus.schemas.ChangeReason.OVERRIDE_SET;
import static oxus.schemas.ChangeReason.RULE_HOLDS;
import static oxus.schemas.ChangeReason.SCORE_FELL;
import static oxus.schemas.ChangeReason.SCORE_ROSE;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import oxus.schemas.ChangeReason;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

class EscalationTest {
  private static final Instant NOON = Assessment.NOON;
  private static final List<ThreatLevel> LEVELS = List.of(ThreatLevel.values());
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NEXT_NOON = NOON.plus(DAY);

  private static LevelState at(ThreatLevel level) {
    return new LevelState("XA-XB/WEST", 7L, level, level, NOON.minus(DAY.multipliedBy(30)));
  }

  /** The changes of one sector over a series of assessments. */
  private static List<ThreatLevelChange> changes(LevelState from, Assessment... assessments) {
    List<ThreatLevelChange> changes = new ArrayList<>();
    LevelState state = from;
    for (Assessment assessment : assessments) {
      Escalation.Decision decision = Escalation.decide(state, assessment.record());
      decision.change().ifPresent(changes::add);
      state = decision.state();
    }
    return changes;
  }

  private static ThreatLevelChange only(LevelState from, Assessment assessment) {
    List<ThreatLevelChange> changes = changes(from, assessment);
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  @Test
  void raisesASectorThatWasNeverAssessed() {
    ThreatLevelChange change =
        only(
            Escalation.blank("XA-XB/WEST"),
            Assessment.at(NOON).score(6.04).indicating(SUBSTANTIAL));

    assertThat(change.getChangeId()).isEqualTo("XA-XB/WEST#1");
    assertThat(change.getFrom()).isEqualTo(LOW);
    assertThat(change.getTo()).isEqualTo(SUBSTANTIAL);
    assertThat(change.getReason()).isEqualTo(SCORE_ROSE);
    assertThat(change.getExplanation())
        .isEqualTo("Score rose to 6.0: border seizure, Bridge (B2, 2 independent sources)");
  }

  @Test
  void saysNothingWhileTheLevelStays() {
    assertThat(changes(at(SEVERE), Assessment.at(NOON).indicating(SEVERE))).isEmpty();
    assertThat(changes(at(SEVERE), Assessment.at(NOON).indicating(LOW).supporting(SEVERE)))
        .isEmpty();
  }

  @Test
  void risesToAnyLevelAtOnceOnARecord() {
    ThreatLevelChange change = only(at(LOW), Assessment.at(NOON).indicating(CRITICAL));

    assertThat(change.getTo()).isEqualTo(CRITICAL);
    assertThat(change.getAt()).isEqualTo(NOON);
    assertThat(change.getSequence()).isEqualTo(8);
  }

  @Test
  void neverRisesByTimeAlone() {
    assertThat(changes(at(LOW), Assessment.at(NOON).because(DEADLINE).indicating(CRITICAL)))
        .isEmpty();
  }

  @Test
  void namesTheRuleThatRaised() {
    ThreatLevelChange change =
        only(
            at(LOW), Assessment.at(NOON).score(5).indicating(SEVERE).rule("crossing-lost", SEVERE));

    assertThat(change.getReason()).isEqualTo(RULE_HOLDS);
    assertThat(change.getExplanation())
        .isEqualTo(
            "What crossing-lost means (score 5.0: border seizure, Bridge (B2, 2 independent"
                + " sources))");
  }

  @Test
  void namesTheScoreWhereARuleHoldsTheLowerFloor() {
    ThreatLevelChange change =
        only(at(LOW), Assessment.at(NOON).indicating(CRITICAL).rule("crossing-lost", SEVERE));

    assertThat(change.getReason()).isEqualTo(SCORE_ROSE);
  }

  @Test
  void waitsOutTheDwellToTheMillisecond() {
    Assessment fell = Assessment.at(NOON).because(DEADLINE).fell(SEVERE, NOON);

    assertThat(
            changes(
                at(SEVERE),
                fell.supporting(LOW),
                fell.supporting(LOW).on(NEXT_NOON.minusMillis(1))))
        .isEmpty();
    assertThat(changes(at(SEVERE), fell.supporting(LOW), fell.supporting(LOW).on(NEXT_NOON)))
        .extracting(
            ThreatLevelChange::getFrom,
            ThreatLevelChange::getTo,
            ThreatLevelChange::getReason,
            ThreatLevelChange::getExplanation)
        .containsExactly(
            tuple(
                SEVERE,
                SUBSTANTIAL,
                SCORE_FELL,
                "Evidence has been too weak for SEVERE for 24 hours or more (score 6.0)"));
  }

  @Test
  void takesOneStepDownPerDwellHoweverFarTheScoreFell() {
    Assessment low =
        Assessment.at(NOON)
            .because(DEADLINE)
            .supporting(LOW)
            .fell(MODERATE, NOON)
            .fell(SUBSTANTIAL, NOON)
            .fell(SEVERE, NOON)
            .fell(CRITICAL, NOON);

    assertThat(
            changes(
                at(CRITICAL),
                low,
                low.on(NOON.plus(DAY)),
                low.on(NOON.plus(DAY).plusSeconds(900)),
                low.on(NOON.plus(DAY.multipliedBy(2))),
                low.on(NOON.plus(DAY.multipliedBy(3))),
                low.on(NOON.plus(DAY.multipliedBy(4))),
                low.on(NOON.plus(DAY.multipliedBy(5)))))
        .extracting(ThreatLevelChange::getTo, change -> Duration.between(NOON, change.getAt()))
        .containsExactly(
            tuple(SEVERE, DAY),
            tuple(SUBSTANTIAL, DAY.multipliedBy(2)),
            tuple(MODERATE, DAY.multipliedBy(3)),
            tuple(LOW, DAY.multipliedBy(4)));
  }

  @Test
  void startsTheDwellAnewWhenSupportCameBack() {
    Assessment fell = Assessment.at(NOON).because(DEADLINE).supporting(LOW).fell(MODERATE, NOON);
    Instant again = NOON.plus(Duration.ofHours(20));

    assertThat(
            changes(
                at(MODERATE),
                fell,
                Assessment.at(NOON.plus(Duration.ofHours(10))).supporting(MODERATE),
                Assessment.at(again).because(DEADLINE).supporting(LOW).fell(MODERATE, again),
                Assessment.at(NEXT_NOON).supporting(LOW).fell(MODERATE, again)))
        .isEmpty();
  }

  @Test
  void saysThatTheEvidenceExpired() {
    Assessment expired =
        Assessment.at(NEXT_NOON)
            .because(DEADLINE)
            .supporting(MODERATE)
            .fell(SEVERE, NOON)
            .expired();

    ThreatLevelChange change = only(at(SEVERE), expired);

    assertThat(change.getTo()).isEqualTo(SUBSTANTIAL);
    assertThat(change.getReason()).isEqualTo(EVIDENCE_EXPIRED);
    assertThat(change.getExplanation())
        .isEqualTo("No raising report for so long that SEVERE expired (score 6.0)");
  }

  @Test
  void holdsTheFloorOfAnOverrideAndLetsGoAtItsEnd() {
    List<ThreatLevelChange> changes =
        changes(
            at(LOW),
            Assessment.at(NOON).supporting(LOW).floor(SEVERE),
            Assessment.at(NEXT_NOON).because(DEADLINE).supporting(LOW));

    assertThat(changes)
        .extracting(
            ThreatLevelChange::getFrom,
            ThreatLevelChange::getTo,
            ThreatLevelChange::getReason,
            ThreatLevelChange::getExplanation)
        .containsExactly(
            tuple(LOW, SEVERE, OVERRIDE_SET, "Override by duty officer: a tip"),
            tuple(SEVERE, LOW, OVERRIDE_ENDED, "The operator's override ended (score 6.0)"));
  }

  @Test
  void holdsTheCeilingOfAnOverrideWhileTheEvidenceGoesOn() {
    List<ThreatLevelChange> changes =
        changes(
            at(SEVERE),
            Assessment.at(NOON).indicating(SEVERE).ceiling(MODERATE),
            Assessment.at(NOON.plusSeconds(60)).indicating(CRITICAL).ceiling(MODERATE),
            Assessment.at(NEXT_NOON).because(DEADLINE).supporting(CRITICAL));

    assertThat(changes)
        .extracting(ThreatLevelChange::getTo, ThreatLevelChange::getReason)
        .containsExactly(tuple(MODERATE, OVERRIDE_SET), tuple(CRITICAL, OVERRIDE_ENDED));
  }

  @Test
  void risesAboveTheFloorOfAnOverrideOnEvidence() {
    List<ThreatLevelChange> changes =
        changes(
            at(LOW),
            Assessment.at(NOON).supporting(LOW).floor(MODERATE),
            Assessment.at(NEXT_NOON).indicating(SEVERE).floor(MODERATE));

    assertThat(changes)
        .extracting(ThreatLevelChange::getTo, ThreatLevelChange::getReason)
        .containsExactly(tuple(MODERATE, OVERRIDE_SET), tuple(SEVERE, SCORE_ROSE));
  }

  @Test
  void creditsTheEvidenceWhenARecordRaisesAboveAFloorThatJustEnded() {
    List<ThreatLevelChange> changes =
        changes(
            at(LOW),
            Assessment.at(NOON).supporting(LOW).floor(MODERATE),
            Assessment.at(NEXT_NOON).indicating(SEVERE));

    assertThat(changes)
        .extracting(ThreatLevelChange::getTo, ThreatLevelChange::getReason)
        .containsExactly(tuple(MODERATE, OVERRIDE_SET), tuple(SEVERE, SCORE_ROSE));
  }

  @Test
  void creditsTheOperatorWhenALaterOverrideFreesTheLevel() {
    List<ThreatLevelChange> changes =
        changes(
            at(SUBSTANTIAL),
            Assessment.at(NOON).indicating(SUBSTANTIAL).floor(CRITICAL),
            Assessment.at(NEXT_NOON).indicating(SUBSTANTIAL).floor(MODERATE));

    assertThat(changes)
        .extracting(ThreatLevelChange::getTo, ThreatLevelChange::getReason)
        .containsExactly(tuple(CRITICAL, OVERRIDE_SET), tuple(SUBSTANTIAL, OVERRIDE_SET));
  }

  @Test
  void carriesTheEvidenceOfItsAssessment() {
    SectorAssessment assessment =
        Assessment.at(NOON).indicating(SEVERE).rule("crossing-lost", SEVERE).record();

    ThreatLevelChange change = Escalation.decide(at(LOW), assessment).change().orElseThrow();

    assertThat(change.getScore()).isEqualTo(assessment.getScore());
    assertThat(change.getContributions()).isEqualTo(assessment.getContributions());
    assertThat(change.getRules()).isEqualTo(assessment.getRules());
    assertThat(change.getPolicy()).isEqualTo(assessment.getPolicy());
    assertThat(change.getTrigger()).isEqualTo(assessment.getTrigger());
    assertThat(change.getAssessment()).isEqualTo(assessment.getSequence());
  }

  @Property(tries = 500, seed = "20210622")
  void numbersChangesWithoutAGapEachFromWhereTheLastOneLed(
      @ForAll("assessments") List<Assessment> assessments) {
    List<ThreatLevelChange> changes =
        changes(Escalation.blank("XA-XB/WEST"), assessments.toArray(new Assessment[0]));

    ThreatLevel level = LOW;
    long sequence = 0;
    for (ThreatLevelChange change : changes) {
      sequence++;
      assertThat(change.getSequence()).isEqualTo(sequence);
      assertThat(change.getFrom()).isEqualTo(level).isNotEqualTo(change.getTo());
      assertThat(fallsFurtherThanAStep(change)).isFalse();
      level = change.getTo();
    }
  }

  private static boolean fallsFurtherThanAStep(ThreatLevelChange change) {
    List<ChangeReason> byEvidence = Arrays.asList(SCORE_FELL, EVIDENCE_EXPIRED);
    return byEvidence.contains(change.getReason())
        && LEVELS.indexOf(change.getFrom()) - LEVELS.indexOf(change.getTo()) > 1;
  }

  @Provide
  Arbitrary<List<Assessment>> assessments() {
    Arbitrary<Assessment> one =
        Combinators.combine(
                Arbitraries.of(RECORD, DEADLINE),
                Arbitraries.of(ThreatLevel.class),
                Arbitraries.of(ThreatLevel.class),
                Arbitraries.of(true, false, false, false, false))
            .as(
                (cause, indicated, bound, overridden) -> {
                  Assessment assessment = Assessment.at(NOON).because(cause).indicating(indicated);
                  return overridden ? assessment.floor(bound) : assessment;
                });
    return one.list()
        .ofMaxSize(30)
        .map(
            drafts -> {
              List<Assessment> series = new ArrayList<>();
              for (Assessment draft : drafts) {
                series.add(draft.on(NOON.plus(Duration.ofHours(9L * series.size()))));
              }
              return series;
            });
  }
}
