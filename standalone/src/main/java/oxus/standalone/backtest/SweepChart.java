package oxus.standalone.backtest;

import java.math.BigDecimal;
import java.util.List;
import oxus.standalone.backtest.Sweep.Curve;

/**
 * Draws what a sweep found as SVG: a panel for each figure, its values over those of the number,
 * and where the policy stands now.
 */
public final class SweepChart {
  private static final int WIDTH = 900;
  private static final int PANEL = 190;
  private static final int TOP = 50;
  private static final int LEFT = 70;
  private static final int RIGHT = 40;
  private static final int TALL = 110;
  private static final String LINE = "fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"";
  private static final String AXIS = "fill=\"none\" stroke=\"#8a949e\"";
  private static final String NOW = "fill=\"none\" stroke=\"#d55e00\" stroke-dasharray=\"4 3\"";

  private final Sweep sweep;
  private final Svg svg;

  private SweepChart(Sweep sweep) {
    this.sweep = sweep;
    this.svg =
        new Svg(
            WIDTH,
            TOP + PANEL * sweep.curves().size(),
            "Sweep of " + sweep.range().path(),
            "What a backtest finds as one number of the policy varies; the broken line is the policy's own value.");
  }

  /** The drawing. */
  public static String of(Sweep sweep) {
    return new SweepChart(sweep).drawn();
  }

  private String drawn() {
    svg.text(LEFT, 24, "start", 16, sweep.range().path() + ", now " + sweep.range().now());
    int top = TOP;
    for (Curve curve : sweep.curves()) {
      panel(curve, top);
      top += PANEL;
    }
    return svg.toString();
  }

  private void panel(Curve curve, int top) {
    List<BigDecimal> numbers =
        sweep.cards().stream().map(card -> curve.figure().apply(card).number()).toList();
    double least = numbers.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    double most = numbers.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    svg.open(curve.title());
    svg.text(LEFT, top + 14, "start", 13, curve.title());
    int floor = top + 26 + TALL;
    svg.stroke(LEFT, floor, WIDTH - RIGHT, floor, AXIS);
    svg.text(LEFT - 8, top + 30, "end", 11, shown(numbers, most));
    svg.text(LEFT - 8, floor, "end", 11, shown(numbers, least));
    now(top, floor);
    double beforeX = 0;
    double beforeY = 0;
    for (int place = 0; place < numbers.size(); place++) {
      double x = across(sweep.range().values().get(place));
      double share =
          most > least ? (numbers.get(place).doubleValue() - least) / (most - least) : 0.5;
      double y = floor - share * TALL;
      if (place > 0) {
        svg.stroke(beforeX, beforeY, x, y, LINE);
      }
      svg.rectangle(x - 3, y - 3, 6, 6, "#0072b2");
      label(place, x, floor);
      beforeX = x;
      beforeY = y;
    }
    svg.close();
  }

  /** Of many values some are named: their words must not run into one another. */
  private void label(int place, double x, int floor) {
    int every = Math.max(1, (sweep.cards().size() + 9) / 10);
    if (place % every == 0) {
      svg.text(x, floor + 16, "middle", 11, sweep.range().values().get(place));
    }
  }

  private void now(int top, int floor) {
    double place = sweep.range().place(sweep.range().now());
    if (place >= 0 && place <= 1) {
      double x = across(sweep.range().now());
      svg.stroke(x, top + 20, x, floor, NOW);
    }
  }

  private double across(String value) {
    return LEFT + 10 + sweep.range().place(value) * (WIDTH - RIGHT - LEFT - 20);
  }

  private static String shown(List<BigDecimal> numbers, double bound) {
    return numbers.stream()
        .filter(number -> number.doubleValue() == bound)
        .findFirst()
        .map(BigDecimal::toPlainString)
        .orElse("");
  }
}
