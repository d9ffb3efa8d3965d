package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.schemas.FellBelow;
import oxus.schemas.Heard;
import oxus.schemas.LevelOverride;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * When time alone may change an assessment next: the end of a rule, an override, a plan or a dwell,
 * expiry, a lapse of coverage, or decay below a threshold. All are points of the policy's grid
 * after {@code now}. The point for decay may be too early, never too late: judging there finds
 * nothing changed and sets the next one.
 */
record Deadlines(Policy policy, Instant now) {
  /** A level can take at most four steps down. */
  private static final int STEPS = ThreatLevel.values().length - 1;

  /**
   * What comes next.
   *
   * @param due a point of the grid before which nothing needs to be judged
   * @param first when something but decay may change an assessment, on the grid or off it
   */
  record Next(Optional<Instant> due, long first) {}

  Next next(
      Appraisal appraisal,
      Memory memory,
      List<FellBelow> fellBelow,
      Optional<LevelOverride> override,
      List<Heard> heard) {
    long time = now.toEpochMilli();
    long first = Math.min(memory.ends(time), Watch.lapses(heard, time, policy));
    for (RuleHeld rule : appraisal.rules()) {
      first = sooner(first, rule.getUntil().toEpochMilli(), time);
    }
    if (override.isPresent()) {
      first = sooner(first, override.get().getUntil().toEpochMilli(), time);
    }
    if (appraisal.raisedAt() != Columns.NONE) {
      first = sooner(first, appraisal.raisedAt() + policy.levels().expiry().toMillis(), time);
    }
    for (FellBelow fell : fellBelow) {
      for (int step = 1; step <= STEPS; step++) {
        first = sooner(first, dwell(fell.getSince(), step, policy), time);
      }
    }
    long next = Math.min(ceiling(first), decay(appraisal.score(), time));
    return new Next(
        next == Remembered.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next)),
        first);
  }

  private static long sooner(long first, long other, long now) {
    return other > now ? Math.min(first, other) : first;
  }

  /** Whether a level that lost its support at {@code since} may step down at this grid point. */
  static boolean endsDwell(Instant since, Instant time, Policy policy) {
    for (int step = 1; step <= STEPS; step++) {
      if (dwell(since, step, policy) == time.toEpochMilli()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last step down from a level that lost its support is still to come. */
  static boolean mayStepDown(Instant since, Instant time, Policy policy) {
    return dwell(since, STEPS, policy) >= time.toEpochMilli();
  }

  private static long dwell(Instant since, int step, Policy policy) {
    long end = since.toEpochMilli() + step * policy.levels().dwell().toMillis();
    return ceiling(end, policy.grid());
  }

  /** The last point before either score may fall below the threshold of the level it supports. */
  private long decay(Score score, long time) {
    long falls = new Decay(policy, time, 0).falls(score);
    if (falls == Remembered.NEVER) {
      return Remembered.NEVER;
    }
    long before = falls - Math.floorMod(falls, policy.grid().toMillis());
    return before > time ? before : ceiling(time + 1);
  }

  private long ceiling(long time) {
    return time == Remembered.NEVER ? time : ceiling(time, policy.grid());
  }

  static Instant ceiling(Instant time, Duration grid) {
    return Instant.ofEpochMilli(ceiling(time.toEpochMilli(), grid));
  }

  private static long ceiling(long time, Duration grid) {
    long over = Math.floorMod(time, grid.toMillis());
    return over == 0 ? time : time + grid.toMillis() - over;
  }
}
