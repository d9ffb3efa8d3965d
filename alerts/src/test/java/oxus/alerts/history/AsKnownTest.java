package oxus.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;

class AsKnownTest {
  static final String NORTH = "XA-XB/NORTH";

  final RememberedArchive archive = new RememberedArchive();

  AsKnownTest() {
    archive.add(3, Examples.changed(NORTH, 1, LOW, MODERATE).setAt(NOON).build());
    archive.add(
        7, Examples.changed(NORTH, 2, MODERATE, SEVERE).setAt(NOON.plusSeconds(60)).build());
    archive.add(Examples.assessed(NORTH, 1, 2_000_000).setAt(NOON).build());
    archive.add(Examples.assessed(NORTH, 2, 7_000_000).setAt(NOON.plusSeconds(60)).build());
  }

  @Test
  void isAtTheLowestLevelBeforeAnythingWasKnown() {
    AsKnown known = at(NOON.minusMillis(1));

    assertThat(known.level()).isEqualTo(LOW);
    assertThat(known.lastChange()).isEmpty();
    assertThat(known.assessment()).isEmpty();
  }

  @Test
  void holdsNothingThatCameLater() {
    AsKnown known = at(NOON.plusSeconds(59));

    assertThat(known.level()).isEqualTo(MODERATE);
    assertThat(known.lastChange().orElseThrow().offset()).isEqualTo(3);
    assertThat(known.assessment().orElseThrow().getScore()).isEqualTo(2_000_000);
  }

  @Test
  void holdsWhatCameAtTheVeryMoment() {
    assertThat(at(NOON.plusSeconds(60)).level()).isEqualTo(SEVERE);
  }

  private AsKnown at(Instant moment) {
    return AsKnown.of(archive, NORTH, moment);
  }
}
