package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  Optional<Instant> next(
      Appraisal appraisal,
      Memory memory,
      List<FellBelow> fellBelow,
      Optional<LevelOverride> override,
      List<Heard> heard) {
    List<Instant> times = new ArrayList<>();
    for (RuleHeld rule : appraisal.rules()) {
      times.add(rule.getUntil());
    }
    override.ifPresent(bound -> times.add(bound.getUntil()));
    appraisal.raisedAt().ifPresent(raised -> times.add(raised.plus(policy().levels().expiry())));
    Watch.lapses(heard, now, policy()).ifPresent(times::add);
    fellBelow.forEach(fell -> times.addAll(dwells(fell.getSince(), policy())));
    long first = memory.ends(now.toEpochMilli());
    for (Instant time : times) {
      first = time.isAfter(now) ? Math.min(first, time.toEpochMilli()) : first;
    }
    Optional<Instant> ends =
        first == Remembered.NEVER
            ? Optional.empty()
            : Optional.of(onGrid(Instant.ofEpochMilli(first)));
    Optional<Instant> decays = decay(appraisal.score());
    if (ends.isEmpty() || decays.isEmpty()) {
      return ends.or(() -> decays);
    }
    return ends.get().isBefore(decays.get()) ? ends : decays;
  }

  /** The grid points at which a level that lost its support at {@code since} may step down. */
  static List<Instant> dwells(Instant since, Policy policy) {
    List<Instant> dwells = new ArrayList<>();
    Duration dwell = policy.levels().dwell();
    for (int step = 1; step <= STEPS; step++) {
      dwells.add(ceiling(since.plus(dwell.multipliedBy(step)), policy.grid()));
    }
    return dwells;
  }

  static Instant lastDwell(Instant since, Policy policy) {
    return ceiling(since.plus(policy.levels().dwell().multipliedBy(STEPS)), policy.grid());
  }

  /**
   * A time before which neither score can fall below the threshold of the level that it supports:
   * raising evidence falls no faster than the shortest half-life among it, bounded or not, and what
   * lowers only fades, within its bound.
   */
  private Optional<Instant> decay(Score score) {
    if (score.fastest() == Remembered.NEVER) {
      return Optional.empty();
    }
    Optional<Instant> first = Optional.empty();
    for (boolean all : new boolean[] {true, false}) {
      ThreatLevel level = policy().levels().supported(all ? score.total() : score.judged());
      if (level != ThreatLevel.LOW) {
        long raising = all ? score.raising() : score.judgedRaising();
        Instant falls =
            fallsTo(policy().levels().down(level), raising, score.lowering(), score.fastest());
        first = first.filter(falls::isAfter).or(() -> Optional.of(falls));
      }
    }
    return first;
  }

  private Instant fallsTo(long threshold, long raising, long lowering, long halfLife) {
    double least =
        Math.min(threshold + (double) lowering, threshold / (1 - policy().weights().relief()));
    double halves = Math.max(0, StrictMath.log(raising / least) / StrictMath.log(2));
    Instant falls = now.plusMillis((long) (halves * halfLife));
    Instant before = floor(falls, policy().grid());
    return before.isAfter(now) ? before : onGrid(now.plusMillis(1));
  }

  private Instant onGrid(Instant time) {
    return ceiling(time, policy().grid());
  }

  static Instant ceiling(Instant time, Duration grid) {
    long over = Math.floorMod(time.toEpochMilli(), grid.toMillis());
    return over == 0 ? time : time.plusMillis(grid.toMillis() - over);
  }

  private static Instant floor(Instant time, Duration grid) {
    long millis = time.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, grid.toMillis()));
  }
}
