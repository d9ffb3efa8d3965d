package oxus.alerts.escalate;

import static oxus.schemas.ChangeReason.EVIDENCE_EXPIRED;
import static oxus.schemas.ChangeReason.OVERRIDE_ENDED;
import static oxus.schemas.ChangeReason.OVERRIDE_SET;
import static oxus.schemas.ChangeReason.RULE_HOLDS;
import static oxus.schemas.ChangeReason.SCORE_FELL;
import static oxus.schemas.ChangeReason.SCORE_ROSE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.schemas.AssessmentCause;
import oxus.schemas.ChangeReason;
import oxus.schemas.FellBelow;
import oxus.schemas.LevelOverride;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * Decides a sector's level on each assessment. Levels rise at once, on new evidence only; they fall
 * one step at a time, each after a dwell: a false calm costs more than a late one. Assessments
 * carry all that the decision needs, and come at every point at which a dwell may end, so the fold
 * needs neither a clock nor ticks.
 */
public final class Escalation {
  private static final List<ThreatLevel> LEVELS = List.of(ThreatLevel.values());

  private Escalation() {}

  /**
   * A decision.
   *
   * @param state what to remember
   * @param change the alert, if the level in force moved
   */
  public record Decision(LevelState state, Optional<ThreatLevelChange> change) {}

  /** The state of a sector that was never assessed. */
  public static LevelState blank(String sector) {
    return new LevelState(sector, 0L, ThreatLevel.LOW, ThreatLevel.LOW, Instant.EPOCH);
  }

  public static Decision decide(LevelState state, SectorAssessment assessment) {
    Verdict verdict = verdict(state, assessment);
    ThreatLevel level = bounded(verdict.level(), assessment.getOverride());
    Instant since = verdict.level() == state.getEvidence() ? state.getSince() : assessment.getAt();
    boolean moved = level != state.getLevel();
    long sequence = state.getSequence() + (moved ? 1 : 0);
    LevelState next = new LevelState(state.getSector(), sequence, level, verdict.level(), since);
    if (!moved) {
      return new Decision(next, Optional.empty());
    }
    ChangeReason reason = reason(state, assessment, verdict, level);
    return new Decision(next, Optional.of(change(state, next, assessment, reason)));
  }

  /** What the evidence alone says, and why. */
  private record Verdict(ThreatLevel level, ChangeReason reason) {}

  private static Verdict verdict(LevelState state, SectorAssessment assessment) {
    ThreatLevel current = state.getEvidence();
    if (assessment.getCause() == AssessmentCause.RECORD
        && assessment.getIndicated().compareTo(current) > 0) {
      boolean byRule =
          assessment.getRules().stream()
              .anyMatch(rule -> rule.getFloor() == assessment.getIndicated());
      return new Verdict(assessment.getIndicated(), byRule ? RULE_HOLDS : SCORE_ROSE);
    }
    if (assessment.getSupported().compareTo(current) >= 0 || isDwelling(state, assessment)) {
      return new Verdict(current, SCORE_FELL);
    }
    return new Verdict(oneBelow(current), assessment.getExpired() ? EVIDENCE_EXPIRED : SCORE_FELL);
  }

  private static ThreatLevel oneBelow(ThreatLevel level) {
    return LEVELS.get(Math.max(0, LEVELS.indexOf(level) - 1));
  }

  /** Whether the level in force lost its support, or was last lowered, less than a dwell ago. */
  private static boolean isDwelling(LevelState state, SectorAssessment assessment) {
    Instant from = state.getSince();
    for (FellBelow fell : assessment.getFellBelow()) {
      if (fell.getLevel() == state.getEvidence() && fell.getSince().isAfter(from)) {
        from = fell.getSince();
      }
    }
    return from.plusMillis(assessment.getDwell()).isAfter(assessment.getAt());
  }

  private static ThreatLevel bounded(ThreatLevel level, Optional<LevelOverride> override) {
    ThreatLevel floor = override.flatMap(LevelOverride::getFloor).orElse(ThreatLevel.LOW);
    ThreatLevel ceiling = override.flatMap(LevelOverride::getCeiling).orElse(ThreatLevel.CRITICAL);
    ThreatLevel raised = level.compareTo(floor) < 0 ? floor : level;
    return raised.compareTo(ceiling) > 0 ? ceiling : raised;
  }

  private static ChangeReason reason(
      LevelState state, SectorAssessment assessment, Verdict verdict, ThreatLevel level) {
    if (level != verdict.level()) {
      return OVERRIDE_SET;
    }
    boolean wasBounded = state.getLevel() != state.getEvidence();
    if (!wasBounded || roseAboveFloor(state, level)) {
      return verdict.reason();
    }
    return assessment.getOverride().isEmpty() ? OVERRIDE_ENDED : OVERRIDE_SET;
  }

  /** Whether the level would have moved so with the floor still in force. */
  private static boolean roseAboveFloor(LevelState state, ThreatLevel level) {
    return state.getLevel().compareTo(state.getEvidence()) > 0
        && level.compareTo(state.getLevel()) > 0;
  }

  private static ThreatLevelChange change(
      LevelState before, LevelState after, SectorAssessment assessment, ChangeReason reason) {
    return new ThreatLevelChange(
        after.getSector() + "#" + after.getSequence(),
        after.getSector(),
        after.getSequence(),
        before.getLevel(),
        after.getLevel(),
        assessment.getAt(),
        reason,
        Explanation.of(reason, before.getLevel(), after.getLevel(), assessment),
        assessment.getScore(),
        assessment.getPolicy(),
        assessment.getContributions(),
        assessment.getRules(),
        assessment.getOverride().orElse(null),
        assessment.getTrigger(),
        assessment.getSequence(),
        assessment.getConfidence(),
        assessment.getCoverage(),
        assessment.getOutlook().orElse(null),
        assessment.getNear());
  }
}
