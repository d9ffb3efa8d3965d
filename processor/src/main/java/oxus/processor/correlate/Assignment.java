package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.Incident;
import oxus.theatre.Condition;

/**
 * Gives each condition incidents of its own, where that can be done. A condition that finds its
 * incident taken asks the taker to make do with another one; each asks for an incident once in a
 * round, so the work grows with what the conditions ask for and not with the number of
 * combinations.
 */
final class Assignment {
  private final List<Condition> conditions;
  private final IncidentFit fit;
  private final int asked;
  private final List<List<Choice>> choices = new ArrayList<>();
  private final Map<String, Integer> taker = new HashMap<>();
  private final List<Set<String>> takenPlaces = new ArrayList<>();

  /** An incident that fits a condition, and where it counts as being; empty: anywhere. */
  private record Choice(Incident incident, String place) {
    String id() {
      return incident.getId();
    }
  }

  Assignment(List<Condition> conditions, IncidentFit fit) {
    this.conditions = conditions;
    this.fit = fit;
    this.asked = conditions.stream().mapToInt(Condition::least).sum();
  }

  /**
   * Incidents that meet the conditions, among them one of the latest day.
   *
   * @param window latest first; each fits some condition
   */
  Optional<RuleMatch> of(List<Incident> window) {
    for (Condition condition : conditions) {
      List<Choice> fitting = choices(condition, window);
      if (fitting.size() < condition.least()) {
        return Optional.empty();
      }
      choices.add(fitting);
      takenPlaces.add(new HashSet<>());
    }
    for (int condition : latestFirst(window.get(0))) {
      for (int number = 0; number < conditions.get(condition).least(); number++) {
        if (!gives(condition, new HashSet<>())) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(match());
  }

  /**
   * As many as could ever be needed: if others took all of these that they ask for, enough would be
   * left. Of distinct places, as many places and as many incidents of each.
   */
  private List<Choice> choices(Condition condition, List<Incident> window) {
    List<Choice> fitting = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Incident incident : window) {
      if (!fit.fits(condition.indicator(), incident)) {
        continue;
      }
      Optional<String> place =
          condition.distinctPlaces()
              ? IncidentFit.place(condition.indicator(), incident)
              : Optional.of("");
      if (place.isPresent()
          && (places.size() < asked || places.containsKey(place.get()))
          && places.merge(place.get(), 1, Integer::sum) <= asked) {
        fitting.add(new Choice(incident, place.get()));
      }
    }
    return condition.distinctPlaces() && places.size() < condition.least() ? List.of() : fitting;
  }

  /** What is taken once stays taken, so the latest incident comes in first. */
  private List<Integer> latestFirst(Incident latest) {
    List<Integer> order = new ArrayList<>();
    for (int condition = 0; condition < conditions.size(); condition++) {
      boolean takesLatest = choices.get(condition).get(0).id().equals(latest.getId());
      order.add(takesLatest ? 0 : order.size(), condition);
    }
    return order;
  }

  private boolean gives(int condition, Set<String> tried) {
    for (Choice choice : choices.get(condition)) {
      Integer other = taker.get(choice.id());
      boolean isOwn = other != null && other == condition;
      if (isOwn || isPlaceTaken(condition, choice) || !tried.add(choice.id())) {
        continue;
      }
      take(condition, choice);
      if (other == null) {
        return true;
      }
      String place = placeFor(other, choice);
      takenPlaces.get(other).remove(place);
      if (gives(other, tried)) {
        return true;
      }
      takenPlaces.get(other).add(place);
      takenPlaces.get(condition).remove(choice.place());
      taker.put(choice.id(), other);
    }
    return false;
  }

  private void take(int condition, Choice choice) {
    taker.put(choice.id(), condition);
    takenPlaces.get(condition).add(choice.place());
  }

  private boolean isPlaceTaken(int condition, Choice choice) {
    return conditions.get(condition).distinctPlaces()
        && takenPlaces.get(condition).contains(choice.place());
  }

  private String placeFor(int condition, Choice choice) {
    return conditions.get(condition).distinctPlaces()
        ? IncidentFit.place(conditions.get(condition).indicator(), choice.incident()).orElse("")
        : "";
  }

  private RuleMatch match() {
    List<List<Incident>> met = new ArrayList<>();
    for (int condition = 0; condition < conditions.size(); condition++) {
      int taking = condition;
      met.add(
          choices.get(condition).stream()
              .filter(choice -> taker.getOrDefault(choice.id(), -1) == taking)
              .map(Choice::incident)
              .toList());
    }
    return new RuleMatch(met);
  }
}
