package oxus.standalone.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.ConditionMet;
import oxus.schemas.Contribution;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Policy;

/** Says what a sector's level rests on: score, contributions, rules, changes. */
record Causes(Policy policy) {

  List<String> of(Seen seen, String sector) {
    List<String> causes = new ArrayList<>();
    Optional<SectorAssessment> assessment = seen.assessment(sector);
    if (assessment.isEmpty()) {
      return List.of("nothing has borne on the sector yet");
    }
    causes.add(score(assessment.get()));
    assessment.get().getContributions().forEach(part -> causes.add("  " + words(part)));
    assessment.get().getRules().forEach(rule -> causes.add(words(rule)));
    for (ThreatLevelChange change : seen.changes(sector)) {
      causes.add(
          change.getAt()
              + " "
              + change.getFrom()
              + " → "
              + change.getTo()
              + ", "
              + change.getReason()
              + ": "
              + change.getExplanation());
    }
    return causes;
  }

  private String score(SectorAssessment assessment) {
    String score =
        "score "
            + ChangeJson.decimal(assessment.getScore())
            + " as assessed at "
            + assessment.getAt();
    for (ThreatLevel level : ThreatLevel.values()) {
      long up = policy.levels().up(level);
      if (up > assessment.getScore()) {
        return score + "; " + level + " begins at " + ChangeJson.decimal(up);
      }
    }
    return score;
  }

  private static String words(Contribution part) {
    String place = part.getPlace().isEmpty() ? "" : ", " + part.getPlace();
    return (part.getWeight() > 0 ? "+" : "")
        + ChangeJson.decimal(part.getWeight())
        + " "
        + part.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + place
        + " ("
        + part.getIncident()
        + ", "
        + part.getRelation()
        + ", "
        + part.getGrade()
        + ", sources "
        + part.getSources()
        + ")";
  }

  private static String words(RuleHeld rule) {
    StringBuilder words = new StringBuilder("rule ");
    words.append(rule.getRule()).append(" holds until ").append(rule.getUntil());
    String before = ": ";
    for (ConditionMet condition : rule.getConditions()) {
      words.append(before).append(condition.getCondition()).append(" by ");
      words.append(String.join(", ", condition.getIncidents()));
      before = "; ";
    }
    return words.toString();
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
