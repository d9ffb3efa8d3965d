package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.schemas.FellBelow;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * When time alone may change an assessment next: the end of a rule, an override, a plan or a dwell,
 * expiry, or decay below a threshold. All are points of the policy's grid after {@code now}. The
 * point for decay may be too early, never too late: judging there finds nothing changed and sets
 * the next one.
 */
record Deadlines(Policy policy, Instant now) {
  /** A level can take at most four steps down. */
  private static final int STEPS = ThreatLevel.values().length - 1;

  Optional<Instant> next(
      Score score,
      List<Incident> incidents,
      List<RuleHeld> rules,
      List<FellBelow> fellBelow,
      Optional<LevelOverride> override,
      Optional<Instant> raisedAt) {
    List<Instant> times = new ArrayList<>();
    Weighing weighing = new Weighing(policy);
    incidents.forEach(incident -> weighing.expires(incident).ifPresent(times::add));
    incidents.forEach(incident -> forgets(incident).ifPresent(times::add));
    rules.forEach(rule -> times.add(rule.getUntil()));
    override.ifPresent(bound -> times.add(bound.getUntil()));
    raisedAt.ifPresent(raised -> times.add(raised.plus(policy.levels().expiry())));
    fellBelow.forEach(fell -> times.addAll(dwells(fell.getSince(), policy)));
    Optional<Instant> ends =
        times.stream()
            .filter(time -> time.isAfter(now))
            .map(this::onGrid)
            .min(Comparator.naturalOrder());
    Optional<Instant> decays = decay(score, incidents);
    if (ends.isEmpty() || decays.isEmpty()) {
      return ends.or(() -> decays);
    }
    return ends.get().isBefore(decays.get()) ? ends : decays;
  }

  /** Rounding may keep an incident a moment longer than reckoned; then the next point decides. */
  private Optional<Instant> forgets(Incident incident) {
    Instant next = now.plusMillis(1);
    return new Memory(policy).forgets(incident).map(time -> time.isAfter(now) ? time : next);
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
    return dwells(since, policy).get(STEPS - 1);
  }

  /**
   * A time before which neither score can fall below the threshold of the level that it supports:
   * raising evidence falls no faster than the shortest half-life among it, and what lowers only
   * fades, within its bound.
   */
  private Optional<Instant> decay(Score score, List<Incident> incidents) {
    Weighing weighing = new Weighing(policy);
    Optional<Duration> fastest =
        incidents.stream()
            .filter(incident -> weighing.at(now, incident) > 0)
            .map(weighing::halfLife)
            .min(Comparator.naturalOrder());
    List<Instant> times = new ArrayList<>();
    for (long reached : List.of(score.total(), score.judged())) {
      ThreatLevel level = policy.levels().supported(reached);
      if (fastest.isPresent() && level != ThreatLevel.LOW) {
        long raising = reached == score.total() ? score.raising() : score.judgedRaising();
        times.add(fallsTo(policy.levels().down(level), raising, score.lowering(), fastest.get()));
      }
    }
    return times.stream().min(Comparator.naturalOrder());
  }

  private Instant fallsTo(long threshold, long raising, long lowering, Duration halfLife) {
    double least =
        Math.min(threshold + (double) lowering, threshold / (1 - policy.weights().relief()));
    double halves = Math.max(0, StrictMath.log(raising / least) / StrictMath.log(2));
    Instant falls = now.plusMillis((long) (halves * halfLife.toMillis()));
    Instant before = floor(falls, policy.grid());
    return before.isAfter(now) ? before : onGrid(now.plusMillis(1));
  }

  private Instant onGrid(Instant time) {
    return ceiling(time, policy.grid());
  }

  private static Instant ceiling(Instant time, Duration grid) {
    Instant floor = floor(time, grid);
    return floor.equals(time) ? floor : floor.plus(grid);
  }

  private static Instant floor(Instant time, Duration grid) {
    long millis = time.toEpochMilli();
    return Instant.ofEpochMilli(millis - Math.floorMod(millis, grid.toMillis()));
  }
}
