package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oxus.schemas.Incident;
import oxus.schemas.RuleNear;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/**
 * Finds the policy's rules that hold for a sector's incidents at a moment, and those that hold but
 * for one condition. Time alone makes a rule end, never begin.
 */
final class RuleCheck {
  private final Policy policy;
  private final List<RuleWatch> watches = new ArrayList<>();
  private final boolean areIndicatorsExact;

  RuleCheck(Policy policy) {
    this.policy = policy;
    int indicators = 0;
    for (Rule rule : policy.rules()) {
      watches.add(new RuleWatch(rule, policy, indicators));
      indicators += rule.all().size() + rule.none().size();
    }
    this.areIndicatorsExact = indicators <= Long.SIZE;
  }

  Policy policy() {
    return policy;
  }

  List<RuleWatch> watches() {
    return watches;
  }

  /**
   * Which indicators an incident fits, a bit each, as long as it is no plan whose date has passed.
   * Where a policy has more than 64 of them, several share a bit.
   */
  long indicators(Incident incident) {
    long fitting = 0;
    for (RuleWatch watch : watches) {
      fitting |= watch.indicators(incident);
    }
    return fitting;
  }

  /** Whether one of these is the same as an incident to every rule. */
  boolean isAmong(Remembered one, List<Remembered> others) {
    for (Remembered other : others) {
      if (areSame(one, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean areSame(Remembered one, Remembered other) {
    return areIndicatorsExact
        && one.indicators() == other.indicators()
        && one.ends() == other.ends()
        && one.expires() == other.expires()
        && one.incident().getId().equals(other.incident().getId())
        && Copies.samePlaces(one.incident().getPlaces(), other.incident().getPlaces());
  }

  /** Incidents with what follows from each. */
  List<Remembered> remembered(List<Incident> incidents) {
    return incidents.stream().map(incident -> Remembered.of(incident, this)).toList();
  }

  /** The rules that hold but for one condition, each with the one that is missing. */
  List<RuleNear> nearly(String sector, List<Remembered> incidents, Instant time) {
    List<RuleNear> near = new ArrayList<>();
    for (RuleWatch watch : watches) {
      if (watch.watches(sector)) {
        watch.nearly(incidents, time.toEpochMilli()).ifPresent(near::add);
      }
    }
    return near;
  }
}
