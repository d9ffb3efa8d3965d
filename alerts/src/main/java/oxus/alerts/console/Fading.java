package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import oxus.schemas.Contribution;
import oxus.schemas.Outlook;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * How the listed evidence fades when no report comes: the score as a curve, with the scores below
 * which levels lose their support. A reckoning from what a record lists, not the judgement itself:
 * rules, dwell and the bound on what lowers are the processor's.
 *
 * @param curve path of the score
 * @param zero where a score of zero stands
 * @param end when the curve ends
 * @param stepDown where the level follows, as the processor reckoned it
 */
record Fading(
    String curve,
    List<LevelChart.Threshold> thresholds,
    List<LevelChart.Moment> days,
    Optional<LevelChart.Moment> stepDown,
    double zero,
    Instant end) {
  static final double LEFT = 150;
  static final double RIGHT = 984;
  static final double TOP = 16;
  static final double BOTTOM = 186;
  private static final int POINTS = 80;
  private static final Duration LEAST = Duration.ofDays(7);

  Fading {
    thresholds = List.copyOf(thresholds);
    days = List.copyOf(days);
  }

  /**
   * Empty when nothing raises, or when another policy judged: its half-lives are not known here.
   */
  static Optional<Fading> of(
      List<Contribution> contributions,
      Instant at,
      Optional<Outlook> outlook,
      String judgedBy,
      Policy policy) {
    long score = contributions.stream().mapToLong(Contribution::getWeight).sum();
    if (score <= 0 || !judgedBy.equals(policy.version())) {
      return Optional.empty();
    }
    Instant fallsAt = outlook.flatMap(Outlook::getDecay).map(step -> step.getAt()).orElse(at);
    Instant end =
        latest(at.plus(LEAST), at.plus(Duration.between(at, fallsAt).multipliedBy(3).dividedBy(2)));
    return Optional.of(draw(contributions, new TimeAxis(at, end), outlook, policy));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Fading draw(
      List<Contribution> contributions, TimeAxis axis, Optional<Outlook> outlook, Policy policy) {
    List<Long> scores = new ArrayList<>();
    List<Instant> moments = moments(axis);
    moments.forEach(moment -> scores.add(score(contributions, axis.from(), moment, policy)));
    long least = Math.min(0, scores.stream().min(Long::compareTo).orElse(0L));
    long greatest = greatest(scores, policy);
    StringBuilder curve = new StringBuilder();
    for (int i = 0; i < moments.size(); i++) {
      curve
          .append(i == 0 ? 'M' : 'L')
          .append(Projection.number(axis.x(moments.get(i))))
          .append(' ')
          .append(Projection.number(y(scores.get(i), least, greatest)));
    }
    return new Fading(
        curve.toString(),
        thresholds(policy, least, greatest),
        days(axis),
        stepDown(axis, contributions, outlook, policy, least, greatest),
        y(0, least, greatest),
        axis.to());
  }

  /** High enough to show a threshold: without one there is nothing to measure the curve by. */
  private static long greatest(List<Long> scores, Policy policy) {
    long lowest =
        Arrays.stream(ThreatLevel.values())
            .filter(level -> level != ThreatLevel.LOW)
            .mapToLong(level -> policy.levels().down(level))
            .filter(down -> down > 0)
            .min()
            .orElse(1);
    return Math.max(lowest, scores.stream().max(Long::compareTo).orElse(1L));
  }

  private static List<Instant> moments(TimeAxis axis) {
    long step = Math.max(1, Duration.between(axis.from(), axis.to()).toMillis() / POINTS);
    Set<Instant> moments = new TreeSet<>();
    for (int i = 0; i < POINTS; i++) {
      moments.add(axis.from().plusMillis(i * step));
    }
    moments.add(axis.to());
    return List.copyOf(moments);
  }

  /** What is not listed fades as slowly as the slowest that is. */
  private static long score(
      List<Contribution> contributions, Instant from, Instant at, Policy policy) {
    Duration slowest =
        contributions.stream()
            .filter(contribution -> !Wording.isRest(contribution))
            .map(contribution -> policy.weights().type(contribution.getType()).halfLife())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ofDays(1));
    double sum = 0;
    for (Contribution contribution : contributions) {
      boolean isRest = Wording.isRest(contribution);
      Duration halfLife =
          isRest ? slowest : policy.weights().type(contribution.getType()).halfLife();
      Instant fadesFrom =
          isRest
              ? from
              : latest(
                  from,
                  contribution
                      .getOccurredTo()
                      .plusDays(1)
                      .atStartOfDay(ZoneOffset.UTC)
                      .toInstant());
      double age = Math.max(0, Duration.between(fadesFrom, at).toMillis());
      sum += contribution.getWeight() * StrictMath.pow(2, -age / Math.max(1, halfLife.toMillis()));
    }
    return Math.round(sum);
  }

  private static double y(long score, long least, long greatest) {
    return BOTTOM - (BOTTOM - TOP) * (score - least) / (greatest - least);
  }

  private static List<LevelChart.Threshold> thresholds(Policy policy, long least, long greatest) {
    List<LevelChart.Threshold> lines = new ArrayList<>();
    for (ThreatLevel level : ThreatLevel.values()) {
      long down = policy.levels().down(level);
      if (level != ThreatLevel.LOW && down > 0 && down <= greatest) {
        lines.add(new LevelChart.Threshold(y(down, least, greatest), level, down));
      }
    }
    return lines;
  }

  private static List<LevelChart.Moment> days(TimeAxis axis) {
    List<LevelChart.Moment> days = new ArrayList<>();
    axis.days(6).stream()
        .map(day -> new LevelChart.Moment(axis.x(day), BOTTOM, day.toString(), ""))
        .filter(moment -> moment.x() >= LEFT + 45 && moment.x() < RIGHT - 45)
        .forEach(days::add);
    return days;
  }

  private static Optional<LevelChart.Moment> stepDown(
      TimeAxis axis,
      List<Contribution> contributions,
      Optional<Outlook> outlook,
      Policy policy,
      long least,
      long greatest) {
    return outlook
        .flatMap(Outlook::getDecay)
        .map(
            step ->
                new LevelChart.Moment(
                    axis.x(step.getAt()),
                    y(score(contributions, axis.from(), step.getAt(), policy), least, greatest),
                    step.getLevel() + " from " + Wording.time(step.getAt()),
                    Wording.style(step.getLevel())));
  }
}
