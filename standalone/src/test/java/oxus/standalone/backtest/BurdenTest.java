package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;
import static oxus.standalone.backtest.History.PANJ;
import static oxus.standalone.backtest.History.TERMEZ;
import static oxus.standalone.backtest.History.move;

import java.util.List;
import org.junit.jupiter.api.Test;

class BurdenTest {
  private static final History CALM = new History().report("2021-05-01T00:00:00Z", "TALKS", "CA");

  private static Burden burden(History history, Move... moves) {
    return Burden.of(History.run(PANJ, moves), history.facts());
  }

  @Test
  void countsTheChangesOfAnySevenDaysAndAnyHour() {
    Burden burden =
        burden(
            CALM,
            move("2021-06-01T00:00:00Z", LOW, MODERATE),
            move("2021-06-01T00:59:59Z", MODERATE, SUBSTANTIAL),
            move("2021-06-01T01:00:00Z", SUBSTANTIAL, SEVERE),
            move("2021-06-08T00:00:00Z", SEVERE, SUBSTANTIAL));

    assertThat(burden).isEqualTo(new Burden(4, 3, 2, 0));
  }

  @Test
  void countsTheWorstHourOverAllSectorsAndTheWorstWeekWithinOne() {
    Move rise = move("2021-06-01T00:00:00Z", LOW, MODERATE);
    LevelRun run =
        new LevelRun(
            "run",
            "",
            List.of(
                new LevelHistory(PANJ, List.of(rise)), new LevelHistory(TERMEZ, List.of(rise))));

    assertThat(Burden.of(run, CALM.facts())).isEqualTo(new Burden(2, 1, 2, 0));
  }

  @Test
  void callsAWayThereAndBackWithinSixHoursWithoutNewsChatter() {
    Move there = move("2021-06-01T00:00:00Z", LOW, MODERATE);

    assertThat(burden(CALM, there, move("2021-06-01T06:00:00Z", MODERATE, LOW)).chatter())
        .isEqualTo(1);
    assertThat(burden(CALM, there, move("2021-06-01T06:00:01Z", MODERATE, LOW)).chatter()).isZero();
    assertThat(burden(CALM, there, move("2021-06-01T05:00:00Z", MODERATE, SEVERE)).chatter())
        .isZero();
  }

  @Test
  void callsItNoChatterWhenAReportCameBetween() {
    Move there = move("2021-06-01T00:00:00Z", LOW, MODERATE);
    Move back = move("2021-06-01T05:00:00Z", MODERATE, LOW);

    assertThat(burden(told("2021-06-01T05:00:00Z", PANJ), there, back).chatter()).isZero();
    assertThat(burden(told("2021-06-01T00:00:00Z", PANJ), there, back).chatter()).isEqualTo(1);
    assertThat(burden(told("2021-06-01T03:00:00Z", "PK-AF/TORKHAM"), there, back).chatter())
        .isEqualTo(1);
  }

  private static History told(String at, String scope) {
    return new History().report(at, "RECAPTURE", scope);
  }
}
