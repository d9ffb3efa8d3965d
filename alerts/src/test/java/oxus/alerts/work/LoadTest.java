package oxus.alerts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.schemas.ChangeReason;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

class LoadTest {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String NORTH = "XA-XB/NORTH";

  final Work work = new Work();

  @Test
  void isNothingBeforeAnythingHappens() {
    Load load = Load.of(List.of(), work, NOON);

    assertThat(load.lastDay()).isZero();
    assertThat(load.mostInTenMinutes()).isZero();
    assertThat(load.medianToAcknowledge()).isEmpty();
  }

  @Test
  void countsTheBusiestTenMinutesWhereverTheyLie() {
    List<ThreatLevelChange> changes =
        List.of(
            rise("A", 1, Duration.ofMinutes(65)),
            rise("B", 1, Duration.ofMinutes(61)),
            rise("C", 1, Duration.ofMinutes(56)),
            rise("D", 1, Duration.ofMinutes(55)),
            rise("E", 1, Duration.ofHours(24)));

    Load load = Load.of(changes, work, NOON);

    assertThat(load.mostInTenMinutes()).isEqualTo(3);
    assertThat(load.lastHour()).isEqualTo(2);
    assertThat(load.lastDay()).isEqualTo(4);
    assertThat(load.open()).isEqualTo(5);
    assertThat(load.unacknowledged()).contains(changes.get(0).getChangeId());
  }

  @Test
  void callsATurnWithoutNewEvidenceChatterWithinSixHours() {
    ThreatLevelChange fall = fall(Duration.ofHours(1));

    assertThat(Load.of(List.of(rise(NORTH, 1, Duration.ofHours(6)), fall), work, NOON).chattering())
        .containsExactly(fall.getChangeId());
    assertThat(Load.of(List.of(rise(NORTH, 1, Duration.ofHours(7)), fall), work, NOON).chattering())
        .isEmpty();
  }

  @Test
  void callsAnAcknowledgedLevelStaleOnceItHasStoodForADay() {
    ThreatLevelChange rise = rise(NORTH, 1, Duration.ofHours(30));
    acknowledge(rise, NOON.minus(Duration.ofHours(29)));

    Load load = Load.of(List.of(rise), work, NOON);

    assertThat(load.stale()).containsExactly(rise.getChangeId());
    assertThat(load.medianToAcknowledge()).contains(Duration.ofHours(1));
    assertThat(Load.of(List.of(rise), work, NOON.minus(Duration.ofHours(5))).stale()).isEmpty();
    assertThat(Load.of(List.of(rise, fall(Duration.ofHours(1))), work, NOON).stale()).isEmpty();
  }

  private void acknowledge(ThreatLevelChange change, Instant at) {
    Order order = new Order.Acknowledge(change.getChangeId(), change.getSector());
    Verdict verdict = work.decide(new Request("r", "anna", "operator", at, at, "", order));
    OperatorAction action = ((Verdict.Accepted) verdict).action();
    work.apply(action);
  }

  private static ThreatLevelChange rise(String sector, long sequence, Duration ago) {
    return changed(sector, sequence, LOW, SEVERE, ago).build();
  }

  private static ThreatLevelChange fall(Duration ago) {
    return changed(NORTH, 2, SEVERE, LOW, ago).setReason(ChangeReason.SCORE_FELL).build();
  }

  private static ThreatLevelChange.Builder changed(
      String sector, long sequence, ThreatLevel from, ThreatLevel to, Duration ago) {
    return Examples.changed(sector, sequence, from, to).setAt(NOON.minus(ago));
  }
}
