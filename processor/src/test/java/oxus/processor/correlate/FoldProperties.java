package oxus.processor.correlate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.correlate.FoldedLog.log;
import static oxus.processor.correlate.FoldedLog.over;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.processor.correlate.Histories.History;
import oxus.processor.route.Router;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.Incident;
import oxus.schemas.Reliability;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/** What holds for every history, however the log came about. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class FoldProperties {
  private static final int TRIES = 300;

  /** One build says what the next one says; another number explores further. */
  private static final String SEED = "20210622";

  @Property(tries = TRIES, seed = SEED)
  void orderOfReportsOfOneKnowledgeTimeChangesNothing(
      @ForAll History history, @ForAll long shuffle) {
    List<Report> shuffled = new ArrayList<>(history.reports());
    Collections.shuffle(shuffled, new Random(shuffle));

    assertThat(bySector(log().addAll(History.of(shuffled).closed()).assessments()))
        .isEqualTo(bySector(log().addAll(history.closed()).assessments()))
        .isNotEmpty();
  }

  @Property(tries = TRIES, seed = SEED)
  void howOftenTicksComeChangesNothing(@ForAll History history) {
    Map<String, List<SectorAssessment>> closed =
        bySector(log().addAll(history.closed()).assessments());

    for (Duration every : List.of(Duration.ofHours(1), Duration.ofDays(1))) {
      assertThat(bySector(log().addAll(history.ticking(every)).assessments())).isEqualTo(closed);
    }
  }

  @Property(tries = 20, seed = SEED)
  void ticksOfEveryMinuteChangeNothing(@ForAll History history) {
    assertThat(bySector(log().addAll(history.ticking(Duration.ofMinutes(1))).assessments()))
        .isEqualTo(bySector(log().addAll(history.closed()).assessments()));
  }

  @Property(tries = 100, seed = SEED)
  void deadlinesFindWhatAScanOfEveryGridPointFinds(@ForAll History history) {
    FoldedLog log = log();
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

  /** Judges a sector at every point of the grid up to the end. */
  private static List<SectorAssessment> scan(SectorState from) {
    Policy policy = SmallTheatre.policy();
    Recall recall = new Recall(policy);
    List<SectorAssessment> found = new ArrayList<>();
    SectorState state = from;
    long grid = policy.grid().toMillis();
    Instant point = Instant.ofEpochMilli((from.getAt().toEpochMilli() / grid + 1) * grid);
    for (; !point.isAfter(Histories.END); point = point.plusMillis(grid)) {
      SectorState there = States.at(state, point);
      SectorFold.Step step =
          new Judgement(recall, there, recall.of(there), AssessmentCause.DEADLINE, true)
              .step("deadline");
      step.assessments().forEach(assessment -> found.add(assessment.whole()));
      state = step.state();
    }
    return found;
  }

  @Property(tries = TRIES, seed = SEED)
  void contributionsSumToTheScoreAndEvidenceSupportsWhatItIndicates(@ForAll History history) {
    for (SectorAssessment assessment : log().addAll(history.closed()).assessments()) {
      assertThat(assessment.getContributions().stream().mapToLong(Contribution::getWeight).sum())
          .isEqualTo(assessment.getScore());
      assertThat(assessment.getSupported()).isGreaterThanOrEqualTo(assessment.getIndicated());
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void aRepeatOfARememberedReportChangesNoScore(
      @ForAll History history, @ForAll @IntRange(max = 13) int which) {
    Report repeat = history.reports().get(which % history.reports().size());
    Instant last = history.last();
    List<SpecificRecord> records = history.closed();
    FoldedLog log = log().addAll(records.subList(0, records.size() - 1));
    Map<String, Long> scores = new TreeMap<>();
    for (String sector : log.states().sectors()) {
      List<Incident> incidents = log.states().load(sector).orElseThrow().getIncidents();
      if (incidents.stream().anyMatch(incident -> holds(incident, repeat))) {
        scores.put(sector, Score.at(last, incidents, SmallTheatre.policy()).total());
      }
    }

    log.add(repeat.known(last)).tick(last);

    scores.forEach((sector, score) -> assertThat(log.latest(sector).getScore()).isEqualTo(score));
  }

  private static boolean holds(Incident incident, Report report) {
    return incident.getReports().stream()
        .anyMatch(known -> known.getId().equals(report.event().getId()));
  }

  @Property(tries = TRIES, seed = SEED)
  void sourcesThatCannotBeJudgedNeitherLowerNorRaiseAboveModerate(
      @ForAll("judged") History clean, @ForAll("unjudged") List<Report> noise) {
    List<SectorAssessment> noisy = log().addAll(clean.and(noise).closed()).assessments();

    for (SectorAssessment quiet : log().addAll(clean.closed()).assessments()) {
      ThreatLevel most = higher(quiet.getIndicated(), ThreatLevel.MODERATE);
      for (SectorAssessment loud : noisy) {
        if (isOfOneRecord(quiet, loud)) {
          assertThat(loud.getIndicated()).isBetween(quiet.getIndicated(), most);
        }
      }
    }
  }

  private static boolean isOfOneRecord(SectorAssessment one, SectorAssessment other) {
    return one.getCause() == AssessmentCause.RECORD
        && other.getCause() == AssessmentCause.RECORD
        && one.getSector().equals(other.getSector())
        && one.getAt().equals(other.getAt());
  }

  @Provide
  Arbitrary<History> judged() {
    return Histories.reports("j", Reliability.A, Reliability.B, Reliability.E).map(History::of);
  }

  @Provide
  Arbitrary<List<Report>> unjudged() {
    return Histories.reports("f", Reliability.F);
  }

  @Property(tries = TRIES, seed = SEED)
  void howSectorsAreSpreadOverPartitionsChangesNothing(@ForAll History history) {
    Router router = new Router(SmallTheatre.theatre());
    Map<String, List<SectorAssessment>> spread = new TreeMap<>();

    for (String sector : SmallTheatre.SECTORS) {
      PartitionFold partition =
          new PartitionFold(
              new InMemorySectorStates(), SmallTheatre.policy(), SmallTheatre::policyOf);
      List<SectorAssessment> assessments = new ArrayList<>();
      for (SpecificRecord record : history.closed()) {
        for (SectorLogEntry entry : router.route(record).entries()) {
          if (entry.getSector().map(sector::equals).orElse(true)) {
            partition.fold(entry, assessments::add);
          }
        }
      }
      if (!assessments.isEmpty()) {
        spread.put(sector, assessments);
      }
    }

    assertThat(spread).isEqualTo(bySector(log().addAll(history.closed()).assessments()));
  }

  @Property(tries = TRIES, seed = SEED)
  void aRestartInTheMiddleOfALogChangesNothing(
      @ForAll History history, @ForAll @IntRange(max = 99) int percent) {
    List<SpecificRecord> records = history.closed();
    int middle = records.size() * percent / 100;
    SerializedSectorStates states = new SerializedSectorStates();

    List<SectorAssessment> assessments = new ArrayList<>();
    assessments.addAll(over(states).addAll(records.subList(0, middle)).assessments());
    assessments.addAll(over(states).addAll(records.subList(middle, records.size())).assessments());

    assertThat(assessments).isEqualTo(log().addAll(records).assessments());
  }

  private static Map<String, List<SectorAssessment>> bySector(List<SectorAssessment> assessments) {
    return assessments.stream()
        .collect(groupingBy(SectorAssessment::getSector, TreeMap::new, toList()));
  }

  private static ThreatLevel higher(ThreatLevel one, ThreatLevel other) {
    return Collections.max(List.of(one, other), Comparator.naturalOrder());
  }
}
