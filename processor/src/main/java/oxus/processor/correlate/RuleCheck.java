package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.theatre.Indicator;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/**
 * Finds the policy's rules that hold for a sector's incidents at a moment, and those that hold but
 * for one condition. Time alone makes a rule end, never begin.
 */
final class RuleCheck {
  private final Policy policy;
  private final List<RuleWatch> watches = new ArrayList<>();

  /** By type of event, the indicators that may fit it. */
  private final Map<EventType, List<Asked>> asked = new EnumMap<>(EventType.class);

  private final boolean areIndicatorsExact;

  /**
   * An indicator that a rule asks for.
   *
   * @param bit set where an incident fits it
   */
  record Asked(Indicator indicator, long bit) {}

  RuleCheck(Policy policy) {
    this.policy = policy;
    int indicators = 0;
    for (Rule rule : policy.rules()) {
      watches.add(new RuleWatch(rule, policy, indicators));
      indicators += rule.all().size() + rule.none().size();
    }
    this.areIndicatorsExact = indicators <= Long.SIZE;
    for (EventType type : EventType.values()) {
      asked.put(type, asked(type));
    }
  }

  private List<Asked> asked(EventType type) {
    List<Asked> fitting = new ArrayList<>();
    for (RuleWatch watch : watches) {
      fitting.addAll(watch.asked());
    }
    fitting.removeIf(
        each -> !each.indicator().types().isEmpty() && !each.indicator().types().contains(type));
    return fitting;
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
    for (Asked each : asked.getOrDefault(incident.getType(), List.of())) {
      fitting |= IncidentFit.fitsInTime(each.indicator(), incident) ? each.bit() : 0;
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
  List<RuleNear> nearly(Memory memory, Instant time) {
    List<RuleHeld> holding = memory.holding(time);
    List<RuleNear> near = new ArrayList<>();
    for (RuleWatch watch : watches) {
      if (watch.watches(memory.sector()) && !watch.isAmong(holding)) {
        watch.nearly(memory.columns(), time.toEpochMilli()).ifPresent(near::add);
      }
    }
    return near;
  }
}
