package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;
import oxus.theatre.Policy.Levels;

/**
 * What a sector's incidents amount to at a moment: score, rules that hold, whether the evidence has
 * expired, and the levels that follow.
 *
 * @param raisedAt when the latest raising report came that can be judged, epoch milliseconds, see
 *     {@link Columns#NONE}
 * @param reached the highest level whose upper threshold, or a rule's floor, the evidence reaches
 * @param supported the highest level whose lower threshold, or a rule's floor, it still reaches
 * @param isWithheld whether a rule is met that may not hold
 */
record Appraisal(
    Score score,
    List<RuleHeld> rules,
    long raisedAt,
    boolean isExpired,
    ThreatLevel reached,
    ThreatLevel supported,
    boolean isWithheld) {

  /**
   * @param may which rules may hold, if they are met
   */
  static Appraisal of(Memory memory, Instant time, Policy policy, Predicate<RuleHeld> may) {
    Score plain = Score.at(time.toEpochMilli(), memory.columns(), policy);
    return of(plain, memory.raisedAt(), Ruled.of(memory.holding(time), may), time, policy);
  }

  /** The rules that hold, and whether others are met that may not. */
  record Ruled(List<RuleHeld> rules, boolean isWithheld) {
    static Ruled of(List<RuleHeld> met, Predicate<RuleHeld> may) {
      if (met.isEmpty()) {
        return new Ruled(met, false);
      }
      List<RuleHeld> holding = new ArrayList<>(met);
      return new Ruled(holding, holding.removeIf(may.negate()));
    }
  }

  static Appraisal of(Score plain, long raisedAt, Ruled ruled, Instant time, Policy policy) {
    List<RuleHeld> rules = ruled.rules();
    Levels levels = policy.levels();
    boolean isExpired = !isFresh(raisedAt, time, policy);
    Score score = rules.isEmpty() ? plain : new RuleFactor(policy).of(plain, rules);
    Bounds bounds = new Bounds(rules, isExpired ? levels.expired() : ThreatLevel.CRITICAL);
    ThreatLevel reached =
        bounds.level(levels.reached(score.judged()), levels.reached(score.total()));
    ThreatLevel supported =
        bounds.level(levels.supported(score.judged()), levels.supported(score.total()));
    return new Appraisal(
        score, rules, raisedAt, isExpired, reached, higher(reached, supported), ruled.isWithheld());
  }

  /** Whether evidence that was raised last at a time has not expired at another. */
  static boolean isFresh(long raisedAt, Instant time, Policy policy) {
    return raisedAt != Columns.NONE
        && raisedAt + policy.levels().expiry().toMillis() > time.toEpochMilli();
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
