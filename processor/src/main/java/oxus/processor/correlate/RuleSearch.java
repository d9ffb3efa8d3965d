package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.Incident;
import oxus.theatre.Absence;
import oxus.theatre.Condition;
import oxus.theatre.Rule;

/**
 * Looks for the latest incidents that meet a rule's conditions. It slides one window over the
 * incidents from the latest day back, so an incident is looked at once a day of the window at most,
 * and it tries no combinations: within a window, {@link Assignment} or the order decides.
 */
final class RuleSearch {
  private final Rule rule;
  private final IncidentFit fit;

  RuleSearch(Rule rule, IncidentFit fit) {
    this.rule = rule;
    this.fit = fit;
  }

  /** The latest way in which the rule is met, if it still lasts and nothing forbids it. */
  Optional<RuleMatch> lasting(List<Incident> incidents) {
    return latest(incidents)
        .filter(match -> match.latest().plus(rule.lasts()).isAfter(fit.time()))
        .filter(match -> !isForbidden(match, incidents));
  }

  private boolean isForbidden(RuleMatch match, List<Incident> incidents) {
    for (Absence absence : rule.none()) {
      if (fit.violates(absence, match.latest(), incidents)) {
        return true;
      }
    }
    return false;
  }

  Optional<RuleMatch> latest(List<Incident> incidents) {
    List<Incident> fitting = latestFirst(incidents);
    if (!areEnough(fitting)) {
      return Optional.empty();
    }
    int end = 0;
    for (int begin = 0; begin < fitting.size(); begin++) {
      if (begin > 0 && day(fitting.get(begin)) == day(fitting.get(begin - 1))) {
        continue;
      }
      long first = day(fitting.get(begin)) - rule.within().toDays();
      while (end < fitting.size() && day(fitting.get(end)) >= first) {
        end++;
      }
      Optional<RuleMatch> match = within(fitting.subList(begin, end));
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** Whether each condition is fitted by as many as it asks for, however far apart. */
  private boolean areEnough(List<Incident> fitting) {
    for (Condition condition : rule.all()) {
      int left = condition.least();
      for (int next = 0; left > 0 && next < fitting.size(); next++) {
        left -= fit.fits(condition.indicator(), fitting.get(next)) ? 1 : 0;
      }
      if (left > 0) {
        return false;
      }
    }
    return true;
  }

  /** In an order of their own, so that the order in which they came cannot show. */
  private List<Incident> latestFirst(List<Incident> incidents) {
    List<Incident> fitting = new ArrayList<>();
    for (Incident incident : incidents) {
      if (fitsAny(incident)) {
        fitting.add(incident);
      }
    }
    fitting.sort(
        Comparator.comparingLong((Incident incident) -> -day(incident))
            .thenComparing(Incident::getId));
    return fitting;
  }

  private boolean fitsAny(Incident incident) {
    for (Condition condition : rule.all()) {
      if (fit.fits(condition.indicator(), incident)) {
        return true;
      }
    }
    return false;
  }

  private Optional<RuleMatch> within(List<Incident> window) {
    if (rule.ordered()) {
      return inOrder(window);
    }
    return new Assignment(rule.all(), fit).of(window);
  }

  /**
   * The last condition takes the latest incidents, the one before it the latest that are no later,
   * and so on: whoever takes later ones leaves the others more room. No incident can meet two
   * conditions of an ordered rule, so nobody takes what another needs.
   */
  private Optional<RuleMatch> inOrder(List<Incident> window) {
    List<List<Incident>> met = new ArrayList<>();
    long bound = Long.MAX_VALUE;
    for (int number = rule.all().size() - 1; number >= 0; number--) {
      List<Incident> latest = latest(rule.all().get(number), window, bound);
      if (latest.size() < rule.all().get(number).least()) {
        return Optional.empty();
      }
      bound = day(latest.get(latest.size() - 1));
      met.add(0, latest);
    }
    return Optional.of(new RuleMatch(met));
  }

  private List<Incident> latest(Condition condition, List<Incident> window, long bound) {
    List<Incident> latest = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (Incident incident : window) {
      if (latest.size() < condition.least()
          && day(incident) <= bound
          && fit.fits(condition.indicator(), incident)
          && (!condition.distinctPlaces() || isNew(condition, incident, places))) {
        latest.add(incident);
      }
    }
    return latest;
  }

  private boolean isNew(Condition condition, Incident incident, Set<String> places) {
    return IncidentFit.place(condition.indicator(), incident).filter(places::add).isPresent();
  }

  private static long day(Incident incident) {
    return incident.getOccurredTo().toEpochDay();
  }
}
