package oxus.standalone.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** So many of so many. */
record Share(long part, long whole) {

  /** In per cent with one decimal; none of none is nought. */
  BigDecimal percent() {
    return whole == 0
        ? BigDecimal.ZERO.setScale(1)
        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /** Whether it is at least so many per cent; exact, not of the rounded figure. */
  boolean isAtLeast(int percent) {
    return whole > 0 && 100 * part >= percent * whole;
  }

  boolean isAtMost(int percent) {
    return 100 * part <= percent * whole;
  }

  @Override
  public String toString() {
    return whole == 0 ? "none" : percent() + " % (" + part + "/" + whole + ")";
  }
}
