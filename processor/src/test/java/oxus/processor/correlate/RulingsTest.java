package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BORDER;
import static oxus.processor.SmallTheatre.BRIDGE;
import static oxus.processor.SmallTheatre.EAST;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.SOUTH;
import static oxus.processor.SmallTheatre.WEST;
import static oxus.processor.correlate.FoldedLog.log;
import static oxus.schemas.EventType.ARMED_CLASH;
import static oxus.schemas.EventType.BORDER_SEIZURE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.schemas.BorderEvent;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.theatre.Policy;

/** Analysts correct what was reported; the log carries it and the evidence shows it. */
class RulingsTest {
  private static final Instant LATER = Instant.parse("2021-06-22T18:00:00Z");
  private static final long ONE = 1_000_000;

  /** 4 × 1.5 for a crossing. */
  private static final Report SEIZURE = report("seizure").type(BORDER_SEIZURE).at(BRIDGE);

  private static final Report CLASH = report("clash").at(MILL);

  private static Ruling ruling(RulingKind kind, String incident, String... events) {
    return new Ruling(
        "r-" + kind,
        kind,
        List.of(events),
        null,
        List.of(),
        incident,
        LATER,
        "analyst",
        "they say so",
        List.of());
  }

  private static Ruling reject(String... events) {
    return ruling(RulingKind.REJECT, "", events);
  }

  private static Ruling retype(EventType type, String... events) {
    return new Ruling(
        "r-type",
        RulingKind.RETYPE,
        List.of(events),
        type,
        List.of(),
        null,
        LATER,
        "analyst",
        "they say so",
        List.of());
  }

  private static Ruling rescope(String scope, Report... reports) {
    List<BorderEvent> events = Arrays.stream(reports).map(Report::event).toList();
    return new Ruling(
        "r-scope",
        RulingKind.RESCOPE,
        events.stream().map(BorderEvent::getId).toList(),
        null,
        List.of(scope),
        null,
        LATER,
        "analyst",
        "they say so",
        events);
  }

  @Test
  void weighsARetypedReportAsWhatItIs() {
    FoldedLog log = log().add(SEIZURE).add(retype(ARMED_CLASH, "seizure"));

    assertThat(log.latest().getTrigger()).isEqualTo("ruling r-type");
    assertThat(log.latest().getScore()).isEqualTo(3 * ONE);
    assertThat(log.latest().getContributions())
        .extracting(Contribution::getIncident, Contribution::getType, Contribution::getRulings)
        .containsExactly(tuple("seizure", ARMED_CLASH, List.of("r-type")));
  }

  @Test
  void mergesARetypedReportIntoTheIncidentThatItTellsOf() {
    FoldedLog log =
        log().add(CLASH).add(SEIZURE.at(MILL).by("post")).add(retype(ARMED_CLASH, "seizure"));

    assertThat(log.latest().getContributions())
        .extracting(Contribution::getIncident, Contribution::getSources)
        .containsExactly(tuple("clash", 2));
  }

  @Test
  void movesARescopedReportToTheSectorsThatItBearsOn() {
    FoldedLog log = log().add(SEIZURE).add(rescope(SOUTH, SEIZURE));

    assertThat(log.latest(WEST).getScore()).isZero();
    assertThat(log.latest(EAST).getScore()).isZero();
    assertThat(log.latest(SOUTH).getScore()).isEqualTo(6 * ONE);
    assertThat(log.latest(SOUTH).getContributions().get(0).getRulings()).containsExactly("r-scope");
  }

  @Test
  void weighsARescopedReportByHowItBearsNow() {
    FoldedLog log = log().add(SEIZURE).add(rescope(BORDER, SEIZURE));

    assertThat(log.latest(WEST).getScore()).isEqualTo(3 * ONE);
    assertThat(log.latest(EAST).getScore()).isEqualTo(3 * ONE);
  }

  @Test
  void mergesReportsIntoTheIncidentThatTheAnalystNames() {
    FoldedLog log =
        log().add(CLASH).add(SEIZURE.by("post")).add(ruling(RulingKind.MERGE, "clash", "seizure"));

    assertThat(log.latest().getContributions())
        .extracting(Contribution::getIncident, Contribution::getReportCount)
        .containsExactly(tuple("clash", 2));
  }

  @Test
  void splitsReportsOffIntoAnIncidentOfTheirOwnAndKeepsThemTogether() {
    Report second = CLASH.named("clash-2").by("post");
    Report third = CLASH.named("clash-3").by("times");

    FoldedLog log =
        log()
            .add(CLASH, second, third)
            .add(ruling(RulingKind.SPLIT, "clash", "clash-2", "clash-3"));

    assertThat(log.latest().getContributions())
        .extracting(Contribution::getIncident, Contribution::getReportCount)
        .containsExactly(tuple("clash-2", 2), tuple("clash", 1));
  }

  @Test
  void givesNoTwoIncidentsOneIdWhenTheReportThatNamedItIsSplitOff() {
    FoldedLog log =
        log()
            .add(CLASH, CLASH.named("clash-2").by("post"))
            .add(ruling(RulingKind.SPLIT, "clash", "clash"));

    assertThat(log.latest().getContributions())
        .extracting(Contribution::getIncident)
        .containsExactlyInAnyOrder("clash", "clash/r-SPLIT");
  }

  @Test
  void obeysARulingThatCameBeforeItsReport() {
    Report clashes = CLASH.named("other").by("post").known(LATER);

    assertThat(
            log()
                .add(reject("seizure"))
                .add(SEIZURE.known(LATER), clashes)
                .latest()
                .getContributions())
        .extracting(Contribution::getIncident)
        .containsExactly("other");
    assertThat(log().add(retype(ARMED_CLASH, "seizure")).add(SEIZURE.known(LATER)).latest())
        .extracting(assessment -> assessment.getContributions().get(0).getType())
        .isEqualTo(ARMED_CLASH);
    assertThat(
            log()
                .add(CLASH)
                .add(ruling(RulingKind.MERGE, "clash", "seizure"))
                .add(SEIZURE.known(LATER).by("post"))
                .latest()
                .getContributions())
        .hasSize(1);
    assertThat(
            log()
                .add(CLASH)
                .add(ruling(RulingKind.SPLIT, "clash", "other"))
                .add(clashes)
                .latest()
                .getContributions())
        .hasSize(2);
    assertThat(log().add(rescope(BORDER, SEIZURE)).add(SEIZURE.known(LATER)).latest().getScore())
        .isEqualTo(3 * ONE);
  }

  @Test
  void rejectsWhatIsAlsoRetypedAndLetsTheLaterOfTwoTypesWin() {
    assertThat(
            log()
                .add(SEIZURE)
                .add(retype(ARMED_CLASH, "seizure"))
                .add(reject("seizure"))
                .latest()
                .getScore())
        .isZero();
  }

  @Test
  void remembersRulingsOverARestartAndNoMoreThanThePolicyAllows() {
    SerializedSectorStates states = new SerializedSectorStates();
    FoldedLog.over(states).add(reject("seizure"));
    assertThat(FoldedLog.over(states).add(CLASH.known(LATER), SEIZURE.known(LATER)).latest())
        .satisfies(latest -> assertThat(latest.getScore()).isEqualTo(2 * ONE));

    Policy small =
        SmallTheatre.policyWith(
            "rules:",
            """
            bounds: {incidents: 9, rumours: 9, archived: 9, rulings: 2, history: 2}
            rules:""");
    FoldedLog log = FoldedLog.under(small);
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      ids.add("e" + number);
      log.reject("r" + number, "2021-06-22T10:00:00Z", "e" + number);
    }
    assertThat(log.states().rulings().orElseThrow().getRulings()).hasSize(2);
    ids.forEach(id -> log.add(CLASH.named(id).on("2021-06-1" + id.charAt(1))));
    assertThat(log.states().load(WEST).orElseThrow().getIncidents())
        .allSatisfy(incident -> assertThat(incident.getId()).isNotIn("e3", "e4"))
        .isNotEmpty();
  }

  @Test
  void saysNothingOfARulingThatIsRepeated() {
    FoldedLog log = log().add(SEIZURE).add(retype(ARMED_CLASH, "seizure"));
    int before = log.assessments().size();

    log.add(retype(ARMED_CLASH, "seizure"));

    assertThat(log.assessments()).hasSize(before);
  }
}
