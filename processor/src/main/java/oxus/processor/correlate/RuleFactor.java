package oxus.processor.correlate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.RuleHeld;
import oxus.theatre.Effect;
import oxus.theatre.Policy;

/**
 * Multiplies a score by what the rules that hold say: of those that raise the strongest counts, of
 * those that lower the strongest too, so that an analyst can follow it. What lowers is lowering
 * evidence like any other: all of it together never hides more than the policy's relief.
 */
record RuleFactor(Policy policy) {

  Score of(Score score, List<RuleHeld> rules) {
    long factor = factor(rules);
    if (factor == Effect.ONE || score.total() == 0) {
      return score;
    }
    long total = bounded(score.total(), score.raising(), factor);
    return new Score(
        () -> shares(score, total),
        total,
        bounded(score.judged(), score.judgedRaising(), factor),
        raising(score.raising(), factor),
        raising(score.judgedRaising(), factor),
        lowering(score, factor),
        score.fastest(),
        score.lifts());
  }

  private static long factor(List<RuleHeld> rules) {
    long raising = Effect.ONE;
    long lowering = Effect.ONE;
    for (RuleHeld rule : rules) {
      raising = Math.max(raising, rule.getFactor());
      lowering = Math.min(lowering, rule.getFactor());
    }
    return times(raising, lowering);
  }

  private long bounded(long score, long raising, long factor) {
    long relief = Score.relief(raising, policy);
    long multiplied = times(score, factor);
    return factor > Effect.ONE ? multiplied : Math.max(multiplied, raising - relief);
  }

  /** What raises fades as fast as before; what a factor below one takes away counts as lowering. */
  private static long raising(long raising, long factor) {
    return factor > Effect.ONE ? times(raising, factor) : raising;
  }

  /** Rounded up: a deadline may come too early, never too late. */
  private static long lowering(Score score, long factor) {
    long lowering = times(score.lowering(), factor) + 1;
    return factor > Effect.ONE
        ? lowering
        : lowering + score.raising() - times(score.raising(), factor);
  }

  /** In proportion, so that they sum to the total; the heaviest takes what rounding left. */
  private static List<Share> shares(Score score, long total) {
    List<Share> plain = score.shares();
    List<Share> shares = new ArrayList<>(plain.size());
    int heaviest = 0;
    long left = total;
    for (Share share : plain) {
      long weight =
          BigInteger.valueOf(share.weight())
              .multiply(BigInteger.valueOf(total))
              .divide(BigInteger.valueOf(score.total()))
              .longValueExact();
      left -= weight;
      shares.add(new Share(share.of(), weight));
      if (isHeavier(share, plain.get(heaviest))) {
        heaviest = shares.size() - 1;
      }
    }
    Share most = shares.get(heaviest);
    shares.set(heaviest, new Share(most.of(), most.weight() + left));
    return shares;
  }

  private static boolean isHeavier(Share one, Share other) {
    long difference = Math.abs(one.weight()) - Math.abs(other.weight());
    boolean isFirst = one.incident().getId().compareTo(other.incident().getId()) < 0;
    return difference > 0 || (difference == 0 && isFirst);
  }

  /** Both in micro-units. */
  private static long times(long one, long other) {
    return Math.floorDiv(Math.multiplyExact(one, other), Effect.ONE);
  }
}
