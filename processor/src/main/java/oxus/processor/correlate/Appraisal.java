package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * What a sector's incidents amount to at a moment: score, rules that hold, whether the evidence has
 * expired, and the levels that follow.
 *
 * @param raisedAt when the latest raising report came that can be judged
 */
record Appraisal(
    Policy policy,
    Score score,
    List<RuleHeld> rules,
    Optional<Instant> raisedAt,
    boolean isExpired) {

  /**
   * @param may which rules may hold, if they are met
   */
  static Appraisal of(Memory memory, Instant time, Policy policy, Predicate<RuleHeld> may) {
    Optional<Instant> raisedAt = memory.raisedAt();
    boolean isExpired =
        raisedAt.isEmpty() || !raisedAt.get().plus(policy.levels().expiry()).isAfter(time);
    List<RuleHeld> rules = memory.holding(time).stream().filter(may).toList();
    Score score = Score.at(time.toEpochMilli(), memory.remembered(), policy);
    return new Appraisal(
        policy, new RuleFactor(policy).of(score, rules), rules, raisedAt, isExpired);
  }

  /** The highest level whose upper threshold, or a rule's floor, the evidence reaches. */
  ThreatLevel reached() {
    return bounded(policy.levels().reached(score.judged()), policy.levels().reached(score.total()));
  }

  /** The highest level whose lower threshold, or a rule's floor, it still reaches. */
  ThreatLevel supported() {
    return higher(
        reached(),
        bounded(
            policy.levels().supported(score.judged()), policy.levels().supported(score.total())));
  }

  /**
   * Evidence that cannot be judged reaches MODERATE at most; rules raise; without fresh evidence a
   * level expires.
   */
  private ThreatLevel bounded(ThreatLevel judged, ThreatLevel all) {
    ThreatLevel level = higher(judged, lower(all, ThreatLevel.MODERATE));
    if (isExpired) {
      level = lower(level, policy.levels().expired());
    }
    for (RuleHeld rule : rules) {
      level = higher(level, rule.getFloor());
    }
    return level;
  }

  static ThreatLevel higher(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static ThreatLevel lower(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
