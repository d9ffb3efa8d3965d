package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BORDER;
import static oxus.processor.SmallTheatre.BRIDGE;
import static oxus.processor.SmallTheatre.EAST;
import static oxus.processor.SmallTheatre.FARM;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.SOUTH;
import static oxus.processor.SmallTheatre.THEATRE;
import static oxus.processor.SmallTheatre.WEST;
import static oxus.processor.SmallTheatre.policyWith;
import static oxus.processor.correlate.FoldedLog.log;
import static oxus.schemas.EventType.ASSURANCE;
import static oxus.schemas.EventType.BORDER_CLOSURE;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.RECAPTURE;
import static oxus.schemas.EventType.REFUGEE_RETURN;
import static oxus.schemas.EventType.TERRITORY_SEIZURE;
import static oxus.schemas.EventType.TROOP_CROSSING;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.FellBelow;
import oxus.schemas.LevelOverride;
import oxus.schemas.Reliability;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;

/** What each kind of record, and time, does to a sector; the arithmetic fits in the head. */
class PartitionFoldTest {
  private static final long ONE = 1_000_000;

  /** 4 × 1.5 for a crossing. */
  private static final Report SEIZURE = report("seizure-1").type(BORDER_SEIZURE).at(BRIDGE);

  private static Instant time(String text) {
    return Instant.parse(text);
  }

  @Test
  void assessesASectorAtItsFirstReport() {
    SectorAssessment first = log().add(SEIZURE).latest();

    assertThat(first.getSequence()).isEqualTo(1);
    assertThat(first.getAt()).isEqualTo(Report.NOON);
    assertThat(first.getCause()).isEqualTo(AssessmentCause.RECORD);
    assertThat(first.getTrigger()).isEqualTo("seizure-1");
    assertThat(first.getScore()).isEqualTo(6 * ONE);
    assertThat(first.getIndicated()).isEqualTo(SUBSTANTIAL);
    assertThat(first.getContributions())
        .extracting(
            Contribution::getIncident,
            Contribution::getPlace,
            Contribution::getWeight,
            Contribution::getGrade)
        .containsExactly(tuple("seizure-1", "Bridge", 6 * ONE, "B3"));
  }

  @Test
  void countsAnIncidentOnceHoweverOftenItsReportIsRepeated() {
    FoldedLog log = log().add(SEIZURE).add(SEIZURE).add(SEIZURE);

    assertThat(log.assessments(WEST)).extracting(SectorAssessment::getScore).containsOnly(6 * ONE);
    assertThat(log.latest().getContributions().get(0).getReportCount()).isEqualTo(1);
  }

  @Test
  void knowsARepeatEvenWhereItWouldMatchAnotherIncidentByNow() {
    // "early" opened an incident; the more exact "late" moved it away from where "early" stands
    FoldedLog log =
        log()
            .add(report("early").between("2021-06-18", "2021-06-22"))
            .add(report("exact").on("2021-06-22").by("gazette"))
            .add(report("other").on("2021-06-18").at(MILL).by("post"));
    long score = log.latest().getScore();

    log.add(report("early").between("2021-06-18", "2021-06-22"));

    assertThat(log.latest().getScore()).isEqualTo(score);
  }

  @Test
  void countsReprintsOfOneAgencyAsOneVoiceAndIndependentOutletsAsMore() {
    FoldedLog log = log().add(SEIZURE.wire("agency"));
    assertThat(log.latest().getContributions().get(0).getGrade()).isEqualTo("B3");

    log.add(SEIZURE.named("seizure-2").by("gazette").wire("agency"));
    assertThat(log.latest().getContributions().get(0).getGrade()).isEqualTo("B3");

    log.add(SEIZURE.named("seizure-3").by("post"));
    assertThat(log.latest().getContributions().get(0).getGrade()).isEqualTo("B2");

    log.add(SEIZURE.named("seizure-4").by("times", Reliability.A));
    assertThat(log.latest().getContributions())
        .singleElement()
        .satisfies(
            seizure -> {
              assertThat(seizure.getGrade()).isEqualTo("A1");
              assertThat(seizure.getSources()).isEqualTo(3);
              assertThat(seizure.getReportCount()).isEqualTo(4);
              assertThat(seizure.getWeight()).isEqualTo(9 * ONE);
            });
  }

  @Test
  void weighsAReportByHowItBearsOnTheSector() {
    FoldedLog log =
        log()
            .add(report("own").type(BORDER_SEIZURE))
            .add(report("border").type(BORDER_CLOSURE).in(BORDER))
            .add(report("theatre").type(TROOP_CROSSING).in(THEATRE));

    assertThat(log.latest(WEST).getScore()).isEqualTo(4 * ONE + ONE / 2 + ONE / 2);
    assertThat(log.latest(EAST).getScore()).isEqualTo(ONE + ONE / 2 + ONE / 2);
    assertThat(log.latest(SOUTH).getScore()).isEqualTo(ONE / 2);
  }

  @Test
  void takesTheClosestRelationOfAnIncidentsReports() {
    SectorAssessment narrowLast =
        log().add(SEIZURE.in(BORDER)).add(SEIZURE.named("narrow").by("post")).latest();
    SectorAssessment narrowFirst =
        log().add(SEIZURE).add(SEIZURE.named("wide").in(BORDER).by("post")).latest();

    assertThat(narrowLast.getScore()).isEqualTo(narrowFirst.getScore()).isEqualTo(7_500_000);
  }

  @Test
  void halvesAWeightEveryHalfLifeAfterTheDay() {
    FoldedLog log =
        log().add(SEIZURE).add(report("later").type(REFUGEE_RETURN).known("2021-06-27T00:00:00Z"));

    // the day ended at midnight; four days on, half is left
    assertThat(log.latest().getScore()).isEqualTo(3 * ONE);
  }

  @Test
  void givesAnEventThatLiesAheadItsFullWeightUntilItsDayIsOver() {
    FoldedLog log =
        log()
            .add(SEIZURE.between("2021-06-22", "2021-06-30"))
            .add(report("later").type(REFUGEE_RETURN).known("2021-06-30T23:59:59Z"));

    assertThat(log.latest().getScore()).isEqualTo(6 * ONE);
  }

  @Test
  void takesALateReportInWithoutTurningTimeBack() {
    FoldedLog log = log().add(SEIZURE.known("2021-06-24T12:00:00Z"));

    log.add(report("late").type(TROOP_CROSSING).known("2021-06-23T08:00:00Z"));

    assertThat(log.latest().getAt()).isEqualTo(time("2021-06-24T12:00:00Z"));
    assertThat(log.latest().getTrigger()).isEqualTo("late");
    assertThat(log.latest().getContributions()).hasSize(2);
  }

  @Test
  void waitsForTheTickThatClosesAKnowledgeTime() {
    FoldedLog log = log().add(SEIZURE.unsettled()).add(report("clash-1").at(MILL).unsettled());
    assertThat(log.assessments()).isEmpty();

    log.tick(Report.NOON);

    assertThat(log.assessments(WEST)).hasSize(1);
    assertThat(log.latest().getScore()).isEqualTo(8 * ONE);
    assertThat(log.latest().getTrigger()).isEqualTo("seizure-1");
  }

  @Test
  void closesAKnowledgeTimeWhenTheNextOneBegins() {
    FoldedLog log =
        log()
            .add(SEIZURE.unsettled())
            .add(report("clash-1").at(MILL).known("2021-06-22T13:00:00Z").unsettled());

    assertThat(log.assessments(WEST))
        .extracting(SectorAssessment::getAt)
        .containsExactly(Report.NOON);
  }

  @Test
  void letsAPlanCountForLessAndExpireUnconfirmed() {
    FoldedLog log = log().add(SEIZURE.planned().on("2021-06-25"));
    assertThat(log.latest().getScore()).isEqualTo(3 * ONE);

    // its day ends on the 26th at midnight, the grace is a day
    log.tick("2021-06-26T23:45:00Z");
    assertThat(log.latest().getAt()).isEqualTo(Report.NOON);

    log.tick("2021-06-27T00:00:00Z");
    assertThat(log.latest().getAt()).isEqualTo(time("2021-06-27T00:00:00Z"));
    assertThat(log.latest().getScore()).isZero();
    assertThat(log.latest().getContributions()).isEmpty();
  }

  @Test
  void countsAPlanInFullOnceItIsReportedDone() {
    FoldedLog log =
        log()
            .add(SEIZURE.planned().on("2021-06-25"))
            .add(SEIZURE.named("done").by("post").on("2021-06-25").known("2021-06-25T10:00:00Z"))
            .tick("2021-06-28T00:00:00Z");

    assertThat(log.latest().getContributions().get(0).getReportCount()).isEqualTo(2);
    assertThat(log.states().load(WEST).orElseThrow().getIncidents()).hasSize(1);
  }

  @Test
  void cutsTheWeightOfADeniedIncidentWhicheverCameFirst() {
    Report denial = SEIZURE.named("denial").by("ministry").denied();
    SectorAssessment deniedAfter = log().add(SEIZURE).add(denial).latest();
    SectorAssessment deniedBefore = log().add(denial).add(SEIZURE).latest();

    for (SectorAssessment denied : List.of(deniedAfter, deniedBefore)) {
      Contribution seizure = denied.getContributions().get(0);
      assertThat(seizure.getDisputed()).isTrue();
      assertThat(seizure.getGrade()).isEqualTo("B4");
      // doubtful halves it, disputed halves it again
      assertThat(seizure.getWeight()).isEqualTo(1_500_000);
    }
  }

  @Test
  void letsADenialAloneRaiseNothing() {
    SectorAssessment denied = log().add(SEIZURE.denied()).latest();

    assertThat(denied.getScore()).isZero();
    assertThat(denied.getContributions()).isEmpty();
    assertThat(denied.getIndicated()).isEqualTo(LOW);
  }

  @Test
  void letsNoSourceThatCannotBeJudgedDispute() {
    SectorAssessment denied =
        log().add(SEIZURE).add(SEIZURE.named("denial").by("blog", Reliability.F).denied()).latest();

    assertThat(denied.getContributions().get(0).getDisputed()).isFalse();
    assertThat(denied.getScore()).isEqualTo(6 * ONE);
  }

  @Test
  void letsNoNumberOfSourcesThatCannotBeJudgedRaiseAboveModerate() {
    FoldedLog log = log();
    for (int number = 0; number < 50; number++) {
      String day = "2021-05-" + (10 + number % 20);
      log.add(SEIZURE.named("rumour-" + number).by("blog-" + number, Reliability.F).on(day));
      log.add(report("talk-" + number).by("blog-" + number, Reliability.F).at(MILL));
    }

    assertThat(log.latest().getIndicated()).isLessThanOrEqualTo(MODERATE);
  }

  @Test
  void letsNoSourceThatCannotBeJudgedLower() {
    FoldedLog log = log().add(SEIZURE);

    log.add(report("claim").type(RECAPTURE).at(BRIDGE).by("blog", Reliability.F));

    assertThat(log.latest().getScore()).isEqualTo(6 * ONE);
  }

  @Test
  void letsARumourNotDecideHowAJudgedReportBearsOnTheSector() {
    Report rumour = SEIZURE.named("rumour").by("blog", Reliability.F).in(BORDER);

    assertThat(log().add(rumour).add(SEIZURE).latest().getScore()).isEqualTo(6 * ONE);
  }

  @Test
  void letsNoRumourCrowdAJudgedReportOut() {
    FoldedLog log = log().add(SEIZURE.known("2021-06-22T23:00:00Z"));
    for (int number = 0; number < 20; number++) {
      log.add(SEIZURE.named("rumour-" + number).by("blog-" + number, Reliability.F));
    }

    Contribution seizure = log.latest().getContributions().get(0);
    assertThat(seizure.getGrade()).isEqualTo("B3");
    assertThat(seizure.getReportCount()).isEqualTo(21);
  }

  @Test
  void letsGoodNewsHideAtMostItsShareOfTheBad() {
    FoldedLog log = log().add(SEIZURE);
    for (int number = 0; number < 9; number++) {
      log.add(report("pledge-" + number).type(ASSURANCE).doneBy("state-" + number));
    }

    assertThat(log.latest().getScore()).isEqualTo(3 * ONE);
  }

  @Test
  void raisesTheFloorWhileARuleHoldsAndDropsItAtItsEnd() {
    FoldedLog log =
        log().add(SEIZURE).add(report("flight").type(TROOP_CROSSING).at(MILL).on("2021-06-23"));

    assertThat(log.latest().getIndicated()).isEqualTo(SEVERE);
    assertThat(log.latest().getRules())
        .extracting(RuleHeld::getRule, RuleHeld::getUntil, RuleHeld::getIncidents)
        .containsExactly(
            tuple("crossing-lost", time("2021-06-27T00:00:00Z"), List.of("flight", "seizure-1")));

    log.tick("2021-06-26T23:45:00Z");
    assertThat(log.latest().getRules()).hasSize(1);
    log.tick("2021-06-27T00:00:00Z");
    assertThat(log.latest().getRules()).isEmpty();
    assertThat(log.latest().getCause()).isEqualTo(AssessmentCause.DEADLINE);
  }

  @Test
  void holdsNoRuleOnDoubtfulOrPlannedOrUnjudgedOrDistantIncidents() {
    Report flight = report("flight").type(TROOP_CROSSING).at(MILL);

    assertThat(log().add(SEIZURE).add(flight.planned()).latest().getRules()).isEmpty();
    assertThat(log().add(SEIZURE).add(flight.by("blog", Reliability.F)).latest().getRules())
        .isEmpty();
    assertThat(
            log()
                .add(SEIZURE)
                .add(flight)
                .add(flight.named("denial").by("ministry").denied())
                .latest()
                .getRules())
        .isEmpty();
    assertThat(log().add(SEIZURE).add(flight.on("2021-06-18")).latest().getRules()).isEmpty();
    assertThat(log().add(SEIZURE).add(flight.on("2021-06-19")).latest().getRules()).hasSize(1);
    assertThat(log().add(SEIZURE).add(flight.in(BORDER)).latest().getRules()).isEmpty();
  }

  @Test
  void fallsBelowAThresholdAtTheFirstGridPointBelowIt() {
    FoldedLog log = log().add(SEIZURE).tick("2021-07-05T00:00:00Z");

    // 6 falls to 3 exactly at four days, and below it a grid point later
    SectorAssessment fell =
        log.assessments(WEST).stream()
            .filter(assessment -> assessment.getSupported() == MODERATE)
            .findFirst()
            .orElseThrow();
    assertThat(fell.getAt()).isEqualTo(time("2021-06-27T00:15:00Z"));
    assertThat(fell.getCause()).isEqualTo(AssessmentCause.DEADLINE);
    assertThat(fell.getFellBelow())
        .contains(new FellBelow(SUBSTANTIAL, time("2021-06-27T00:15:00Z")));
  }

  @Test
  void foreseesACrossingThatNothingElseLeadsTo() {
    FoldedLog log = log().add(SEIZURE).add(SEIZURE.named("seizure-2").by("post"));
    int before = log.assessments(WEST).size();

    // 7.5 falls to 6 after log2(7.5 / 6) half-lives: 54 minutes past six, a day after the first
    log.tick("2021-06-24T06:45:00Z");
    assertThat(log.assessments(WEST)).hasSize(before);
    log.tick("2021-06-25T00:00:00Z");

    assertThat(log.latest().getAt()).isEqualTo(time("2021-06-24T07:00:00Z"));
    assertThat(log.latest().getScore()).isLessThan(6 * ONE);
  }

  @Test
  void saysSomethingAtTheEndOfADwellAndNotBefore() {
    FoldedLog log = log().add(SEIZURE).tick("2021-06-28T00:00:00Z");
    int before = log.assessments(WEST).size();

    log.tick("2021-06-28T00:14:59Z");
    assertThat(log.assessments(WEST)).hasSize(before);
    log.tick("2021-06-28T00:15:00Z");

    assertThat(log.latest().getAt()).isEqualTo(time("2021-06-28T00:15:00Z"));
    assertThat(Duration.ofMillis(log.latest().getDwell())).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void letsALevelExpireWithoutFreshReports() {
    // a month-long event keeps its weight, so only expiry can end it
    FoldedLog log = log().add(SEIZURE.between("2021-06-22", "2021-07-22"));
    assertThat(log.latest().getExpired()).isFalse();

    log.tick("2021-07-02T11:45:00Z");
    assertThat(log.latest().getExpired()).isFalse();
    log.tick("2021-07-02T12:00:00Z");

    assertThat(log.latest().getExpired()).isTrue();
    assertThat(log.latest().getScore()).isEqualTo(6 * ONE);
    assertThat(log.latest().getSupported()).isEqualTo(MODERATE);
  }

  @Test
  void neverIndicatesMoreThanItSupportsWhileGoodNewsFades() {
    // the claims fade in two days, the seizure lasts: the score rises by time alone
    FoldedLog log =
        log()
            .add(SEIZURE.figure(250, "soldiers").between("2021-06-22", "2021-07-22"))
            .add(SEIZURE.named("again").by("post").between("2021-06-22", "2021-07-22"))
            .add(report("claim-1").type(RECAPTURE).at(MILL).by("post"))
            .add(report("claim-2").type(RECAPTURE).at(FARM).by("post"))
            .floor("o-1", MODERATE, "2021-06-22T13:00:00Z", "2021-06-28T00:00:00Z")
            .tick("2021-06-28T00:00:00Z");

    assertThat(log.latest().getCause()).isEqualTo(AssessmentCause.DEADLINE);
    assertThat(log.latest().getScore()).isGreaterThan(8 * ONE);
    assertThat(log.latest().getSupported()).isEqualTo(SUBSTANTIAL);
    assertThat(log.latest().getIndicated()).isEqualTo(SUBSTANTIAL);
  }

  @Test
  void takesARejectedReportOutAndKeepsItOut() {
    FoldedLog log =
        log()
            .add(SEIZURE)
            .add(report("clash-1").at(MILL))
            .reject("r-1", "2021-06-22T18:00:00Z", "seizure-1");

    assertThat(log.latest().getTrigger()).isEqualTo("ruling r-1");
    assertThat(log.latest().getScore()).isEqualTo(2 * ONE);
    assertThat(log.latest().getIndicated()).isEqualTo(MODERATE);

    log.add(SEIZURE.known("2021-06-22T19:00:00Z"));
    assertThat(log.latest().getScore()).isEqualTo(2 * ONE);
  }

  @Test
  void takesTheReportsOfAWithdrawnArticleOut() {
    FoldedLog log =
        log()
            .add(SEIZURE.ofArticle("k", "r1"))
            .add(SEIZURE.named("again").by("post"))
            .withdraw("k", "2021-06-22T18:00:00Z");

    assertThat(log.latest().getTrigger()).isEqualTo("withdrawal of k");
    assertThat(log.latest().getContributions())
        .singleElement()
        .satisfies(
            seizure -> {
              assertThat(seizure.getIncident()).isEqualTo("seizure-1");
              assertThat(seizure.getReportCount()).isEqualTo(1);
              assertThat(seizure.getReports().get(0).getEvent()).isEqualTo("again");
            });
  }

  @Test
  void saysNothingAboutSectorsThatARulingDoesNotConcern() {
    FoldedLog log =
        log()
            .add(SEIZURE)
            .add(report("clash-1").in(SOUTH))
            .reject("r-1", "2021-06-22T18:00:00Z", "seizure-1");

    assertThat(log.assessments(SOUTH)).hasSize(1);
  }

  @Test
  void carriesAnOverrideUntilItLapsesAtAGridPoint() {
    FoldedLog log = log().floor("o-1", SEVERE, "2021-06-22T13:00:00Z", "2021-06-23T13:05:00Z");
    assertThat(log.latest().getOverride().flatMap(LevelOverride::getFloor)).contains(SEVERE);
    assertThat(log.latest().getIndicated()).isEqualTo(LOW);

    log.tick("2021-06-23T13:14:00Z");
    assertThat(log.assessments(WEST)).hasSize(1);
    log.tick("2021-06-23T13:15:00Z");

    assertThat(log.latest().getOverride()).isEmpty();
    assertThat(log.latest().getAt()).isEqualTo(time("2021-06-23T13:15:00Z"));
  }

  @Test
  void replacesAnOverrideByALaterOne() {
    FoldedLog log =
        log()
            .floor("o-1", SEVERE, "2021-06-22T13:00:00Z", "2021-06-23T13:00:00Z")
            .floor("o-2", CRITICAL, "2021-06-22T14:00:00Z", "2021-06-24T13:00:00Z")
            .tick("2021-06-23T18:00:00Z");

    assertThat(log.latest().getOverride().map(LevelOverride::getId)).contains("o-2");
    assertThat(log.assessments(WEST)).hasSize(2);
  }

  @Test
  void judgesUnderTheNewPolicyFromItsChangeOn() {
    FoldedLog log = log().add(SEIZURE);
    String before = log.latest().getPolicy();

    log.adopt(
        policyWith("{base: 4,   halfLife: P4D}", "{base: 8, halfLife: P4D}"),
        "2021-06-22T18:00:00Z");

    assertThat(log.latest().getScore()).isEqualTo(12 * ONE);
    assertThat(log.latest().getPolicy()).isNotEqualTo(before);
    assertThat(log.latest().getTrigger()).isEqualTo("policy " + log.latest().getPolicy());
  }

  @Test
  void judgesWhatCameBeforeAPolicyChangeUnderTheOldPolicy() {
    FoldedLog log =
        log()
            .add(SEIZURE.unsettled())
            .adopt(
                policyWith("{base: 4,   halfLife: P4D}", "{base: 8, halfLife: P4D}"),
                "2021-06-22T12:00:00Z");

    assertThat(log.assessments(WEST))
        .extracting(SectorAssessment::getScore)
        .containsExactly(6 * ONE, 12 * ONE);
  }

  @Test
  void keepsAPolicyOfTheLogOverARestart() {
    SerializedSectorStates states = new SerializedSectorStates();
    FoldedLog.over(states)
        .adopt(
            policyWith("{base: 4,   halfLife: P4D}", "{base: 8, halfLife: P4D}"),
            "2021-06-22T06:00:00Z");

    assertThat(FoldedLog.over(states).add(SEIZURE).latest().getScore()).isEqualTo(12 * ONE);
  }

  @Test
  void scalesAWeightByItsFigureWithinBounds() {
    assertThat(log().add(SEIZURE.figure(1000, "soldiers")).latest().getScore()).isEqualTo(9 * ONE);
    assertThat(log().add(SEIZURE.figure(Long.MAX_VALUE, "soldiers")).latest().getScore())
        .isEqualTo(12 * ONE);
    assertThat(log().add(SEIZURE.figure(1, "soldiers")).latest().getScore()).isEqualTo(3 * ONE);
    assertThat(log().add(SEIZURE.figure(0, "soldiers")).latest().getScore()).isEqualTo(6 * ONE);
    assertThat(log().add(SEIZURE.figure(9, "goats")).latest().getScore()).isEqualTo(6 * ONE);
  }

  @Test
  void sumsWhatItDoesNotList() {
    FoldedLog log = log();
    for (int day = 10; day < 15; day++) {
      log.add(report("seizure-" + day).type(TERRITORY_SEIZURE).on("2021-06-" + day).at(MILL));
      log.add(report("clash-" + day).on("2021-06-" + day).at(BRIDGE));
    }

    List<Contribution> contributions = log.latest().getContributions();
    assertThat(contributions).hasSize(4);
    assertThat(contributions.get(3).getIncident()).isEqualTo("rest");
    assertThat(contributions.stream().mapToLong(Contribution::getWeight).sum())
        .isEqualTo(log.latest().getScore());
  }
}
