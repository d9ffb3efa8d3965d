package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.standalone.backtest.History.PANJ;
import static oxus.standalone.backtest.History.TERMEZ;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiseScoreTest {
  private static final String AT = "2021-06-22T12:00:00Z";

  private static Optional<String> because(String rise, Milestone milestone, History history) {
    return RiseScore.of(
            PANJ,
            History.move(rise, LOW, SEVERE),
            List.of(milestone),
            history.report("2021-05-01T00:00:00Z", "TALKS", "CA").facts())
        .because();
  }

  private static Optional<String> because(History history) {
    return because(AT, History.milestone("2021-09-01", TERMEZ, "up"), history);
  }

  @ParameterizedTest(name = "a rise at {0} is justified: {1}")
  @CsvSource({
    "2021-06-15T11:59:59Z, false",
    "2021-06-15T12:00:00Z, true",
    "2021-06-23T12:00:00Z, true",
    "2021-06-23T12:00:01Z, false",
  })
  void isJustifiedFromAWeekBeforeAMilestoneToADayAfter(String rise, boolean isJustified) {
    assertThat(because(rise, History.milestone(AT, PANJ, "up"), new History()).isPresent())
        .isEqualTo(isJustified);
  }

  @Test
  void isNotJustifiedByAMilestoneDownOrOfAnotherSector() {
    assertThat(because(AT, History.milestone(AT, PANJ, "down"), new History())).isEmpty();
    assertThat(because(AT, History.milestone(AT, TERMEZ, "up"), new History())).isEmpty();
  }

  @Test
  void isJustifiedByHarmThatHappensWithinAWeek() {
    assertThat(
            because(
                new History()
                    .report("2021-06-29T12:00:00Z", "ARMED_CLASH", "REPORTED", PANJ, "2021-06-23")))
        .hasValue("armed clash, r0");
    assertThat(
            because(
                new History()
                    .report("2021-06-29T12:00:01Z", "ARMED_CLASH", "REPORTED", PANJ, "2021-06-23")))
        .isEmpty();
  }

  @Test
  void isNotJustifiedByAnotherReportOfWhatRaisedIt() {
    assertThat(
            because(
                new History()
                    .report("2021-06-23T12:00:00Z", "ARMED_CLASH", "REPORTED", PANJ, "2021-06-22")))
        .isEmpty();
  }

  @Test
  void isNotJustifiedByWordsPlansDenialsOrHarmElsewhere() {
    String later = "2021-06-24T12:00:00Z";
    assertThat(
            because(
                new History()
                    .report(later, "HOSTILE_STATEMENT", PANJ)
                    .report(later, "DEPLOYMENT", PANJ)
                    .report(later, "ARMED_CLASH", "PLANNED", PANJ, "2021-06-24")
                    .report(later, "ARMED_CLASH", "DENIED", PANJ, "2021-06-24")
                    .report(later, "ARMED_CLASH", TERMEZ)
                    .report(later, "ARMED_CLASH", "TJ-AF")))
        .isEmpty();
  }
}
