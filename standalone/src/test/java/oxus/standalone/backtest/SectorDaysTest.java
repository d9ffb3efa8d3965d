package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.standalone.backtest.History.PANJ;
import static oxus.standalone.backtest.History.move;

import org.junit.jupiter.api.Test;

class SectorDaysTest {
  private static final int SECTORS = 14;

  private static SectorDays days(History history, Move... moves) {
    return SectorDays.of(History.run(PANJ, moves), history.facts());
  }

  private static History june() {
    return new History()
        .report("2021-06-01T12:00:00Z", "TALKS", "CA")
        .report("2021-06-30T12:00:00Z", "TALKS", "CA");
  }

  @Test
  void countsADayByItsHighestLevelHoweverShort() {
    SectorDays days =
        days(
            june(),
            move("2021-06-10T23:59:59Z", LOW, SEVERE),
            move("2021-06-12T00:00:00Z", SEVERE, LOW),
            move("2021-06-13T08:00:00Z", LOW, MODERATE),
            move("2021-06-13T09:00:00Z", MODERATE, CRITICAL),
            move("2021-06-13T10:00:00Z", CRITICAL, LOW));

    assertThat(days.all()).isEqualTo(30 * SECTORS);
    assertThat(days.at()).containsEntry(SEVERE, 2).containsEntry(CRITICAL, 1);
    assertThat(days.at()).containsEntry(MODERATE, 0).containsEntry(LOW, 30 * SECTORS - 3);
    assertThat(days.from(SEVERE)).isEqualTo(3);
  }

  @Test
  void callsADayQuietWhenNothingRaisedForTwoWeeksBeforeIt() {
    History history = june().report("2021-06-03T12:00:00Z", "ARMED_CLASH", PANJ);
    Move rise = move("2021-06-03T12:00:00Z", LOW, SEVERE);

    assertThat(days(history, rise).quiet()).isEqualTo(30 * SECTORS - 15);
    // 18 to 30 June
    assertThat(days(history, rise).quietSevere()).isEqualTo(13);
  }

  @Test
  void takesNeitherDenialsNorWhatCalmsNorNewsFromElsewhereForRaising() {
    History history =
        june()
            .report("2021-06-03T12:00:00Z", "ARMED_CLASH", "DENIED", PANJ, "2021-06-03")
            .report("2021-06-03T12:00:00Z", "RECAPTURE", PANJ)
            .report("2021-06-03T12:00:00Z", "HOSTILE_STATEMENT", "CA");

    assertThat(days(history).quiet()).isEqualTo(30 * SECTORS);
  }

  @Test
  void takesWhatBearsOnTheWholeBorderForRaisingInEachOfItsSectors() {
    assertThat(days(june().report("2021-06-16T12:00:00Z", "MOBILISATION", "TJ-AF")).quiet())
        .isEqualTo(30 * SECTORS - 5 * 15);
  }
}
