package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.contribution;

import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;

class BarsTest {
  final Contribution raises = contribution(EventType.ARMED_CLASH, 3_000_000).build();
  final Contribution lowers = contribution(EventType.TALKS, -1_000_000).build();

  @Test
  void drawsRaisingToTheRightOfZeroAndLoweringToTheLeft() {
    Bars bars = Bars.of(List.of(raises, lowers));

    assertThat(bars.zero()).isEqualTo("25.0");
    assertThat(bars.left(raises)).isEqualTo("25.0");
    assertThat(bars.width(raises)).isEqualTo("75.0");
    assertThat(bars.left(lowers)).isEqualTo("0.0");
    assertThat(bars.width(lowers)).isEqualTo("25.0");
  }

  @Test
  void drawsNothingForWeightsOfZero() {
    Contribution none = contribution(EventType.EXERCISE, 0).build();

    assertThat(Bars.of(List.of(none)).width(none)).isEqualTo("0.0");
  }
}
