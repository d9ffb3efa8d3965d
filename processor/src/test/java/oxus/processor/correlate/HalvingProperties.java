package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to halve a weight gives what the slow one does. */
class HalvingProperties {
  private static final long DAY = 86_400_000;

  @Property(tries = 100_000, seed = "20210622")
  void halvesAsStrictMathDoes(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long weight,
      @ForAll @LongRange(min = 0, max = 2_000 * DAY) long elapsed,
      @ForAll @LongRange(min = DAY, max = 30 * DAY) long halfLife) {
    assertThat(Halving.of(weight, elapsed, halfLife))
        .isEqualTo(Halving.exactly(weight, (double) elapsed / halfLife));
  }

  @Property(tries = 20_000, seed = "20210622")
  void halvesExactlyWhereHalfAUnitIsLeft(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long weight,
      @ForAll @LongRange(min = 0, max = 40) long halvings) {
    assertThat(Halving.of(weight, halvings * DAY, DAY))
        .isEqualTo(Halving.exactly(weight, (double) halvings));
  }

  @Property(tries = 100_000, seed = "20210622")
  void saysHowManyHalvingsAreNeededAtLeast(
      @ForAll @DoubleRange(min = 1, max = 1_000_000_000_000.0) double ratio) {
    double needed = StrictMath.log(ratio) / StrictMath.log(2);

    assertThat(Halving.least(ratio)).isBetween(Math.max(0, needed - 1e-6), needed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 0, -3, Double.NaN})
  void needsNoHalvingWhereAWeightIsNoMore(double ratio) {
    assertThat(Halving.least(ratio)).isZero();
  }
}
