package oxus.standalone.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.story.Verdict.Difference;

/** Compares what a story expects with what was seen. */
final class Differences {
  private static final String NOTHING = "nothing";

  private Differences() {}

  static List<Difference> between(Expectation expected, Seen seen) {
    String sector = expected.sector();
    Optional<SectorAssessment> assessment = seen.assessment(sector);
    List<ThreatLevelChange> changes = seen.changes(sector);
    List<Difference> differences = new ArrayList<>();
    unlike("level", expected.level().map(Enum::name), seen.level(sector).name())
        .ifPresent(differences::add);
    unlike("reason", expected.reason().map(Enum::name), lastReason(changes))
        .ifPresent(differences::add);
    score(expected, assessment).ifPresent(differences::add);
    unlike("rules", expected.rules().map(List::toString), rules(assessment).toString())
        .ifPresent(differences::add);
    for (Map<String, String> wanted : expected.contributions()) {
      contribution(wanted, assessment).ifPresent(differences::add);
    }
    expected.changes().ifPresent(wanted -> differences.addAll(changes(wanted, changes)));
    return differences;
  }

  private static Optional<Difference> unlike(String what, Optional<String> wanted, String got) {
    return wanted
        .filter(expected -> !expected.equals(got))
        .map(expected -> new Difference(what, expected, got));
  }

  private static String lastReason(List<ThreatLevelChange> changes) {
    return changes.isEmpty() ? "no change" : changes.get(changes.size() - 1).getReason().name();
  }

  private static Optional<Difference> score(
      Expectation expected, Optional<SectorAssessment> assessment) {
    BigDecimal score = BigDecimal.valueOf(assessment.map(SectorAssessment::getScore).orElse(0L), 6);
    return expected
        .score()
        .filter(range -> !range.holds(score))
        .map(range -> new Difference("score", range.toString(), Causes.plain(score)));
  }

  private static List<String> rules(Optional<SectorAssessment> assessment) {
    return assessment.map(SectorAssessment::getRules).orElse(List.of()).stream()
        .map(RuleHeld::getRule)
        .sorted()
        .toList();
  }

  /** A contribution that comes nearest is shown in the fields that were asked for. */
  private static Optional<Difference> contribution(
      Map<String, String> wanted, Optional<SectorAssessment> assessment) {
    List<Map<String, String>> seen =
        assessment.map(SectorAssessment::getContributions).orElse(List.of()).stream()
            .map(Fields::of)
            .toList();
    if (seen.stream().anyMatch(fields -> Fields.agree(wanted, fields))) {
      return Optional.empty();
    }
    String nearest =
        seen.stream()
            .filter(fields -> likeness(wanted, fields) > 0)
            .max(Comparator.comparingLong((Map<String, String> fields) -> likeness(wanted, fields)))
            .map(fields -> only(wanted, fields).toString())
            .orElse(NOTHING);
    return Optional.of(new Difference("contribution", wanted.toString(), nearest));
  }

  private static long likeness(Map<String, String> wanted, Map<String, String> seen) {
    return wanted.entrySet().stream().filter(seen.entrySet()::contains).count();
  }

  private static Map<String, String> only(Map<String, String> wanted, Map<String, String> seen) {
    Map<String, String> only = new LinkedHashMap<>(seen);
    only.keySet().retainAll(wanted.keySet());
    return only;
  }

  private static List<Difference> changes(
      List<Map<String, String>> wanted, List<ThreatLevelChange> seen) {
    List<Difference> differences = new ArrayList<>();
    for (int number = 0; number < Math.max(wanted.size(), seen.size()); number++) {
      Map<String, String> want = number < wanted.size() ? wanted.get(number) : Map.of();
      Map<String, String> got = number < seen.size() ? Fields.of(seen.get(number)) : Map.of();
      if (want.isEmpty() || got.isEmpty() || !Fields.agree(want, got)) {
        differences.add(
            new Difference(
                "change " + (number + 1),
                want.isEmpty() ? "none" : want.toString(),
                got.isEmpty()
                    ? "none"
                    : want.isEmpty() ? got.toString() : only(want, got).toString()));
      }
    }
    return differences;
  }
}
