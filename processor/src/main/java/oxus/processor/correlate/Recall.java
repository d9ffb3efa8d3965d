package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Incident;
import oxus.schemas.SectorState;
import oxus.theatre.Policy;

/**
 * Keeps at hand what follows from each sector's state and the policy, so that it is reckoned once
 * for each form of an incident and not at each assessment. It holds nothing that could not be
 * reckoned anew: states are the same with and without it.
 */
final class Recall {
  private final Policy policy;
  private final RuleCheck rules;
  private final Map<String, Memory> memories = new HashMap<>();

  Recall(Policy policy) {
    this.policy = policy;
    this.rules = new RuleCheck(policy);
  }

  Policy policy() {
    return policy;
  }

  RuleCheck rules() {
    return rules;
  }

  /** What follows from an incident. */
  Remembered of(Incident incident) {
    return Remembered.of(incident, rules);
  }

  /** What a sector remembers in a state, with what is forgotten by its time. */
  // a list of incidents that nothing changed is the same object
  @SuppressWarnings("ReferenceEquality")
  Memory of(SectorState state) {
    Memory known = memories.get(state.getSector());
    if (known != null && known.incidents() == state.getIncidents()) {
      return known;
    }
    return new Memory(state.getSector(), remembered(known, state.getIncidents()), rules);
  }

  /** Keeps at hand what a sector remembers now. */
  void keep(Memory memory) {
    memories.put(memory.sector(), memory);
  }

  private List<Remembered> remembered(@Nullable Memory known, List<Incident> incidents) {
    IdentityHashMap<Incident, Remembered> before = new IdentityHashMap<>();
    if (known != null) {
      known.remembered().forEach(each -> before.put(each.incident(), each));
    }
    List<Remembered> remembered = new ArrayList<>(incidents.size());
    for (Incident incident : incidents) {
      Remembered each = before.get(incident);
      remembered.add(each != null ? each : of(incident));
    }
    return remembered;
  }
}
