package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.theatre.TinyTheatre.tiny;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.ThreatLevel;

/** What a rule may say, and every complaint about one that makes no sense. */
class RulesTest {
  private static final String BEFORE = before();
  private static final Theatre THEATRE = tiny().read();

  private static String before() {
    String policy = tiny().texts().getOrDefault("policy.yaml", "");
    return policy.substring(0, policy.indexOf("rules:")) + "rules:\n";
  }

  private static Rule only(String rule) {
    return Policy.parse("policy.yaml", BEFORE + rule, THEATRE).rules().get(0);
  }

  /** Complaints with lines counted from the rule's first one. */
  private static List<String> problems(String rules) {
    try {
      Policy.parse("policy.yaml", BEFORE + rules, THEATRE);
      return List.of();
    } catch (InvalidTheatreException e) {
      int above = (int) BEFORE.lines().count();
      return e.problems().stream()
          .map(
              problem ->
                  (problem.line() - above) + ": " + problem.culprit() + "; " + problem.cure())
          .toList();
    }
  }

  private static String rule(String... lines) {
    return "  - id: r\n    meaning: m\n    lasts: P1D\n    " + String.join("\n    ", lines) + "\n";
  }

  @Test
  void readsEverythingThatARuleMaySay() {
    Rule rule =
        only(
            rule(
                "sectors: [XA-XB/WEST]",
                "all:",
                "  - types: [BORDER_SEIZURE]",
                "    placeKinds: [CROSSING]",
                "    places: [west-province]",
                "    relations: [OWN]",
                "    actors: [river-league]",
                "    credibility: 2",
                "    sources: 2",
                "  - {types: [ARMED_CLASH], statuses: [REPORTED, PLANNED], distinctPlaces: 2}",
                "  - {types: [TROOP_CROSSING], figure: {unit: soldiers, least: 50}, incidents: 3}",
                "  - {types: [TERRITORY_SEIZURE], disputed: true}",
                "none:",
                "  - {types: [RECAPTURE], within: P2D}",
                "ordered: true",
                "within: PT72H",
                "floor: SEVERE",
                "multiply: 1.25"));

    assertThat(rule.all().get(0))
        .isEqualTo(
            new Condition(
                new Indicator(
                    List.of(EventType.BORDER_SEIZURE),
                    List.of(PlaceKind.CROSSING),
                    List.of("west-province"),
                    List.of(Relation.OWN),
                    List.of("river-league"),
                    List.of(ReportStatus.REPORTED),
                    java.util.Optional.empty(),
                    false,
                    2,
                    2),
                1,
                false));
    assertThat(rule.all().get(1).distinctPlaces()).isTrue();
    assertThat(rule.all().get(1).least()).isEqualTo(2);
    assertThat(rule.all().get(1).indicator().statuses())
        .containsExactly(ReportStatus.REPORTED, ReportStatus.PLANNED);
    assertThat(rule.all().get(2).least()).isEqualTo(3);
    assertThat(rule.all().get(2).indicator().figure())
        .contains(new Indicator.Least(50, "soldiers"));
    assertThat(rule.all().get(3).indicator().disputed()).isTrue();
    assertThat(rule.all().get(3).indicator().credibility()).isEqualTo(5);
    assertThat(rule.none().get(0).within()).isEqualTo(Duration.ofDays(2));
    assertThat(rule.ordered()).isTrue();
    assertThat(rule.effect()).isEqualTo(new Effect(ThreatLevel.SEVERE, 1_250_000));
    assertThat(rule.watches("XA-XB/WEST")).isTrue();
    assertThat(rule.watches("XA-XB/EAST")).isFalse();
  }

  @Test
  void takesTheOrdinaryForWhatARuleLeavesOut() {
    Rule rule = only(rule("all: [{types: [ARMED_CLASH]}]", "floor: MODERATE"));

    assertThat(rule.watches("XA-XB/EAST")).isTrue();
    assertThat(rule.ordered()).isFalse();
    assertThat(rule.none()).isEmpty();
    assertThat(rule.effect().factor()).isEqualTo(Effect.ONE);
    assertThat(rule.all().get(0).least()).isEqualTo(1);
    assertThat(rule.all().get(0).indicator().statuses()).containsExactly(ReportStatus.REPORTED);
    assertThat(rule.all().get(0).indicator().credibility()).isEqualTo(3);
    assertThat(rule.all().get(0).indicator().sources()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("senseless")
  void namesLineCulpritAndCure(String rule, String complaint) {
    assertThat(problems(rule)).containsExactly(complaint);
  }

  private static Arguments complains(String complaint, String... lines) {
    return Arguments.of(rule(lines), complaint);
  }

  static Stream<Arguments> senseless() {
    String one = "all: [{types: [ARMED_CLASH]}]";
    return Stream.of(
        complains(
            "4: unknown key 'al'; use one of id, meaning, sectors, all, none, ordered, within,"
                + " floor, multiply, lasts",
            "al: []",
            one,
            "floor: SEVERE"),
        complains(
            "4: unknown key 'type'; use one of types, placeKinds, places, relations, actors,"
                + " statuses, figure, disputed, credibility, sources, incidents, distinctPlaces",
            "all: [{types: [ARMED_CLASH], type: X}]",
            "floor: SEVERE"),
        complains(
            "4: no type is named; name one of docs/glossary.md",
            "all: [{types: []}]",
            "floor: SEVERE"),
        complains(
            "4: no incident is of type OTHER; name the types that are meant",
            "all: [{types: [OTHER]}]",
            "floor: SEVERE"),
        complains(
            "5: 'three days' for rules.within is not a duration; write it as PT15M, PT72H or P7D",
            one,
            "within: three days",
            "floor: SEVERE"),
        complains(
            "5: window 'P91D' is too wide; write P90D at most",
            one,
            "within: P91D",
            "floor: SEVERE"),
        complains(
            "1: key 'within' is missing in rules; add it",
            "all: [{types: [ARMED_CLASH], incidents: 2}]",
            "floor: SEVERE"),
        complains(
            "4: '0' is no whole number from 1 to 12; write one",
            "all: [{types: [ARMED_CLASH], incidents: 0}]",
            "floor: SEVERE"),
        complains(
            "4: '2.5' is no whole number from 1 to 12; write one",
            "all: [{types: [ARMED_CLASH], incidents: 2.5}]",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "4: '61' is no whole number from 1 to 60; write one",
            "all: [{types: [ARMED_CLASH], sources: 61}]",
            "floor: SEVERE"),
        complains(
            "5: it asks for 36 incidents; ask for 24 at most",
            "all:",
            "  - {types: [ARMED_CLASH], incidents: 12}",
            "  - {types: [TERROR_ATTACK], incidents: 12}",
            "  - {types: [TALKS], incidents: 12}",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "4: both incidents and distinctPlaces are counted; keep distinctPlaces: each of its"
                + " incidents is at a place of its own",
            "all: [{types: [ARMED_CLASH], incidents: 3, distinctPlaces: 2}]",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "4: it can never hold: places.csv has 2 such places of the 3 asked; ask for fewer, or"
                + " for other places",
            "all: [{types: [ARMED_CLASH], placeKinds: [CROSSING], distinctPlaces: 3}]",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "5: it can never hold: places.csv has 1 such places of the 2 asked; ask for fewer, or"
                + " for other places",
            "sectors: [XA-XB/EAST]",
            "all: [{types: [ARMED_CLASH], placeKinds: [CROSSING], relations: [OWN], distinctPlaces: 2}]",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "4: it can never hold: places.csv has 0 such places of the 1 asked; ask for fewer, or"
                + " for other places",
            "all: [{types: [ARMED_CLASH], placeKinds: [CITY], places: [high-pass]}]",
            "floor: SEVERE"),
        complains(
            "4: place 'westbridg' is not in places.csv; did you mean 'westbridge'?",
            "all: [{types: [ARMED_CLASH], places: [westbridg, westbridge]}]",
            "floor: SEVERE"),
        complains(
            "4: actor 'rivers-league' is not in actors.yaml; did you mean 'river-league'?",
            "all: [{types: [ARMED_CLASH], actors: [rivers-league]}]",
            "floor: SEVERE"),
        complains(
            "4: unit 'solders' is not among weights.magnitudes; did you mean 'soldiers'?",
            "all: [{types: [ARMED_CLASH], figure: {unit: solders, least: 5}}]",
            "floor: SEVERE"),
        complains(
            "4: an incident that is only denied satisfies no rule; write 'disputed: true' for what"
                + " is both reported and denied",
            "all: [{types: [ARMED_CLASH], statuses: [DENIED]}]",
            "floor: SEVERE"),
        complains(
            "4: '6' is no whole number from 1 to 5; write one",
            "all: [{types: [ARMED_CLASH], credibility: 6}]",
            "floor: SEVERE"),
        complains(
            "4: 'perhaps' is neither true nor false; write one of them",
            "all: [{types: [ARMED_CLASH], disputed: perhaps}]",
            "floor: SEVERE"),
        complains("1: rule 'r' does nothing; give it a floor or multiply", one),
        complains(
            "5: a floor of LOW raises nothing; write MODERATE or more, or leave it out",
            one,
            "floor: LOW"),
        complains(
            "5: multiply '1' changes nothing, or too much; write a number up to 2 other than 1",
            one,
            "multiply: 1"),
        complains(
            "5: multiply '0.5' hides more than weights.relief allows; write 1 - relief or more",
            one,
            "multiply: 0.5"),
        complains(
            "5: there is nothing to put in order; add a second condition",
            one,
            "ordered: true",
            "floor: SEVERE"),
        complains(
            "6: one incident may meet condition 1 and condition 2 of an ordered rule; give them"
                + " different types, relations or statuses",
            "all:",
            "  - {types: [ARMED_CLASH], relations: [OWN]}",
            "  - {types: [ARMED_CLASH, TALKS]}",
            "ordered: true",
            "within: P1D",
            "floor: SEVERE"),
        complains(
            "5: it can never hold: what meets condition 1 must not have happened; take it out of"
                + " none, or narrow it",
            "all: [{types: [ARMED_CLASH], relations: [OWN]}]",
            "none: [{types: [ARMED_CLASH, TALKS], within: P1D}]",
            "floor: SEVERE"));
  }

  @Test
  void acceptsAnAbsenceThatIsNarrowerThanWhatItAsksFor() {
    assertThat(
            problems(
                rule(
                    "all: [{types: [ARMED_CLASH]}]",
                    "none: [{types: [ARMED_CLASH], relations: [OWN], within: P1D}]",
                    "floor: SEVERE")))
        .isEmpty();
  }

  @Test
  void reportsARuleIdThatIsTaken() {
    String rule = rule("all: [{types: [ARMED_CLASH]}]", "floor: SEVERE");

    assertThat(problems(rule + rule))
        .containsExactly("6: another rule is called 'r'; rename one of them");
  }

  @Test
  void asksForNoMoreThanEightConditions() {
    String nine = String.join(", ", java.util.Collections.nCopies(9, "{types: [ARMED_CLASH]}"));

    assertThat(problems(rule("all: [" + nine + "]", "within: P1D", "floor: SEVERE")))
        .containsExactly("4: 9 conditions; ask for 8 at most");
  }

  @Test
  void takesNamesOfPlacesAsTheyAreWhereNoGazetteerIsKnown() {
    String rule = rule("all: [{types: [ARMED_CLASH], places: [nowhere]}]", "floor: SEVERE");

    Policy policy = Policy.parse("policy.yaml", BEFORE + rule, List.of("XA-XB/WEST"));

    assertThat(policy.rules()).hasSize(1);
  }
}
