package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.schemas.Incident;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;
import oxus.theatre.Policy;
import oxus.theatre.Policy.Condition;
import oxus.theatre.Policy.Rule;

/** Finds the policy's rules that hold for a sector's incidents at a moment. */
record RuleCheck(Policy policy) {
  /** Doubtful incidents (credibility 4 and worse) satisfy no rule. */
  private static final char DOUBTFUL = '4';

  List<RuleHeld> holding(String sector, List<Incident> incidents, Instant time) {
    List<RuleHeld> holding = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.sectors().isEmpty() || rule.sectors().contains(sector)) {
        held(rule, incidents).filter(held -> held.getUntil().isAfter(time)).ifPresent(holding::add);
      }
    }
    return holding;
  }

  /** The way of meeting the rule that holds longest. */
  private static Optional<RuleHeld> held(Rule rule, List<Incident> incidents) {
    List<Incident> sound = incidents.stream().filter(RuleCheck::isSound).toList();
    return ways(rule, sound, List.of()).stream()
        .map(way -> heldBy(rule, way))
        .max(
            Comparator.comparing(RuleHeld::getUntil)
                .thenComparing(
                    held -> String.join(" ", held.getIncidents()), Comparator.reverseOrder()));
  }

  private static RuleHeld heldBy(Rule rule, List<Incident> way) {
    Instant latest =
        way.stream()
            .map(incident -> Weighing.endOf(incident.getOccurredTo()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new RuleHeld(
        rule.id(),
        rule.meaning(),
        rule.floor(),
        latest.plus(rule.lasts()),
        way.stream().map(Incident::getId).sorted().toList());
  }

  /** Every choice of distinct incidents, one a condition, that lie within the rule's window. */
  private static List<List<Incident>> ways(
      Rule rule, List<Incident> incidents, List<Incident> chosen) {
    if (chosen.size() == rule.all().size()) {
      return List.of(chosen);
    }
    Condition condition = rule.all().get(chosen.size());
    List<List<Incident>> ways = new ArrayList<>();
    for (Incident incident : incidents) {
      if (!chosen.contains(incident)
          && meets(condition, incident)
          && isNear(rule.within(), incident, chosen)) {
        List<Incident> next = new ArrayList<>(chosen);
        next.add(incident);
        ways.addAll(ways(rule, incidents, next));
      }
    }
    return ways;
  }

  private static boolean isSound(Incident incident) {
    return !incident.getUnjudged()
        && incident.getStatus() == ReportStatus.REPORTED
        && incident.getGrade().charAt(1) < DOUBTFUL;
  }

  private static boolean meets(Condition condition, Incident incident) {
    return (condition.types().isEmpty() || condition.types().contains(incident.getType()))
        && (condition.relations().isEmpty()
            || condition.relations().contains(incident.getRelation()))
        && (condition.placeKinds().isEmpty()
            || incident.getPlaces().stream()
                .anyMatch(place -> condition.placeKinds().contains(place.getKind())));
  }

  private static boolean isNear(Duration within, Incident incident, List<Incident> chosen) {
    Instant end = Weighing.endOf(incident.getOccurredTo());
    return chosen.stream()
        .allMatch(
            other ->
                Duration.between(Weighing.endOf(other.getOccurredTo()), end).abs().compareTo(within)
                    <= 0);
  }
}
