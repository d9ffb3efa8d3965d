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
  private final IncidentMatch match;
  private final Map<String, Kept> sectors = new HashMap<>();

  /** What is at hand of a sector; null: nothing yet. */
  private static final class Kept {
    private @Nullable Memory memory;
    private @Nullable Calm calm;
  }

  Recall(Policy policy) {
    this.policy = policy;
    this.rules = new RuleCheck(policy);
    this.match = new IncidentMatch(policy);
  }

  Policy policy() {
    return policy;
  }

  RuleCheck rules() {
    return rules;
  }

  /** Finds the incident that a report tells of. */
  IncidentMatch match() {
    return match;
  }

  /** What follows from an incident with these reports. */
  Remembered of(Incident incident, List<Told> told) {
    return Remembered.of(incident, told, rules);
  }

  /** What a sector remembers in a state, with what is forgotten by its time. */
  // a list of incidents that nothing changed is the same object
  @SuppressWarnings("ReferenceEquality")
  Memory of(SectorState state) {
    Memory known = kept(state.getSector()).memory;
    if (known != null && known.incidents() == state.getIncidents()) {
      return known;
    }
    Columns columns = Columns.of(remembered(known, state.getIncidents()));
    return new Memory(state.getSector(), columns, rules);
  }

  /** Keeps at hand what a sector remembers now. */
  void keep(Memory memory) {
    kept(memory.sector()).memory = memory;
  }

  /** Keeps at hand how long a judgement stands. */
  void keep(Calm calm) {
    kept(calm.state().getSector()).calm = calm;
  }

  /** How long the judgement stands that led to a state; null: that is not known. */
  // a state that nothing changed is the same object
  @SuppressWarnings("ReferenceEquality")
  @Nullable Calm calm(SectorState state) {
    Calm calm = kept(state.getSector()).calm;
    return calm != null && calm.state() == state ? calm : null;
  }

  private Kept kept(String sector) {
    Kept kept = sectors.get(sector);
    if (kept == null) {
      kept = new Kept();
      sectors.put(sector, kept);
    }
    return kept;
  }

  private List<Remembered> remembered(@Nullable Memory known, List<Incident> incidents) {
    IdentityHashMap<Incident, Remembered> before = new IdentityHashMap<>();
    if (known != null) {
      known.remembered().forEach(each -> before.put(each.incident(), each));
    }
    List<Remembered> remembered = new ArrayList<>(incidents.size());
    for (Incident incident : incidents) {
      Remembered each = before.get(incident);
      remembered.add(each != null ? each : Remembered.of(incident, rules));
    }
    return remembered;
  }
}
