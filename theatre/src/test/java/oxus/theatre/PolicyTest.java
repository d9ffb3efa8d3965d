package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oxus.theatre.TinyTheatre.tiny;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.ThreatLevel;

/** Every complaint about a policy names file, line, culprit and cure. */
class PolicyTest {
  private static final List<String> SECTORS = List.of("XA-XB/WEST", "XA-XB/EAST");
  private static final String TEXT = tiny().texts().getOrDefault("policy.yaml", "");

  private static Policy parse(String text) {
    return Policy.parse("policy.yaml", text, SECTORS);
  }

  private static List<String> problems(String piece, String replacement) {
    assertThat(TEXT).contains(piece);
    return problemsOf(TEXT.replace(piece, replacement));
  }

  private static List<String> problemsOf(String text) {
    try {
      parse(text);
      return List.of();
    } catch (InvalidTheatreException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static int lineOf(String piece) {
    return (int) TEXT.substring(0, TEXT.indexOf(piece)).chars().filter(c -> c == '\n').count() + 1;
  }

  private static String at(String piece, String complaint) {
    return "policy.yaml:" + lineOf(piece) + ": " + complaint;
  }

  @Test
  void readsThePolicyThatIsShipped() {
    Policy policy = TheatreLoader.shipped().policy();

    assertThat(policy.grid()).isPositive();
    assertThat(policy.levels().up(ThreatLevel.CRITICAL))
        .isGreaterThan(policy.levels().down(ThreatLevel.CRITICAL));
    assertThat(policy.weights().type(EventType.BORDER_SEIZURE).base()).isPositive();
    assertThat(policy.rules()).isNotEmpty();
  }

  @Test
  void versionsAPolicyByItsText() {
    assertThat(parse(TEXT).version()).hasSize(12).isEqualTo(parse(TEXT).version());
    assertThat(parse(TEXT + "# a remark\n").version()).isNotEqualTo(parse(TEXT).version());
  }

  @Test
  void readsThresholdsAsMicroUnits() {
    Policy.Levels levels =
        parse(
                TEXT.replaceFirst(
                    "up: .*", "up: {MODERATE: 1.5, SUBSTANTIAL: 3.5, SEVERE: 6.5, CRITICAL: 11}"))
            .levels();

    assertThat(levels.up(ThreatLevel.LOW)).isZero();
    assertThat(levels.up(ThreatLevel.MODERATE)).isEqualTo(1_500_000);
    assertThat(levels.reached(1_499_999)).isEqualTo(ThreatLevel.LOW);
    assertThat(levels.reached(1_500_000)).isEqualTo(ThreatLevel.MODERATE);
    assertThat(levels.reached(Long.MAX_VALUE)).isEqualTo(ThreatLevel.CRITICAL);
  }

  @Test
  void weighsNothingForATypeThatItDoesNotKnowAndLeavesPlacesAsTheyAre() {
    Policy.Weights weights = parse(TEXT).weights();

    assertThat(weights.type(EventType.OTHER).base()).isZero();
    assertThat(weights.placeKind(PlaceKind.RIVER)).isEqualTo(1.0);
  }

  @Test
  void reportsAnUnknownKey() {
    assertThat(problems("grid:", "gird:"))
        .contains(
            at(
                "grid:",
                "unknown key 'gird'; use one of format, name, grid, levels, weights, incidents, rules,"
                    + " independence, denials, confidence, coverage, bounds"))
        .anySatisfy(problem -> assertThat(problem).contains("key 'grid' is missing; add it"));
  }

  @Test
  void readsAPolicyThatSaysNothingOfGradingAsTheUsualOne() {
    assertThat(parse(TEXT).grading()).isEqualTo(Grading.USUAL);
    assertThat(TheatreLoader.shipped().policy().grading()).isEqualTo(Grading.USUAL);
  }

  @Test
  void reportsASectionOfGradingThatIsNotWhole() {
    assertThat(problemsOf(TEXT + "coverage: {window: P7D}\n"))
        .singleElement()
        .asString()
        .contains("key 'normal' is missing in coverage; add it");
    assertThat(problemsOf(TEXT + "independence: {nearIdentical: 40, oneVoice: 0}\n"))
        .hasSize(2)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("'40' bits tell no texts apart; write a number from 0 to 31"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("a bound of zero silences everybody; write a score above 0"));
    assertThat(problemsOf(TEXT + "denials: {NONE: 1, TARGET: 1.5, DOER: 0.5}\n"))
        .singleElement()
        .asString()
        .contains("'1.5' is not a share; write a number from 0 to 1");
  }

  @Test
  void reportsAMissingKey() {
    assertThat(problems("  planGrace:", "  # planGrace:"))
        .singleElement()
        .asString()
        .endsWith("key 'planGrace' is missing in weights; add it");
    assertThat(problems("    TALKS: ", "    # TALKS: "))
        .singleElement()
        .asString()
        .endsWith("key 'TALKS' is missing in weights.types; add it");
  }

  @Test
  void reportsAFileWithNothingInIt() {
    assertThat(problemsOf("")).isNotEmpty();
    assertThat(problemsOf("# nothing yet\n")).isNotEmpty();
    assertThat(problemsOf("[1, 2]")).isNotEmpty();
    assertThat(problemsOf("grid: [")).singleElement().asString().contains("not YAML");
  }

  @Test
  void reportsThresholdsOutOfOrder() {
    String up = line("up:");

    assertThat(
            problemsOf(
                TEXT.replace(up, "  up: {MODERATE: 3, SUBSTANTIAL: 3, SEVERE: 6.5, CRITICAL: 11}")))
        .containsExactly(at(up, "threshold of SUBSTANTIAL is not above the one before; raise it"));
  }

  @Test
  void reportsADownThresholdAboveItsUpThreshold() {
    String down = line("down:");

    assertThat(
            problemsOf(
                TEXT.replace(
                    down, "  down: {MODERATE: 1, SUBSTANTIAL: 2, SEVERE: 3, CRITICAL: 99}")))
        .containsExactly(
            at(down, "the down threshold of CRITICAL is above its up threshold; lower it"));
  }

  @Test
  void reportsADwellThatIsNoMultipleOfTheGrid() {
    String dwell = line("dwell:");

    assertThat(problemsOf(TEXT.replace(dwell, "  dwell: PT20M")))
        .containsExactly(at(dwell, "dwell PT20M is not a multiple of grid PT15M; round it"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"PT0.0001S", "PT0S", "-PT15M", "soon", "P999999999999D", "PT0.5S", "P400D"})
  void reportsAGridThatNoTimeCanLieOn(String grid) {
    assertThat(problemsOf(TEXT.replace(line("grid:"), "grid: " + grid)))
        .isNotEmpty()
        .first()
        .asString()
        .startsWith("policy.yaml:" + lineOf("grid:") + ": ")
        .contains(grid);
  }

  @Test
  void reportsADurationThatOutlastsEveryClock() {
    assertThat(problemsOf(TEXT.replace(line("expiry:"), "  expiry: P999999999999D")))
        .containsExactly(
            at(
                line("expiry:"),
                "duration 'P999999999999D' is longer than ten years; write it as PT15M, PT72H or"
                    + " P7D"));
  }

  @Test
  void reportsASectorOfARuleThatTheTheatreHasNot() {
    assertThat(problems("    within: PT72H", "    sectors: [XA-XB/WEAST]\n    within: PT72H"))
        .containsExactly(
            at(
                "    within: PT72H",
                "sector 'XA-XB/WEAST' of rule 'crossing-lost' is not in the theatre; use one of"
                    + " XA-XB/WEST, XA-XB/EAST"));
  }

  @Test
  void reportsAMistypedChoice() {
    assertThat(problems("    floor: SEVERE", "    floor: SEVER"))
        .singleElement()
        .asString()
        .startsWith(
            at("    floor: SEVERE", "'SEVER' is no ThreatLevel; use one of [LOW, MODERATE"));
    assertThat(problems("{types: [BORDER_SEIZURE]", "{types: [BORDER_SEISURE]"))
        .singleElement()
        .asString()
        .contains("'BORDER_SEISURE' is no EventType; use one of [");
    assertThat(problems("tolerances: {TALKS", "tolerances: {TALK"))
        .singleElement()
        .asString()
        .contains("'TALK' is no EventType");
  }

  @Test
  void reportsANegativeFactorAndAShareThatIsNone() {
    assertThat(problemsOf(TEXT.replace(line("disputed:"), "  disputed: -0.5")))
        .contains(at(line("disputed:"), "'-0.5' is negative; write zero or more"));
    assertThat(problemsOf(TEXT.replace(line("relief:"), "  relief: 1")))
        .containsExactly(
            at(line("relief:"), "'1' is not a share; write a number from 0 to below 1"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"1e400", "1e999999999", "-1e400", "a lot", "NaN"})
  void reportsANumberThatNobodyCanReckonWith(String number) {
    assertThat(problems("TALKS:                {base: -0.5,", "TALKS: {base: " + number + ","))
        .singleElement()
        .asString()
        .startsWith(at("    TALKS:", "'" + number + "' for weights.types.TALKS.base is "));
  }

  @Test
  void reportsARuleWithoutConditions() {
    String rule =
        "rules:\n  - {id: always, meaning: m, all: [], within: PT1H, floor: SEVERE, lasts: P1D}\n";

    assertThat(problemsOf(TEXT.substring(0, TEXT.indexOf("rules:")) + rule))
        .containsExactly(
            "policy.yaml:"
                + (lineOf("rules:") + 1)
                + ": rule 'always' has no condition; add one under all");
  }

  @Test
  void reportsEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                parse(
                    TEXT.replace(line("disputed:"), "  disputed: -0.5")
                        .replace("    floor: SEVERE", "    floor: SEVER")))
        .isInstanceOfSatisfying(
            InvalidTheatreException.class, e -> assertThat(e.problems()).hasSize(2));
  }

  /** The whole line of a key. */
  private static String line(String key) {
    return TEXT.lines()
        .filter(line -> line.strip().startsWith(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("policy.yaml has no " + key));
  }
}
