package oxus.alerts.console;

import java.util.List;
import oxus.schemas.Contribution;

/**
 * The scale that the bars of one table share: 100 units from the most lowering to the most raising
 * weight, with zero between them.
 */
record Bars(long least, long greatest) {

  static Bars of(List<Contribution> contributions) {
    long least = contributions.stream().mapToLong(Contribution::getWeight).min().orElse(0);
    long greatest = contributions.stream().mapToLong(Contribution::getWeight).max().orElse(0);
    return new Bars(Math.min(0, least), Math.max(0, greatest));
  }

  String zero() {
    return Projection.number(position(0));
  }

  String left(Contribution contribution) {
    return Projection.number(position(Math.min(0, contribution.getWeight())));
  }

  String width(Contribution contribution) {
    double from = position(Math.min(0, contribution.getWeight()));
    return Projection.number(position(Math.max(0, contribution.getWeight())) - from);
  }

  private double position(long weight) {
    return greatest == least ? 0 : 100.0 * (weight - least) / (greatest - least);
  }
}
