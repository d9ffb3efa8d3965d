package oxus.processor.correlate;

import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * How long a score surely stays on its side of the thresholds, if nothing but time passes: too
 * early perhaps, never too late.
 *
 * @param time from when on, epoch milliseconds
 * @param rounding micro-units by which the rounding of weights may shift a sum
 */
record Decay(Policy policy, long time, long rounding) {

  /**
   * A time before which neither score can fall below the threshold of the level that it supports:
   * raising evidence falls no faster than the shortest half-life among it, bounded or not, and what
   * lowers only fades, within its bound.
   */
  long falls(Score score) {
    if (score.fastest() == Remembered.NEVER) {
      return Remembered.NEVER;
    }
    return Math.min(
        fallsTo(score, score.total(), score.raising()),
        fallsTo(score, score.judged(), score.judgedRaising()));
  }

  private long fallsTo(Score score, long sum, long raising) {
    ThreatLevel level = policy.levels().supported(sum);
    if (level == ThreatLevel.LOW) {
      return Remembered.NEVER;
    }
    long threshold = policy.levels().down(level);
    double least =
        Math.min(
            threshold + (double) score.lowering(), threshold / (1 - policy.weights().relief()));
    return time
        + (long) (Halving.least((raising - rounding) / (least + rounding)) * score.fastest());
  }

  /**
   * A time before which the score cannot rise to a threshold below which it is: what raises never
   * rises by itself, and what lowers falls no faster than the shortest half-life among it.
   */
  long rises(Appraisal appraisal, long threshold) {
    Score score = appraisal.score();
    if (score.raising() + rounding < threshold) {
      return Remembered.NEVER;
    }
    long bounded = score.raising() - Score.relief(score.raising(), policy);
    if (!appraisal.rules().isEmpty() || bounded + rounding >= threshold) {
      return time;
    }
    double needed = score.raising() - threshold + 2.0 * rounding + 1;
    return time + (long) (Halving.least((score.lowering() - rounding) / needed) * score.lifts());
  }
}
