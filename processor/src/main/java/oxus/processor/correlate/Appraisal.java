package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;
import oxus.theatre.Policy.Levels;

/**
 * What a sector's incidents amount to at a moment: score, rules that hold, whether the evidence has
 * expired, and the levels that follow.
 *
 * @param raisedAt when the latest raising report came that can be judged
 * @param reached the highest level whose upper threshold, or a rule's floor, the evidence reaches
 * @param supported the highest level whose lower threshold, or a rule's floor, it still reaches
 */
record Appraisal(
    Score score,
    List<RuleHeld> rules,
    Optional<Instant> raisedAt,
    boolean isExpired,
    ThreatLevel reached,
    ThreatLevel supported) {

  /**
   * @param may which rules may hold, if they are met
   */
  static Appraisal of(Memory memory, Instant time, Policy policy, Predicate<RuleHeld> may) {
    List<RuleHeld> rules = allowed(memory.holding(time), may);
    return of(memory.remembered(), memory.raisedAt(), rules, time, policy);
  }

  /** The same, if other incidents were remembered. */
  static Appraisal of(
      Memory memory, Instead instead, Instant time, Policy policy, Predicate<RuleHeld> may) {
    List<RuleHeld> rules = allowed(memory.holding(time, instead), may);
    List<Remembered> incidents = instead.incidents();
    return of(incidents, Memory.raisedAt(incidents), rules, time, policy);
  }

  private static Appraisal of(
      List<Remembered> incidents,
      Optional<Instant> raisedAt,
      List<RuleHeld> rules,
      Instant time,
      Policy policy) {
    Levels levels = policy.levels();
    boolean isExpired =
        raisedAt.isEmpty()
            || raisedAt.get().toEpochMilli() + levels.expiry().toMillis() <= time.toEpochMilli();
    Score plain = Score.at(time.toEpochMilli(), incidents, policy);
    Score score = rules.isEmpty() ? plain : new RuleFactor(policy).of(plain, rules);
    Bounds bounds = new Bounds(rules, isExpired ? levels.expired() : ThreatLevel.CRITICAL);
    ThreatLevel reached =
        bounds.level(levels.reached(score.judged()), levels.reached(score.total()));
    ThreatLevel supported =
        bounds.level(levels.supported(score.judged()), levels.supported(score.total()));
    return new Appraisal(score, rules, raisedAt, isExpired, reached, higher(reached, supported));
  }

  private static List<RuleHeld> allowed(List<RuleHeld> rules, Predicate<RuleHeld> may) {
    if (!rules.isEmpty()) {
      rules.removeIf(may.negate());
    }
    return rules;
  }

  /**
   * What a level may be, whatever the score.
   *
   * @param most the highest without a rule: one without fresh evidence expires
   */
  private record Bounds(List<RuleHeld> rules, ThreatLevel most) {

    /** Evidence that cannot be judged reaches MODERATE at most; rules raise. */
    ThreatLevel level(ThreatLevel judged, ThreatLevel all) {
      ThreatLevel level = lower(higher(judged, lower(all, ThreatLevel.MODERATE)), most);
      for (RuleHeld rule : rules) {
        level = higher(level, rule.getFloor());
      }
      return level;
    }
  }

  static ThreatLevel higher(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static ThreatLevel lower(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
