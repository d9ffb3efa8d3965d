package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.ConditionMet;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.theatre.Condition;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/**
 * Finds the policy's rules that hold for a sector's incidents at a moment, and those that hold but
 * for one condition. Time alone makes a rule end, never begin.
 */
record RuleCheck(Policy policy) {

  List<RuleHeld> holding(String sector, List<Incident> incidents, Instant time) {
    List<RuleHeld> holding = new ArrayList<>();
    for (Rule rule : candidates(sector, incidents, 0)) {
      met(rule, incidents, time).map(met -> held(rule, met)).ifPresent(holding::add);
    }
    return holding;
  }

  /** The rules that hold but for one condition, each with the one that is missing. */
  List<RuleNear> nearly(String sector, List<Incident> incidents, Instant time) {
    List<RuleNear> near = new ArrayList<>();
    for (Rule rule : candidates(sector, incidents, 1)) {
      if (met(rule, incidents, time).isEmpty()) {
        missing(rule, incidents, time)
            .map(missing -> new RuleNear(rule.id(), rule.meaning(), missing))
            .ifPresent(near::add);
      }
    }
    return near;
  }

  /** Most rules ask for types of which nothing has happened, so they are not looked for. */
  private List<Rule> candidates(String sector, List<Incident> incidents, int lacking) {
    Set<EventType> happened = EnumSet.noneOf(EventType.class);
    incidents.forEach(incident -> happened.add(incident.getType()));
    List<Rule> candidates = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.watches(sector) && lacking(rule, happened) <= lacking) {
        candidates.add(rule);
      }
    }
    return candidates;
  }

  private static int lacking(Rule rule, Set<EventType> happened) {
    int lacking = 0;
    for (Condition condition : rule.all()) {
      if (Collections.disjoint(condition.indicator().types(), happened)) {
        lacking++;
      }
    }
    return lacking;
  }

  /** The latest way in which a rule is met, if it still lasts. */
  private Optional<RuleMatch> met(Rule rule, List<Incident> incidents, Instant time) {
    IncidentFit fit = new IncidentFit(policy, time);
    return new RuleSearch(rule, fit)
        .latest(incidents)
        .filter(match -> match.latest().plus(rule.lasts()).isAfter(time))
        .filter(
            match ->
                rule.none().stream()
                    .noneMatch(absence -> fit.violates(absence, match.latest(), incidents)));
  }

  private static RuleHeld held(Rule rule, RuleMatch match) {
    List<ConditionMet> conditions = new ArrayList<>();
    for (int number = 0; number < rule.all().size(); number++) {
      conditions.add(new ConditionMet(RuleWords.of(rule.all().get(number)), match.ids(number)));
    }
    return new RuleHeld(
        rule.id(),
        rule.meaning(),
        rule.effect().floor(),
        match.latest().plus(rule.lasts()),
        match.ids(),
        rule.effect().factor(),
        conditions);
  }

  private Optional<String> missing(Rule rule, List<Incident> incidents, Instant time) {
    if (met(rule.forbidding(List.of()), incidents, time).isPresent()) {
      return rule.none().stream()
          .filter(absence -> met(rule.forbidding(List.of(absence)), incidents, time).isEmpty())
          .findFirst()
          .map(RuleWords::of);
    }
    return rule.all().stream()
        .filter(condition -> rule.all().size() > 1 || condition.least() > 1)
        .filter(condition -> met(less(rule, condition), incidents, time).isPresent())
        .findFirst()
        .map(condition -> RuleWords.missing(rule, condition));
  }

  /** The rule without a condition; a rule of one condition with one incident less. */
  private static Rule less(Rule rule, Condition condition) {
    return rule.all().size() > 1
        ? rule.without(condition)
        : rule.with(List.of(condition.withOneLess()));
  }
}
