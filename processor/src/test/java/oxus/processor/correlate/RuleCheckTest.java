package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BRIDGE;
import static oxus.processor.SmallTheatre.BRIDGE_DISTRICT;
import static oxus.processor.SmallTheatre.EAST;
import static oxus.processor.SmallTheatre.FARM;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.WEST;
import static oxus.processor.correlate.Happened.incident;
import static oxus.schemas.EventType.ARMED_CLASH;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.TALKS;
import static oxus.schemas.EventType.TERRITORY_SEIZURE;
import static oxus.schemas.EventType.TROOP_CROSSING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oxus.processor.SmallTheatre;
import oxus.schemas.ConditionMet;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

class RuleCheckTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");
  private static final Happened CLASH = incident("clash");
  private static final Happened SEIZURE = incident("seizure").type(BORDER_SEIZURE);
  private static final Happened FLIGHT = incident("flight").type(TROOP_CROSSING);

  /** A policy whose only rule is this one. */
  private static RuleCheck rule(String... lines) {
    String body = "\n    " + String.join("\n    ", lines) + "\n";
    String head = "  - id: r\n    meaning: m\n    lasts: P3D";
    Policy policy = SmallTheatre.policy();
    String text = policy.text().substring(0, policy.text().indexOf("rules:")) + "rules:\n";
    return new RuleCheck(Policy.parse("policy.yaml", text + head + body, SmallTheatre.SECTORS));
  }

  private static List<RuleHeld> holding(RuleCheck check, Happened... incidents) {
    return holding(check, WEST, values(incidents), NOON);
  }

  private static List<RuleHeld> holding(
      RuleCheck check, String sector, List<Incident> incidents, Instant time) {
    return new Memory(sector, Columns.of(check.remembered(incidents)), check).holding(time);
  }

  private static List<String> missing(RuleCheck check, Happened... incidents) {
    return nearly(check, WEST, values(incidents), NOON).stream().map(RuleNear::getMissing).toList();
  }

  private static List<RuleNear> nearly(
      RuleCheck check, String sector, List<Incident> incidents, Instant time) {
    return check.nearly(new Memory(sector, Columns.of(check.remembered(incidents)), check), time);
  }

  private static List<Incident> values(Happened... incidents) {
    return Stream.of(incidents).map(Happened::value).toList();
  }

  @Test
  void saysWhichIncidentsSatisfyWhichConditionAndUntilWhen() {
    RuleCheck check =
        rule(
            "all: [{types: [BORDER_SEIZURE]}, {types: [TROOP_CROSSING], incidents: 2}]",
            "within: P3D",
            "floor: SEVERE",
            "multiply: 1.5");

    List<RuleHeld> holding =
        holding(check, FLIGHT, incident("more").type(TROOP_CROSSING).on("2021-06-20"), SEIZURE);

    assertThat(holding).hasSize(1);
    RuleHeld held = holding.get(0);
    assertThat(held.getFloor()).isEqualTo(ThreatLevel.SEVERE);
    assertThat(held.getFactor()).isEqualTo(1_500_000);
    assertThat(held.getUntil()).isEqualTo(Instant.parse("2021-06-26T00:00:00Z"));
    assertThat(held.getIncidents()).containsExactly("flight", "more", "seizure");
    assertThat(held.getConditions())
        .extracting(ConditionMet::getCondition, ConditionMet::getIncidents)
        .containsExactly(
            tuple("border seizure", List.of("seizure")),
            tuple("2 times troop crossing", List.of("flight", "more")));
  }

  @Test
  void endsWhenItsTimeIsOver() {
    RuleCheck check = rule("all: [{types: [ARMED_CLASH]}]", "floor: MODERATE");
    List<Incident> clash = values(CLASH);
    Instant end = Instant.parse("2021-06-26T00:00:00Z");

    assertThat(holding(check, WEST, clash, end.minusMillis(1))).hasSize(1);
    assertThat(holding(check, WEST, clash, end)).isEmpty();
    assertThat(nearly(check, WEST, clash, end)).isEmpty();
  }

  @Test
  void watchesOnlyTheSectorsThatItNames() {
    RuleCheck check =
        rule("sectors: [" + EAST + "]", "all: [{types: [ARMED_CLASH]}]", "floor: MODERATE");

    assertThat(holding(check, EAST, values(CLASH), NOON)).hasSize(1);
    assertThat(holding(check, WEST, values(CLASH), NOON)).isEmpty();
  }

  @Test
  void letsNoIncidentMeetTwoConditions() {
    RuleCheck check =
        rule(
            "all: [{types: [ARMED_CLASH, TALKS]}, {types: [ARMED_CLASH]}]",
            "within: P3D",
            "floor: SEVERE");

    assertThat(holding(check, CLASH)).isEmpty();
    assertThat(holding(check, CLASH, incident("talks").type(TALKS))).hasSize(1);
    assertThat(holding(check, CLASH, incident("other"))).hasSize(1);
  }

  @Test
  void countsPlacesThatAreDifferent() {
    RuleCheck check =
        rule("all: [{types: [ARMED_CLASH], distinctPlaces: 2}]", "within: P3D", "floor: SEVERE");
    Happened here = CLASH.at(MILL);

    assertThat(holding(check, here, incident("again").at(MILL))).isEmpty();
    assertThat(holding(check, here, incident("somewhere"))).isEmpty();
    assertThat(holding(check, here, incident("there").at(FARM))).hasSize(1);
  }

  @Test
  void takesIncidentsFromNoWiderWindowThanItSays() {
    RuleCheck check =
        rule(
            "all: [{types: [BORDER_SEIZURE]}, {types: [TROOP_CROSSING]}]",
            "within: PT72H",
            "floor: SEVERE");

    assertThat(holding(check, SEIZURE, FLIGHT.on("2021-06-19"))).hasSize(1);
    assertThat(holding(check, SEIZURE, FLIGHT.on("2021-06-18"))).isEmpty();
  }

  @Test
  void keepsTheOrderWhenItIsAskedFor() {
    String conditions = "all: [{types: [BORDER_SEIZURE]}, {types: [TROOP_CROSSING]}]";
    RuleCheck ordered = rule(conditions, "ordered: true", "within: P5D", "floor: SEVERE");

    assertThat(holding(ordered, SEIZURE, FLIGHT)).hasSize(1);
    assertThat(holding(ordered, SEIZURE.on("2021-06-21"), FLIGHT)).hasSize(1);
    assertThat(holding(ordered, SEIZURE, FLIGHT.on("2021-06-21"))).isEmpty();
    assertThat(
            holding(
                ordered,
                SEIZURE.on("2021-06-20"),
                FLIGHT.on("2021-06-21"),
                incident("later").type(BORDER_SEIZURE)))
        .extracting(RuleHeld::getIncidents)
        .containsExactly(List.of("flight", "seizure"));
  }

  @Test
  void doesNotHoldWhereSomethingHasHappenedThatMustNot() {
    RuleCheck check =
        rule(
            "all: [{types: [TALKS], incidents: 2}]",
            "none: [{types: [ARMED_CLASH], within: P7D}]",
            "within: P10D",
            "multiply: 0.8");
    Happened first = incident("first").type(TALKS).on("2021-06-19");
    Happened second = incident("second").type(TALKS);

    assertThat(holding(check, first, second)).hasSize(1);
    assertThat(holding(check, first, second, CLASH.on("2021-06-15"))).hasSize(1);
    assertThat(holding(check, first, second, CLASH.on("2021-06-16"))).isEmpty();
    assertThat(holding(check, first, second, CLASH.on("2021-06-24"))).isEmpty();
    assertThat(missing(check, first, second, CLASH))
        .containsExactly("no armed clash since 7 days before the latest incident of the rule");
  }

  @Test
  void holdsOnNothingThatIsDoubtfulPlannedOrUnjudged() {
    RuleCheck check = rule("all: [{types: [ARMED_CLASH]}]", "floor: MODERATE");

    assertThat(holding(check, CLASH.grade("A3"))).hasSize(1);
    assertThat(holding(check, CLASH.grade("A4"))).isEmpty();
    assertThat(holding(check, CLASH.unjudged(true))).isEmpty();
    assertThat(holding(check, CLASH.status(ReportStatus.PLANNED))).isEmpty();
    assertThat(holding(check, CLASH.status(ReportStatus.DENIED))).isEmpty();
  }

  @Test
  void countsAPlanWhereItAsksForOneUntilThePlanHasRunOut() {
    RuleCheck check = rule("all: [{types: [ARMED_CLASH], statuses: [PLANNED]}]", "floor: MODERATE");
    Happened plan = CLASH.status(ReportStatus.PLANNED);
    Duration grace = check.policy().weights().planGrace();
    Instant runsOut = Instant.parse("2021-06-23T00:00:00Z").plus(grace);

    assertThat(holding(check, plan)).hasSize(1);
    assertThat(holding(check, WEST, values(plan), runsOut.minusMillis(1))).hasSize(1);
    assertThat(holding(check, WEST, values(plan), runsOut)).isEmpty();
  }

  @Test
  void findsWhatIsDisputedWhereItAsksForThat() {
    RuleCheck check = rule("all: [{types: [ARMED_CLASH], disputed: true}]", "floor: MODERATE");

    assertThat(holding(check, CLASH)).isEmpty();
    assertThat(holding(check, CLASH.disputed(true).grade("B4"))).hasSize(1);
    assertThat(holding(check, CLASH.disputed(true).grade("F4").unjudged(true))).isEmpty();
  }

  @Test
  void asksForPlacesActorsRelationsSourcesAndFigures() {
    RuleCheck kind =
        rule("all: [{types: [ARMED_CLASH], placeKinds: [CROSSING]}]", "floor: MODERATE");
    assertThat(holding(kind, CLASH.at(BRIDGE))).hasSize(1);
    assertThat(holding(kind, CLASH.at(MILL))).isEmpty();
    RuleCheck place =
        rule("all: [{types: [ARMED_CLASH], places: [bridge-district]}]", "floor: MODERATE");
    assertThat(holding(place, CLASH.at(BRIDGE_DISTRICT))).hasSize(1);
    assertThat(holding(place, CLASH.at(BRIDGE))).hasSize(1);
    assertThat(holding(place, CLASH.at(FARM))).isEmpty();
    RuleCheck actor = rule("all: [{types: [ARMED_CLASH], actors: [raiders]}]", "floor: MODERATE");
    assertThat(holding(actor, CLASH.by("army", "raiders"))).hasSize(1);
    assertThat(holding(actor, CLASH.by("army"))).isEmpty();
    RuleCheck relation =
        rule("all: [{types: [ARMED_CLASH], relations: [NEIGHBOUR]}]", "floor: MODERATE");
    assertThat(holding(relation, CLASH.bears(Relation.NEIGHBOUR))).hasSize(1);
    assertThat(holding(relation, CLASH)).isEmpty();
    RuleCheck sources = rule("all: [{types: [ARMED_CLASH], sources: 2}]", "floor: MODERATE");
    assertThat(holding(sources, CLASH.sources(2))).hasSize(1);
    assertThat(holding(sources, CLASH)).isEmpty();
    RuleCheck figure =
        rule(
            "all: [{types: [ARMED_CLASH], figure: {unit: soldiers, least: 100}}]",
            "floor: MODERATE");
    assertThat(holding(figure, CLASH.told(report("r").figure(100, "soldiers")))).hasSize(1);
    assertThat(holding(figure, CLASH.told(report("r").figure(99, "soldiers")))).isEmpty();
    assertThat(holding(figure, CLASH.told(report("r").figure(100, "killed")))).isEmpty();
    assertThat(
            holding(
                figure,
                CLASH.told(
                    report("r").figure(500, "soldiers").by("blog", oxus.schemas.Reliability.F))))
        .isEmpty();
  }

  @Test
  void saysWhichConditionIsMissing() {
    RuleCheck check =
        rule(
            "all: [{types: [BORDER_SEIZURE], relations: [OWN]}, {types: [TROOP_CROSSING]}]",
            "within: P3D",
            "floor: SEVERE");

    assertThat(missing(check, SEIZURE)).containsExactly("troop crossing within 3 days of the rest");
    assertThat(missing(check, FLIGHT))
        .containsExactly("border seizure in the sector within 3 days of the rest");
    assertThat(missing(check, CLASH)).isEmpty();
    assertThat(missing(check, SEIZURE, FLIGHT)).isEmpty();
    assertThat(missing(check, SEIZURE.on("2021-06-10"))).isEmpty();
  }

  @Test
  void nearlyHoldsWhenOneIncidentOfTheNumberIsMissing() {
    RuleCheck check =
        rule("all: [{types: [ARMED_CLASH], incidents: 3}]", "within: P3D", "floor: SEVERE");

    assertThat(missing(check, CLASH)).isEmpty();
    assertThat(missing(check, CLASH, incident("two")))
        .containsExactly("one more, for 3 times armed clash within 3 days");
  }

  @Test
  void findsTheSameWhateverTheOrderOfIncidents() {
    RuleCheck check =
        rule(
            "all: [{types: [ARMED_CLASH, TALKS], incidents: 2}, {types: [ARMED_CLASH]}]",
            "within: P3D",
            "floor: SEVERE");
    List<Incident> incidents = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      incidents.add(incident("i" + number).type(number % 2 == 0 ? ARMED_CLASH : TALKS).value());
    }
    List<RuleHeld> found = holding(check, WEST, incidents, NOON);

    Collections.reverse(incidents);

    assertThat(holding(check, WEST, incidents, NOON)).isEqualTo(found).hasSize(1);
  }

  /**
   * Eight conditions that hundreds of incidents fit but never all: the worst for a search of
   * combinations, which would outlast the build.
   */
  @Test
  void looksThroughThousandsOfIncidentsWithoutTryingCombinations() {
    String fits = "{types: [ARMED_CLASH, TERRITORY_SEIZURE], incidents: 3}";
    RuleCheck check =
        rule(
            "all: [" + String.join(", ", Collections.nCopies(7, fits)) + ", {types: [TALKS]}]",
            "within: P90D",
            "floor: SEVERE");
    List<Incident> incidents =
        IntStream.range(0, 4000)
            .mapToObj(
                number ->
                    incident("i" + number)
                        .type(number % 2 == 0 ? ARMED_CLASH : TERRITORY_SEIZURE)
                        .on(LocalDate.parse("2021-06-22").minusDays(number % 80))
                        .value())
            .toList();

    assertThat(holding(check, WEST, incidents, NOON)).isEmpty();
    assertThat(nearly(check, WEST, incidents, NOON))
        .extracting(RuleNear::getMissing)
        .containsExactly("talks within 90 days of the rest");
  }
}
