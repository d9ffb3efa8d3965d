package oxus.theatre;

import java.math.BigDecimal;
import java.time.Duration;

/** Reads a policy's numbers and durations, each within the bounds that give it sense. */
final class Quantities {
  private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

  private Quantities() {}

  static double factor(Yaml yaml) {
    double factor = yaml.number().doubleValue();
    if (factor < 0) {
      yaml.problem("'" + yaml.text() + "' is negative", "write zero or more");
    }
    return factor;
  }

  static double fraction(Yaml yaml) {
    double fraction = factor(yaml);
    if (fraction >= 1) {
      yaml.problem("'" + yaml.text() + "' is not a share", "write a number from 0 to below 1");
    }
    return fraction;
  }

  static int count(Yaml yaml) {
    int count = yaml.number().intValue();
    if (count < 1 && yaml.isThere()) {
      yaml.problem("'" + yaml.text() + "' is no count", "write a whole number from 1");
    }
    return count;
  }

  /** A whole number within bounds that are both included. */
  static int whole(Yaml yaml, int least, int most) {
    BigDecimal number = yaml.number();
    boolean isWhole = number.stripTrailingZeros().scale() <= 0;
    int whole = number.intValue();
    if (yaml.isThere() && (!isWhole || whole < least || whole > most)) {
      yaml.problem(
          "'" + yaml.text() + "' is no whole number from " + least + " to " + most, "write one");
      return least;
    }
    return whole;
  }

  static Duration positive(Yaml yaml) {
    Duration duration = yaml.duration();
    if (yaml.isThere() && (duration.isNegative() || duration.isZero())) {
      yaml.problem(
          "duration '" + yaml.text() + "' is not above zero", "write it as PT15M, PT72H or P7D");
    }
    return duration;
  }

  static long micro(Yaml yaml) {
    return yaml.number().multiply(MICRO).longValue();
  }
}
