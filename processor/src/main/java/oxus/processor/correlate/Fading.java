package oxus.processor.correlate;

import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * How an incident fades from memory: when its weight falls below the policy's bound, or, where it
 * weighs nothing, when the policy's expiry is over. Sources that cannot be judged keep nothing
 * alive that others report, nor make it forgotten, so this is asked of an incident without theirs.
 *
 * @param least the weight below which it is forgotten; not negative
 * @param until about when that is: too early by the rounding of weights, never too late
 */
record Fading(long strength, long ends, long halfLife, long expires, long least, long until) {
  /** More than the rounding of weights can shift the moment at which an incident is forgotten. */
  private static final long ROUNDING = 60_000;

  static Fading of(Incident judged, Weighing weighing) {
    Policy policy = weighing.policy();
    long ends = Weighing.endOf(judged.getOccurredTo()).toEpochMilli();
    long halfLife = weighing.halfLife(judged).toMillis();
    long least = policy.incidents().forgottenBelow();
    long until = ends + policy.levels().expiry().toMillis();
    if (judged.getStrength() != 0) {
      double weight = Math.abs(judged.getStrength());
      until = ends + (long) (Halving.least(weight / Math.max(1, least)) * halfLife);
    }
    long expires =
        weighing.expires(judged).map(time -> time.toEpochMilli()).orElse(Remembered.NEVER);
    return new Fading(judged.getStrength(), ends, halfLife, expires, least, until);
  }

  /** Before this it is kept for certain. */
  long surelyUntil() {
    // what never weighed enough stays until its day is over too
    return strength == 0 ? until : Math.max(ends, Math.min(until - ROUNDING, expires));
  }

  boolean isKept(long time) {
    if (time < surelyUntil()) {
      return true;
    }
    if (strength == 0) {
      return false;
    }
    return Math.abs(Weighing.faded(strength, ends, halfLife, expires, time)) >= least;
  }
}
