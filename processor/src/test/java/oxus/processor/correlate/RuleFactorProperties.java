package oxus.processor.correlate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.SmallTheatre;
import oxus.processor.correlate.Histories.History;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.Incident;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;
import oxus.theatre.Policy;

/** What holds for every history under rules that multiply. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class RuleFactorProperties {
  private static final String SEED = "20210622";
  private static final Policy POLICY =
      SmallTheatre.policyWith(
          "rules:\n",
          """
          rules:
            - id: surge
              meaning: Fighting at two places
              all: [{types: [ARMED_CLASH, BORDER_SEIZURE], incidents: 2}]
              within: P3D
              multiply: 1.5
              lasts: P2D
            - id: thaw
              meaning: They talk and do not shoot
              all: [{types: [TALKS]}]
              none: [{types: [ARMED_CLASH], relations: [OWN], within: P1D}]
              multiply: 0.6
              lasts: P5D
          """);

  @Property(tries = 300, seed = SEED)
  void contributionsSumToTheScore(@ForAll History history) {
    for (SectorAssessment assessment : assessed(history)) {
      assertThat(assessment.getContributions().stream().mapToLong(Contribution::getWeight).sum())
          .isEqualTo(assessment.getScore());
    }
  }

  @Property(tries = 300, seed = SEED)
  void goodNewsOfAllKindsHidesNoMoreThanTheRelief(@ForAll History history) {
    FoldedLog log = FoldedLog.under(POLICY).addAll(history.closed());
    for (String sector : log.states().sectors()) {
      SectorState state = log.states().load(sector).orElseThrow();
      List<Incident> incidents = state.getIncidents();
      Score plain = Score.at(state.getAt(), incidents, POLICY);
      List<RuleHeld> rules = new Recall(POLICY).of(state).holding(state.getAt());
      Score multiplied = new RuleFactor(POLICY).of(plain, rules);

      long relief = (long) (plain.raising() * POLICY.weights().relief());
      assertThat(multiplied.total()).isGreaterThanOrEqualTo(plain.raising() - relief);
      assertThat(multiplied.shares().stream().mapToLong(Score.Share::weight).sum())
          .isEqualTo(multiplied.total());
    }
  }

  @Property(tries = 100, seed = SEED)
  void deadlinesFindWhatAScanOfEveryGridPointFinds(@ForAll History history) {
    FoldedLog log = FoldedLog.under(POLICY);
    List<SpecificRecord> records = history.closed();
    log.addAll(records.subList(0, records.size() - 1));
    List<SectorAssessment> scanned = new ArrayList<>();
    for (String sector : log.states().sectors()) {
      scanned.addAll(scan(log.states().load(sector).orElseThrow()));
    }
    int before = log.assessments().size();

    log.tick(Histories.END);

    List<SectorAssessment> found = log.assessments().subList(before, log.assessments().size());
    assertThat(bySector(found)).isEqualTo(bySector(scanned));
  }

  private static List<SectorAssessment> assessed(History history) {
    return FoldedLog.under(POLICY).addAll(history.closed()).assessments();
  }

  /** Judges a sector at every point of the grid up to the end. */
  private static List<SectorAssessment> scan(SectorState from) {
    Recall recall = new Recall(POLICY);
    List<SectorAssessment> found = new ArrayList<>();
    SectorState state = from;
    long grid = POLICY.grid().toMillis();
    Instant point = Instant.ofEpochMilli((from.getAt().toEpochMilli() / grid + 1) * grid);
    for (; !point.isAfter(Histories.END); point = point.plusMillis(grid)) {
      SectorFold.Step step =
          new Judgement(
                  recall, States.at(state, point), recall.of(state), AssessmentCause.DEADLINE, true)
              .step("deadline");
      step.assessments().forEach(assessment -> found.add(assessment.whole()));
      state = step.state();
    }
    return found;
  }

  private static Map<String, List<SectorAssessment>> bySector(List<SectorAssessment> assessments) {
    return assessments.stream()
        .collect(groupingBy(SectorAssessment::getSector, TreeMap::new, toList()));
  }
}
