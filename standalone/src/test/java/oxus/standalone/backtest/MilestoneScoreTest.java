package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;
import static oxus.standalone.backtest.History.PANJ;
import static oxus.standalone.backtest.History.move;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.standalone.backtest.MilestoneScore.Answer;

class MilestoneScoreTest {
  private static final Milestone UP = History.milestone("2021-06-22T12:00:00Z", PANJ, "up");
  private static final Milestone DOWN = History.milestone("2021-06-22T12:00:00Z", PANJ, "down");

  private static MilestoneScore score(Milestone milestone, Move... moves) {
    return MilestoneScore.of(milestone, History.run(PANJ, moves).of(PANJ));
  }

  @ParameterizedTest(name = "a rise at {0}: {1} within 24 h, {2} within 48 h")
  @CsvSource({
    "2021-06-22T11:59:59Z, WRONG, WRONG",
    "2021-06-22T12:00:00Z, RIGHT, RIGHT",
    "2021-06-23T12:00:00Z, RIGHT, RIGHT",
    "2021-06-23T12:00:01Z, WRONG, RIGHT",
    "2021-06-24T12:00:00Z, WRONG, RIGHT",
    "2021-06-24T12:00:01Z, WRONG, WRONG",
  })
  void answersFromKnowledgeToADayLater(String at, Answer inDay, Answer inTwoDays) {
    MilestoneScore score = score(UP, move(at, LOW, SEVERE));

    assertThat(score.inDay()).isEqualTo(inDay);
    assertThat(score.inTwoDays()).isEqualTo(inTwoDays);
  }

  @Test
  void countsFromTheStartOfADayToADayAfterItsEnd() {
    Milestone day = History.milestone("2021-06-22", PANJ, "up");

    assertThat(score(day, move("2021-06-21T23:59:59Z", LOW, SEVERE)).inDay())
        .isEqualTo(Answer.WRONG);
    assertThat(score(day, move("2021-06-22T00:00:00Z", LOW, SEVERE)).inDay())
        .isEqualTo(Answer.RIGHT);
    assertThat(score(day, move("2021-06-23T23:59:59Z", LOW, SEVERE)).inDay())
        .isEqualTo(Answer.RIGHT);
    assertThat(score(day, move("2021-06-24T00:00:00Z", LOW, SEVERE)).inDay())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void doesNotCountWhereTheLevelStoodAtTheTopAllTheWhile() {
    assertThat(score(UP, move("2021-06-01T00:00:00Z", LOW, CRITICAL)).inDay())
        .isEqualTo(Answer.NONE);
    assertThat(score(UP, move("2021-06-01T00:00:00Z", LOW, SEVERE)).inDay())
        .isEqualTo(Answer.WRONG);
    assertThat(
            score(
                    UP,
                    move("2021-06-01T00:00:00Z", LOW, CRITICAL),
                    move("2021-06-23T11:00:00Z", CRITICAL, SEVERE))
                .inDay())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void leavesWhatStoodAtSevereOutOfTheMilderReadingOnly() {
    assertThat(score(UP, move("2021-06-01T00:00:00Z", LOW, SEVERE)).isAtSevere()).isTrue();
    assertThat(score(UP, move("2021-06-01T00:00:00Z", LOW, SUBSTANTIAL)).isAtSevere()).isFalse();
    assertThat(
            score(
                    UP,
                    move("2021-06-01T00:00:00Z", LOW, SEVERE),
                    move("2021-06-22T13:00:00Z", SEVERE, CRITICAL))
                .isAtSevere())
        .isFalse();
  }

  @Test
  void countsAFallForAMilestoneDown() {
    Move rise = move("2021-06-01T00:00:00Z", LOW, SEVERE);

    assertThat(score(DOWN, rise, move("2021-06-23T12:00:00Z", SEVERE, SUBSTANTIAL)).inDay())
        .isEqualTo(Answer.RIGHT);
    assertThat(score(DOWN, rise).inDay()).isEqualTo(Answer.WRONG);
    assertThat(score(DOWN).inDay()).isEqualTo(Answer.NONE);
    assertThat(score(DOWN, move("2021-06-22T13:00:00Z", LOW, MODERATE)).inDay())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void tellsTheLevelsAroundIt() {
    MilestoneScore score =
        score(
            UP,
            move("2021-06-22T12:00:00Z", LOW, SUBSTANTIAL),
            move("2021-06-23T12:00:00Z", SUBSTANTIAL, SEVERE));

    assertThat(score.before()).isEqualTo(LOW);
    assertThat(score.after()).isEqualTo(SEVERE);
    assertThat(score.standsHigh()).isTrue();
  }

  @Test
  void leadsByTheFirstRiseOfTheWeekBefore() {
    assertThat(
            score(
                    UP,
                    move("2021-06-15T11:59:59Z", LOW, MODERATE),
                    move("2021-06-20T12:00:00Z", MODERATE, SUBSTANTIAL),
                    move("2021-06-22T13:00:00Z", SUBSTANTIAL, SEVERE))
                .lead())
        .hasValue(Duration.ofDays(2));
    assertThat(score(UP, move("2021-06-23T12:00:00Z", LOW, SEVERE)).lead())
        .hasValue(Duration.ofDays(-1));
    assertThat(score(UP).lead()).isEmpty();
    assertThat(score(DOWN, move("2021-06-22T13:00:00Z", LOW, MODERATE)).lead()).isEmpty();
  }
}
