package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BORDER;
import static oxus.processor.SmallTheatre.BRIDGE;
import static oxus.processor.SmallTheatre.FARM;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.THEATRE;
import static oxus.processor.SmallTheatre.WEST;
import static oxus.processor.SmallTheatre.policyWith;
import static oxus.processor.correlate.FoldedLog.log;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.HOSTILE_STATEMENT;
import static oxus.schemas.EventType.MILITANT_PRESENCE;
import static oxus.schemas.EventType.MOBILISATION;
import static oxus.schemas.EventType.RECAPTURE;
import static oxus.schemas.EventType.TERROR_ATTACK;
import static oxus.schemas.EventType.TROOP_CROSSING;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.EventType;
import oxus.schemas.FellBelow;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;
import oxus.schemas.Outlook;
import oxus.schemas.Reliability;
import oxus.schemas.SectorAssessment;
import oxus.schemas.Stake;
import oxus.schemas.ThreatLevel;
import oxus.schemas.WithoutSource;

/** How evidence is graded, how a sector is seen, and what would change the judgement. */
class EvidenceTest {
  private static final long ONE = 1_000_000;

  /** 4 × 1.5 for a crossing. */
  private static final Report SEIZURE = report("seizure").type(BORDER_SEIZURE).at(BRIDGE);

  private static Contribution seizure(FoldedLog log) {
    return log.latest().getContributions().get(0);
  }

  @Test
  void takesFourOutletsThatQuoteOneSpokesmanForOneVoice() {
    FoldedLog log = log();
    for (String outlet : List.of("herald", "post", "times", "gazette")) {
      log.add(SEIZURE.named(outlet).by(outlet).claimedBy("raiders"));
    }

    assertThat(seizure(log).getGrade()).isEqualTo("B3");
    assertThat(seizure(log).getSources()).isEqualTo(1);
    assertThat(seizure(log).getReportCount()).isEqualTo(4);
    assertThat(seizure(log).getReports())
        .allSatisfy(report -> assertThat(report.getVoice()).isEqualTo("raiders"));
  }

  @Test
  void gradesACopyAsItsOriginalUnlessNobodyVouchesForTheCredit() {
    FoldedLog log = log().add(SEIZURE.by("leaflet", Reliability.D).wire("agency", Reliability.A));
    assertThat(seizure(log).getGrade()).isEqualTo("A3");
    assertThat(seizure(log).getReports().get(0).getReliability()).isEqualTo(Reliability.A);

    FoldedLog forged = log().add(SEIZURE.by("blog", Reliability.F).wire("agency", Reliability.A));
    assertThat(seizure(forged).getGrade()).isEqualTo("F6");
    assertThat(forged.latest().getIndicated()).isLessThanOrEqualTo(ThreatLevel.MODERATE);
  }

  @Test
  void weighsADenialByWhatTheDenierHasAtStake() {
    Report denial = SEIZURE.named("denial").by("ministry").denied();
    FoldedLog byDoer = log().add(SEIZURE).add(denial.staking(Stake.DOER));
    FoldedLog byTarget = log().add(SEIZURE).add(denial.staking(Stake.TARGET));
    FoldedLog byOther = log().add(SEIZURE).add(denial);

    assertThat(seizure(byDoer).getGrade()).isEqualTo("B3");
    assertThat(seizure(byOther).getGrade()).isEqualTo("B4");
    // disputed halves: 6 × (1 − 0.5 × 0.4), 6 × (1 − 0.5 × 0.6), and 6 × 0.5 × 0.5 when doubtful
    // too
    assertThat(byDoer.latest().getScore()).isEqualTo(4_800_000);
    assertThat(byTarget.latest().getScore()).isEqualTo(4_200_000);
    assertThat(byOther.latest().getScore()).isEqualTo(1_500_000);
    assertThat(seizure(byDoer).getDisputed()).isTrue();
    assertThat(seizure(byDoer).getDeniedBy()).containsExactly("ministry");
  }

  @Test
  void losesAStepOfCredibilityForEachIndependentDenialThatNobodyStakes() {
    FoldedLog log =
        log()
            .add(SEIZURE)
            .add(SEIZURE.named("denial-1").by("ministry").denied())
            .add(SEIZURE.named("denial-2").by("ministry").denied())
            .add(SEIZURE.named("denial-3").by("embassy").denied());
    assertThat(seizure(log).getGrade()).isEqualTo("B5");

    log.add(SEIZURE.named("again").by("post"));
    assertThat(seizure(log).getGrade()).isEqualTo("B4");
  }

  @Test
  void keepsHowAGradeCameAboutAndWhy() {
    FoldedLog log =
        log()
            .add(SEIZURE)
            .add(SEIZURE.named("again").by("herald").known("2021-06-22T13:00:00Z"))
            .add(SEIZURE.named("second").by("post").known("2021-06-22T14:00:00Z"))
            .add(SEIZURE.named("denial").by("ministry").denied().known("2021-06-22T15:00:00Z"));

    assertThat(seizure(log).getGrades())
        .extracting(GradeStep::getAt, GradeStep::getGrade, GradeStep::getWhy)
        .containsExactly(
            tuple(Report.NOON, "B3", "one voice"),
            tuple(Instant.parse("2021-06-22T14:00:00Z"), "B2", "2 independent voices"),
            tuple(
                Instant.parse("2021-06-22T15:00:00Z"),
                "B3",
                "2 independent voices; denied by ministry"));
  }

  @Test
  void letsOneVoiceAloneAddUpToNoMoreThanThePolicyAllows() {
    String wide = "independence: {nearIdentical: 3, oneVoice: 1000}";
    FoldedLog log = FoldedLog.under(policyWith(wide, wide.replace("1000", "5")));
    for (EventType type : List.of(TERROR_ATTACK, TROOP_CROSSING, MOBILISATION, MILITANT_PRESENCE)) {
      log.add(report(type.name()).type(type));
    }
    log.add(report("clash").by("post"));

    // four times two of the herald's are cut to five, the other outlet's two are not
    assertThat(log.latest().getScore()).isEqualTo(7 * ONE);
    assertThat(log.latest().getContributions().stream().mapToLong(Contribution::getWeight).sum())
        .isEqualTo(log.latest().getScore());
  }

  @Test
  void keepsNumbersThatDifferSideBySideWithWhoGivesThem() {
    FoldedLog log =
        log()
            .add(SEIZURE.figure(1000, "soldiers"))
            .add(SEIZURE.named("second").by("post").figure(134, "soldiers"))
            .add(SEIZURE.named("third").by("times").figure(134, "soldiers"))
            .add(SEIZURE.named("fourth").by("gazette").figure(5, "killed"));

    assertThat(seizure(log).getFigures())
        .containsExactly(
            new FigureClaim("killed", 5L, 5L, List.of("gazette")),
            new FigureClaim("soldiers", 134L, 134L, List.of("post", "times")),
            new FigureClaim("soldiers", 1000L, 1000L, List.of("herald")));
  }

  @Test
  void takesARepeatForNoNewsAfterTheIncidentDroppedIt() {
    FoldedLog log = log();
    for (int number = 0; number < 20; number++) {
      log.add(SEIZURE.named("copy-" + number));
    }
    int before = seizure(log).getReportCount();

    for (int number = 0; number < 20; number++) {
      log.add(SEIZURE.named("copy-" + number));
    }

    assertThat(before).isEqualTo(20);
    assertThat(seizure(log).getReportCount()).isEqualTo(20);
  }

  @Test
  void takesARepeatForNoNewsAfterTheIncidentWasForgotten() {
    FoldedLog log = log().add(SEIZURE).tick("2021-12-01T00:00:00Z");
    assertThat(log.states().load(WEST).orElseThrow().getIncidents()).isEmpty();

    // the same id, but said to have happened today
    log.add(SEIZURE.on("2021-12-01").known("2021-12-01T12:00:00Z"));

    assertThat(log.latest().getScore()).isZero();
  }

  @Test
  void takesARepeatForNoNewsAfterItsArticleWasWithdrawn() {
    FoldedLog log = log().add(SEIZURE.ofArticle("k", "r1")).withdraw("k", "2021-06-22T13:00:00Z");

    log.add(SEIZURE.ofArticle("k", "r1").known("2021-06-22T14:00:00Z"));

    assertThat(log.latest().getScore()).isZero();
  }

  @Test
  void countsARevisedArticleOnce() {
    FoldedLog log =
        log()
            .add(SEIZURE.ofArticle("k", "r1"))
            .withdraw("k", "2021-06-22T13:00:00Z")
            .add(SEIZURE.named("revised").ofArticle("k", "r2").known("2021-06-22T13:00:00Z"));

    assertThat(log.latest().getScore()).isEqualTo(6 * ONE);
    assertThat(log.latest().getContributions()).hasSize(1);
  }

  @Test
  void addsOldNewsAsEvidenceWithoutRaisingAFreshLevel() {
    FoldedLog log = log().add(SEIZURE.on("2021-05-20").known("2021-06-22T12:00:00Z"));

    assertThat(log.latest().getContributions()).hasSize(1);
    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.LOW);
    assertThat(log.latest().getExpired()).isTrue();
  }

  @Test
  void letsAVoiceThatRepeatsItselfKeepNoLevelFresh() {
    Report lasting = SEIZURE.between("2021-06-22", "2021-07-30");
    FoldedLog log =
        log()
            .add(lasting)
            .add(lasting.named("again").known("2021-07-01T12:00:00Z"))
            .tick("2021-07-02T12:00:00Z");
    assertThat(log.latest().getExpired()).isTrue();

    FoldedLog confirmed =
        log()
            .add(lasting)
            .add(lasting.named("other").by("post").known("2021-07-01T12:00:00Z"))
            .tick("2021-07-02T12:00:00Z");
    assertThat(confirmed.latest().getExpired()).isFalse();
  }

  @Test
  void seesASectorByItsVoicesAndLosesSightOfItAtTheGridPoint() {
    FoldedLog log = log();
    assertThat(log.add(SEIZURE).latest().getCoverage()).isEqualTo(Coverage.THIN);
    log.add(SEIZURE.named("echo").by("post").in(THEATRE));
    log.add(SEIZURE.named("rumour").by("blog", Reliability.F));
    assertThat(log.latest().getCoverage()).isEqualTo(Coverage.THIN);
    log.add(report("clash").in(BORDER).by("post").known("2021-06-22T13:00:00Z"));
    log.add(report("attack").type(TERROR_ATTACK).by("times").known("2021-06-22T14:00:00Z"));
    assertThat(log.latest().getCoverage()).isEqualTo(Coverage.NORMAL);

    log.tick("2021-06-29T12:00:00Z");
    assertThat(log.latest().getCoverage()).isEqualTo(Coverage.THIN);
    assertThat(log.latest().getCause()).isEqualTo(AssessmentCause.DEADLINE);
    assertThat(log.latest().getAt()).isEqualTo(Instant.parse("2021-06-29T12:00:00Z"));
    log.tick("2021-06-29T14:00:00Z");
    assertThat(log.latest().getCoverage()).isEqualTo(Coverage.BLIND);
  }

  @Test
  void trustsAJudgementAsFarAsItsGradesGo() {
    // B3: 0.9 × 0.6; then B2: 0.9 × 0.85
    FoldedLog log = log().add(SEIZURE);
    assertThat(log.latest().getConfidence()).isEqualTo(540);
    assertThat(log.add(SEIZURE.named("second").by("post")).latest().getConfidence()).isEqualTo(765);
    assertThat(log().add(SEIZURE.denied()).latest().getConfidence()).isZero();
  }

  @Test
  void saysWhatWouldMoveALevelWhereItMoved() {
    FoldedLog log =
        log()
            .add(SEIZURE)
            .add(report("attack").type(TERROR_ATTACK).by("post"))
            .add(report("echo").type(TERROR_ATTACK).by("post").known("2021-06-22T13:00:00Z"));

    Outlook rise = log.assessments(WEST).get(1).getOutlook().orElseThrow();
    assertThat(log.assessments(WEST).get(1).getIndicated()).isEqualTo(ThreatLevel.SEVERE);
    assertThat(rise.getWithout())
        .extracting(WithoutSource::getSource, WithoutSource::getLevel, WithoutSource::getScore)
        .containsExactly(
            tuple("herald", ThreatLevel.MODERATE, 2 * ONE),
            tuple("post", ThreatLevel.SUBSTANTIAL, 6 * ONE));
    assertThat(rise.getUp())
        .hasValueSatisfying(up -> assertThat(up.getDistance()).isEqualTo(8 * ONE));
    assertThat(rise.getDown())
        .hasValueSatisfying(down -> assertThat(down.getDistance()).isEqualTo(2 * ONE));
    assertThat(log.latest().getOutlook()).isEmpty();
  }

  @Test
  void namesTheSourceWhoseFreshWordAloneKeepsOldEvidenceFromExpiring() {
    // a month-long event keeps its weight, and expired until somebody else raises again
    FoldedLog log =
        FoldedLog.under(policyWith("relief: 0.5", "relief: 0.1"))
            .add(SEIZURE.between("2021-06-22", "2021-07-22"))
            .tick("2021-07-04T00:00:00Z")
            .add(
                report("threat")
                    .type(HOSTILE_STATEMENT)
                    .by("post")
                    .on("2021-07-04")
                    .known("2021-07-04T12:00:00Z"));

    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.SUBSTANTIAL);
    assertThat(log.latest().getOutlook().orElseThrow().getWithout())
        .extracting(WithoutSource::getSource, WithoutSource::getLevel, WithoutSource::getScore)
        .containsExactly(
            tuple("herald", ThreatLevel.LOW, ONE), tuple("post", ThreatLevel.MODERATE, 6 * ONE));
  }

  @Test
  void foretellsTheStepThatTimeAloneBrings() {
    FoldedLog log = log().add(SEIZURE);
    Outlook rise = log.latest().getOutlook().orElseThrow();

    // below 3 a grid point after four days, and a dwell later
    assertThat(rise.getDecay().orElseThrow().getLevel()).isEqualTo(ThreatLevel.MODERATE);
    assertThat(rise.getDecay().orElseThrow().getAt())
        .isEqualTo(Instant.parse("2021-06-28T00:15:00Z"));
  }

  @Test
  void holdsNoMoreIncidentsThanThePolicyAllowsAndRumoursCrowdOutNothing() {
    FoldedLog log =
        FoldedLog.under(
            policyWith(
                "rules:",
                """
                bounds: {incidents: 5, rumours: 2, archived: 9, rulings: 2, history: 2}
                rules:"""));
    for (int day = 10; day < 20; day++) {
      log.add(report("told-" + day).on("2021-06-" + day).at(MILL));
      log.add(report("rumour-" + day).on("2021-06-" + day).at(BRIDGE).by("blog", Reliability.F));
    }

    List<String> held =
        log.states().load(WEST).orElseThrow().getIncidents().stream()
            .map(incident -> incident.getId())
            .toList();
    assertThat(held).filteredOn(id -> id.startsWith("rumour")).hasSize(2);
    assertThat(held).filteredOn(id -> id.startsWith("told")).hasSizeBetween(1, 5);
    assertThat(log.states().load(WEST).orElseThrow().getArchived().size()).isLessThanOrEqualTo(9);
    assertThat(log.latest()).extracting(SectorAssessment::getScore).isNotEqualTo(0L);
  }

  @Test
  void letsNoRumourAndNoRepeatReviveALevelThatOnlyFadingGoodNewsWould() {
    Report lasting = SEIZURE.figure(250, "soldiers").between("2021-06-22", "2021-07-22");
    FoldedLog log =
        log()
            .add(report("claim-1").type(RECAPTURE).at(MILL).by("post"))
            .add(report("claim-2").type(RECAPTURE).at(FARM).by("post"))
            .add(lasting)
            .add(lasting.named("again").by("post"));
    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.SUBSTANTIAL);

    Instant later = Instant.parse("2021-06-29T12:00:00Z");
    log.add(report("rumour").by("blog", Reliability.F).known(later));
    assertThat(log.latest().getScore()).isGreaterThan(8 * ONE);
    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.SUBSTANTIAL);
    log.add(lasting.known(later));
    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.SUBSTANTIAL);

    log.add(lasting.named("news").by("times").known(later));
    assertThat(log.latest().getIndicated()).isEqualTo(ThreatLevel.SEVERE);
  }

  @Test
  void countsADwellFromTheGridSoThatNoRecordEndsItBeforeItsDeadline() {
    FoldedLog log = log().add(SEIZURE).reject("r-1", "2021-06-22T13:20:00Z", "seizure");

    assertThat(log.latest().getFellBelow())
        .contains(new FellBelow(ThreatLevel.SUBSTANTIAL, Instant.parse("2021-06-22T13:30:00Z")));
  }

  @Test
  void takesACopyIntoTheIncidentOfItsOriginalHoweverThatHasMoved() {
    // "early" opened an incident; the more exact "late" moved it away from where "early" stands
    FoldedLog log =
        log()
            .add(report("early").between("2021-06-18", "2021-06-22").by("agency"))
            .add(report("exact").on("2021-06-22").by("gazette"))
            .add(report("other").on("2021-06-18").at(MILL).by("post"));

    log.add(report("copy").between("2021-06-18", "2021-06-22").by("herald").wire("agency"));

    assertThat(log.states().load(WEST).orElseThrow().getIncidents())
        .filteredOn(incident -> incident.getId().equals("early"))
        .singleElement()
        .satisfies(incident -> assertThat(incident.getReports()).hasSize(3));
  }
}
