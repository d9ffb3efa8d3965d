package oxus.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import oxus.alerts.history.TimeIndex.Stretch;

class TimeIndexTest {
  static final String NORTH = "XA-XB/NORTH";
  static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  final TimeIndex index = new TimeIndex(4);

  @Test
  void knowsNothingBeforeTheFirstRecord() {
    index.note(NORTH, NOON, 2, 10);

    assertThat(index.at(NORTH, NOON.minusMillis(1))).isEmpty();
    assertThat(index.at("XA-XB/SOUTH", NOON)).isEmpty();
  }

  @Test
  void findsARecordFromItsOwnMomentOn() {
    index.note(NORTH, NOON, 2, 10);
    index.note(NORTH, NOON.plusSeconds(60), 2, 14);

    assertThat(index.at(NORTH, NOON)).contains(new Stretch(2, 10, 13));
    assertThat(index.at(NORTH, NOON.plusSeconds(60))).contains(new Stretch(2, 14, 14));
  }

  @Test
  void takesTheLatestOfThoseKnownAtOneMoment() {
    index.note(NORTH, NOON, 2, 10);
    index.note(NORTH, NOON, 2, 11);

    assertThat(index.at(NORTH, NOON)).contains(new Stretch(2, 11, 11));
  }

  @Test
  void ignoresARepeat() {
    index.note(NORTH, NOON, 2, 10);
    index.note(NORTH, NOON, 2, 10);
    index.note(NORTH, NOON.plusSeconds(60), 2, 14);

    assertThat(index.at(NORTH, NOON)).contains(new Stretch(2, 10, 13));
  }
}
