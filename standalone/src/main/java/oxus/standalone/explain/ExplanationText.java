package oxus.standalone.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** An explanation in lines for people. */
public final class ExplanationText {
  private static final String NONE = "  none";

  private final Explanation explanation;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Explanation explanation) {
    this.explanation = explanation;
  }

  public static List<String> of(Explanation explanation) {
    ExplanationText text = new ExplanationText(explanation);
    text.head();
    explanation.assessment().ifPresent(text::assessed);
    return List.copyOf(text.lines);
  }

  private void head() {
    String known = explanation.known().sector() + " as known at " + explanation.known().at();
    lines.add(known + ": " + explanation.known().level());
    explanation.lastChange().ifPresentOrElse(this::since, () -> lines.add("never left LOW"));
    explanation
        .supersededBy()
        .ifPresent(last -> lines.add(explanation.subject() + " was superseded by " + last));
    if (explanation.assessment().isEmpty()) {
      lines.add("nothing that bears on it was known");
    }
  }

  private void since(ThreatLevelChange change) {
    lines.add(
        String.format(
            Locale.ROOT,
            "since %s, change %s (%s to %s): %s",
            change.getAt(),
            change.getChangeId(),
            change.getFrom(),
            change.getTo(),
            change.getExplanation()));
  }

  private void assessed(SectorAssessment assessment) {
    lines.add(
        String.format(
            Locale.ROOT,
            "assessed at %s: score %s, indicates %s, supports %s; confidence %s, coverage %s, policy %s",
            assessment.getAt(),
            ChangeJson.decimal(assessment.getScore()),
            assessment.getIndicated(),
            assessment.getSupported(),
            BigDecimal.valueOf(assessment.getConfidence(), 3).stripTrailingZeros().toPlainString(),
            assessment.getCoverage(),
            assessment.getPolicy()));
    assessment.getOverride().ifPresent(this::override);
    section("evidence", assessment.getContributions().stream().flatMap(EvidenceLines::of).toList());
    section("rules that hold", assessment.getRules().stream().map(ExplanationText::rule).toList());
    section(
        "rules that nearly hold",
        assessment.getNear().stream()
            .map(
                near ->
                    String.format(
                        Locale.ROOT,
                        "%s (%s); missing: %s",
                        near.getRule(),
                        near.getMeaning(),
                        near.getMissing()))
            .toList());
    explanation.outlook().ifPresent(this::outlook);
  }

  private void override(LevelOverride override) {
    lines.add(
        String.format(
            Locale.ROOT,
            "override by %s until %s%s%s: %s",
            override.getWho(),
            override.getUntil(),
            override.getFloor().map(floor -> ", not below " + floor).orElse(""),
            override.getCeiling().map(ceiling -> ", not above " + ceiling).orElse(""),
            override.getWhy()));
  }

  private static String rule(RuleHeld rule) {
    return String.format(
        Locale.ROOT,
        "%s (%s)%s, until %s, by %s",
        rule.getRule(),
        rule.getMeaning(),
        rule.getFloor() == ThreatLevel.LOW ? "" : ", floor " + rule.getFloor(),
        rule.getUntil(),
        String.join(", ", rule.getIncidents()));
  }

  private void outlook(Outlook outlook) {
    String as =
        explanation.isOutlookOlder()
            ? explanation.lastChange().map(change -> ", as of " + change.getAt()).orElse("")
            : "";
    section("why not higher" + as, higher(outlook));
    section("why not lower" + as, lower(outlook));
    section(
        "without one source" + as,
        outlook.getWithout().stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT,
                        "without %s: %s, score %s",
                        each.getSourceName(),
                        each.getLevel(),
                        ChangeJson.decimal(each.getScore())))
            .toList());
  }

  private List<String> higher(Outlook outlook) {
    if (explanation.known().level() == ThreatLevel.CRITICAL) {
      return List.of(ThreatLevel.CRITICAL + " is the highest level");
    }
    return outlook.getUp().stream()
        .map(up -> up.getLevel() + " takes " + ChangeJson.decimal(up.getDistance()) + " more")
        .toList();
  }

  private static List<String> lower(Outlook outlook) {
    Optional<String> score =
        outlook
            .getDown()
            .map(
                down ->
                    "the score may lose "
                        + ChangeJson.decimal(down.getDistance())
                        + " before "
                        + down.getLevel()
                        + " loses its support");
    Optional<String> decay =
        outlook
            .getDecay()
            .map(step -> "if no report comes: " + step.getLevel() + " at " + step.getAt());
    List<String> reasons = new ArrayList<>(score.stream().toList());
    decay.ifPresent(reasons::add);
    return reasons;
  }

  private void section(String title, List<String> content) {
    lines.add(title);
    if (content.isEmpty()) {
      lines.add(NONE);
    }
    content.forEach(line -> lines.add("  " + line));
  }
}
