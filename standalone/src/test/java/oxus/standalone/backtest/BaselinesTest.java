package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.standalone.backtest.History.PANJ;
import static oxus.standalone.backtest.History.move;

import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.standalone.backtest.MilestoneScore.Answer;

class BaselinesTest {
  private static History june() {
    return new History()
        .report("2021-06-01T12:00:00Z", "TALKS", "CA")
        .report("2021-06-10T12:00:00Z", "TALKS", PANJ)
        .report("2021-06-12T12:00:00Z", "TALKS", "TJ-AF")
        .report("2021-06-30T12:00:00Z", "TALKS", "CA");
  }

  @Test
  void standsHighFromBeforeTheFirstReport() {
    Facts facts = june().facts();
    LevelRun run = new Baselines(facts).alwaysHigh();
    Milestone first = History.milestone("2021-06-01", "CA", "up");

    assertThat(run.histories()).hasSize(14);
    assertThat(new Backtest(facts, List.of(first)).score(run).milestones())
        .allSatisfy(score -> assertThat(score.inDay()).isEqualTo(Answer.NONE));
    assertThat(SectorDays.of(run, facts).from(CRITICAL)).isEqualTo(30 * 14);
  }

  /**
   * Six days of one sector at MODERATE: as many as those on which two reports are a week old at
   * most.
   */
  @Test
  void fitsItsThresholdsToTheDaysThatTheModelSpendsAtEachLevel() {
    LevelRun model =
        History.run(
            PANJ,
            move("2021-06-10T00:00:00Z", LOW, MODERATE),
            move("2021-06-16T00:00:00Z", MODERATE, LOW));

    LevelRun run = new Baselines(june().facts()).byCount(model);

    assertThat(run.about()).contains("MODERATE=2");
    assertThat(run.of(PANJ).moves())
        .containsExactly(
            move("2021-06-12T12:00:00Z", LOW, MODERATE),
            move("2021-06-17T12:00:00Z", MODERATE, LOW));
    assertThat(run.of("UZ-AF/TERMEZ").moves()).isEmpty();
  }

  @Test
  void risesInThresholdsThatDiffer() {
    LevelRun model = History.run(PANJ, move("2021-06-01T00:00:00Z", LOW, SEVERE));

    assertThat(new Baselines(june().facts()).byCount(model).about())
        .endsWith("{MODERATE=1, SUBSTANTIAL=2, SEVERE=3, CRITICAL=4}");
  }
}
