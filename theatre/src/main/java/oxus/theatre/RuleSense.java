package oxus.theatre;

import java.time.Duration;
import java.util.List;
import oxus.schemas.Relation;

/** Complains of a rule that reads well and can never hold. */
record RuleSense(PolicyNames names) {
  /** What all conditions of a rule may ask for together. */
  private static final int MOST_IN_ALL = 24;

  void check(Rule rule, Yaml yaml) {
    List<Yaml> conditions = yaml.find("all").map(Yaml::items).orElse(List.of());
    for (int number = 0; number < conditions.size(); number++) {
      places(rule, rule.all().get(number), conditions.get(number));
    }
    int asked = rule.all().stream().mapToInt(Condition::least).sum();
    if (asked > MOST_IN_ALL) {
      yaml.get("all")
          .problem("it asks for " + asked + " incidents", "ask for " + MOST_IN_ALL + " at most");
    }
    order(rule, yaml, conditions);
    absences(rule, yaml);
  }

  /** The gazetteer must have as many places as a condition asks for. */
  private void places(Rule rule, Condition condition, Yaml yaml) {
    Indicator indicator = condition.indicator();
    boolean asks = indicator.asksForPlace() || condition.distinctPlaces();
    if (!asks || names.places().isEmpty()) {
      return;
    }
    int least = condition.distinctPlaces() ? condition.least() : 1;
    long known =
        names.places().get().stream()
            .filter(place -> indicator.admits(place.id(), place.kind(), place.within()))
            .filter(place -> mayLieIn(rule, indicator, place))
            .count();
    if (known < least) {
      yaml.problem(
          "it can never hold: places.csv has " + known + " such places of the " + least + " asked",
          "ask for fewer, or for other places");
    }
  }

  /** An incident that bears on a sector as its own lies at a place of that sector. */
  private static boolean mayLieIn(Rule rule, Indicator indicator, Place place) {
    return rule.sectors().isEmpty()
        || !indicator.relations().equals(List.of(Relation.OWN))
        || place.scopes().stream().anyMatch(scope -> isAround(scope, rule.sectors()));
  }

  private static boolean isAround(String scope, List<String> sectors) {
    return !scope.contains("-") || sectors.stream().anyMatch(sector -> sector.startsWith(scope));
  }

  /**
   * What is in order must be told apart, else the order of one incident and itself is asked for.
   */
  private static void order(Rule rule, Yaml yaml, List<Yaml> conditions) {
    if (!rule.ordered()) {
      return;
    }
    if (rule.all().size() < 2) {
      yaml.get("ordered").problem("there is nothing to put in order", "add a second condition");
    }
    for (int later = 1; later < rule.all().size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (rule.all().get(later).indicator().mayMeet(rule.all().get(earlier).indicator())) {
          conditions
              .get(later)
              .problem(
                  "one incident may meet condition "
                      + (earlier + 1)
                      + " and condition "
                      + (later + 1)
                      + " of an ordered rule",
                  "give them different types, relations or statuses");
        }
      }
    }
  }

  private static void absences(Rule rule, Yaml yaml) {
    List<Yaml> none = yaml.find("none").map(Yaml::items).orElse(List.of());
    for (int number = 0; number < none.size(); number++) {
      Absence absence = rule.none().get(number);
      for (int condition = 0; condition < rule.all().size(); condition++) {
        if (forbids(absence, rule, rule.all().get(condition))) {
          none.get(number)
              .problem(
                  "it can never hold: what meets condition "
                      + (condition + 1)
                      + " must not have happened",
                  "take it out of none, or narrow it");
        }
      }
    }
  }

  private static boolean forbids(Absence absence, Rule rule, Condition condition) {
    Duration reach = rule.all().size() == 1 ? Duration.ZERO : rule.within();
    return absence.within().compareTo(reach) >= 0
        && !absence.indicator().types().isEmpty()
        && absence.indicator().covers(condition.indicator());
  }
}
