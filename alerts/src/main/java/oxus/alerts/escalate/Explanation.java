package oxus.alerts.escalate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import oxus.schemas.ChangeReason;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;

/** Says in one sentence why a level moved. */
final class Explanation {
  private Explanation() {}

  static String of(
      ChangeReason reason, ThreatLevel from, ThreatLevel level, SectorAssessment assessment) {
    String score =
        BigDecimal.valueOf(assessment.getScore(), 6)
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString();
    return switch (reason) {
      case SCORE_ROSE -> "Score rose to " + score + heaviest(assessment);
      case RULE_HOLDS -> rule(level, assessment) + " (score " + score + heaviest(assessment) + ")";
      case SCORE_FELL ->
          "Score " + score + " has not supported more for " + hours(assessment.getDwell());
      case EVIDENCE_EXPIRED ->
          "No raising report for so long that " + from + " expired (score " + score + ")";
      case OVERRIDE_SET ->
          assessment.getOverride().map(Explanation::override).orElse("Override by an operator");
      case OVERRIDE_ENDED -> "The operator's override ended (score " + score + ")";
    };
  }

  private static String heaviest(SectorAssessment assessment) {
    return assessment.getContributions().stream()
        .filter(
            contribution ->
                contribution.getWeight() > 0 && contribution.getType() != EventType.OTHER)
        .findFirst()
        .map(contribution -> ": " + words(contribution))
        .orElse("");
  }

  private static String words(Contribution contribution) {
    String place = contribution.getPlace().isEmpty() ? "" : ", " + contribution.getPlace();
    int sources = contribution.getSources();
    return contribution.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + place
        + " ("
        + contribution.getGrade()
        + ", "
        + sources
        + (sources == 1 ? " source)" : " independent sources)");
  }

  private static String rule(ThreatLevel level, SectorAssessment assessment) {
    return assessment.getRules().stream()
        .filter(rule -> rule.getFloor() == level)
        .map(RuleHeld::getMeaning)
        .findFirst()
        .orElse("A rule of the policy holds");
  }

  private static String override(LevelOverride override) {
    return "Override by " + override.getWho() + ": " + override.getWhy();
  }

  private static String hours(long millis) {
    return Duration.ofMillis(millis).toHours() + " hours";
  }
}
