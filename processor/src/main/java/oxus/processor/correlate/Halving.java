package oxus.processor.correlate;

/**
 * Halves a weight every half-life and rounds it. The answer is that of {@link StrictMath} to the
 * last unit; it is asked only where an estimate lies so close to the middle between two units that
 * rounding might tell the two apart.
 */
final class Halving {
  private static final int STEPS = 1 << 10;

  /** 2^(-step / STEPS). */
  private static final double[] PARTS = parts();

  private static final double LN_2 = StrictMath.log(2);

  /** The binary logarithm of 1 + step / STEPS. */
  private static final double[] LOGARITHMS = logarithms();

  /** Far more than the relative error of the estimate and of StrictMath together. */
  private static final double DOUBT = 1e-12;

  /** Beyond so many halvings the estimate would leave the normal numbers. */
  private static final double MOST = 1000;

  private Halving() {}

  /** {@code weight} × 2^(-elapsed / halfLife), rounded. */
  static long of(long weight, long elapsed, long halfLife) {
    double halves = (double) elapsed / halfLife;
    if (halves >= MOST) {
      return exactly(weight, halves);
    }
    double estimate = weight * power(halves);
    // rounding to whole numbers is exact in Math too, and much faster there
    double whole = Math.floor(estimate);
    double part = estimate - whole;
    if (Math.abs(part - 0.5) > DOUBT * (1 + Math.abs(estimate))) {
      return (long) whole + (part > 0.5 ? 1 : 0);
    }
    return exactly(weight, halves);
  }

  /**
   * How many halvings at least bring a weight down to a part of it: less than a millionth too few,
   * never too many.
   *
   * @param ratio weight by part; not positive or less than one: none is needed
   */
  static double least(double ratio) {
    if (!(ratio > 1)) {
      return 0;
    }
    double scaled = (ratio / Math.scalb(1.0, Math.getExponent(ratio)) - 1) * STEPS;
    int step = (int) scaled;
    // the chord of a curve that bends down lies below it
    double between = (LOGARITHMS[step + 1] - LOGARITHMS[step]) * (scaled - step);
    return Math.max(0, Math.getExponent(ratio) + LOGARITHMS[step] + between - DOUBT);
  }

  static long exactly(long weight, double halves) {
    return Math.round(weight * StrictMath.pow(2, -halves));
  }

  /** 2^-halves: whole halvings by the exponent, steps by the table, the rest by its series. */
  private static double power(double halves) {
    int steps = (int) (halves * STEPS);
    double rest = LN_2 * ((double) steps / STEPS - halves);
    double series = 1 + rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24))));
    long exponent = 1023L - steps / STEPS;
    return Double.longBitsToDouble(exponent << 52) * PARTS[steps % STEPS] * series;
  }

  private static double[] logarithms() {
    double[] logarithms = new double[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      logarithms[step] = StrictMath.log(1 + (double) step / STEPS) / LN_2;
    }
    return logarithms;
  }

  private static double[] parts() {
    double[] parts = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      parts[step] = StrictMath.pow(2, -(double) step / STEPS);
    }
    return parts;
  }
}
