package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.processor.SmallTheatre;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;

/** The policy of these tests lets good news hide half of the bad. */
class RuleFactorTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");
  private static final long ONE = 1_000_000;

  /** Ten that raise, two that lower, eight in all; one of the ten cannot be judged. */
  private static final Score SCORE =
      new Score(
          () -> List.of(share("a", 7), share("b", 3), share("c", -2)),
          8 * ONE,
          7 * ONE,
          10 * ONE,
          9 * ONE,
          2 * ONE,
          Remembered.NEVER,
          Remembered.NEVER);

  private static Share share(String id, long weight) {
    RuleCheck rules = new RuleCheck(SmallTheatre.policy());
    return new Share(Remembered.of(Happened.incident(id).value(), rules), weight * ONE);
  }

  private static Score multiplied(double... factors) {
    List<RuleHeld> rules =
        Arrays.stream(factors)
            .mapToObj(
                factor ->
                    new RuleHeld(
                        "r",
                        "m",
                        ThreatLevel.LOW,
                        NOON,
                        List.of(),
                        Math.round(factor * ONE),
                        List.of()))
            .toList();
    return new RuleFactor(SmallTheatre.policy()).of(SCORE, rules);
  }

  @ParameterizedTest(name = "{0} times 8 is {1}, judged {2}")
  @CsvSource({"1, 8, 7", "1.5, 12, 10.5", "0.75, 6, 5.25", "0.5, 5, 4.5"})
  void multipliesTheScoreAndHidesNoMoreThanTheRelief(double factor, double total, double judged) {
    Score score = multiplied(factor);

    assertThat(score.total()).isEqualTo(Math.round(total * ONE));
    assertThat(score.judged()).isEqualTo(Math.round(judged * ONE));
    assertThat(score.shares().stream().mapToLong(Share::weight).sum()).isEqualTo(score.total());
  }

  @Test
  void countsTheStrongestOfThoseThatRaiseAndOfThoseThatLower() {
    assertThat(multiplied(1.5, 1.25).total()).isEqualTo(12 * ONE);
    assertThat(multiplied(0.75, 0.9).total()).isEqualTo(6 * ONE);
    assertThat(multiplied(1.5, 0.75).total()).isEqualTo(9 * ONE);
  }

  @Test
  void sharesOutWhatItAddsInProportion() {
    assertThat(multiplied(1.5).shares())
        .extracting(Share::weight)
        .containsExactly(10_500_000L, 4_500_000L, -3_000_000L);
  }

  @Test
  void leavesTheScoreAsItIsWhereNoRuleHolds() {
    assertThat(multiplied()).isEqualTo(SCORE);
  }
}
