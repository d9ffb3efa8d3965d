package oxus.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import oxus.processor.correlate.SectorStates;
import oxus.schemas.PolicyChange;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorState;

/**
 * The fold's states in changelogged stores, so that another instance can take a partition over.
 * Each state is kept as a live object in front of its store: it is decoded once, after a restart,
 * and encoded when it changes.
 */
final class StoredSectorStates implements SectorStates {
  private static final String IN_FORCE = "in-force";

  private final KeyValueStore<String, SectorState> states;
  private final KeyValueStore<String, PolicyChange> policies;
  private final KeyValueStore<String, RememberedRulings> rulings;
  private final Map<String, SectorState> live = new TreeMap<>();

  StoredSectorStates(
      KeyValueStore<String, SectorState> states,
      KeyValueStore<String, PolicyChange> policies,
      KeyValueStore<String, RememberedRulings> rulings) {
    this.states = states;
    this.policies = policies;
    this.rulings = rulings;
    try (KeyValueIterator<String, SectorState> all = states.all()) {
      all.forEachRemaining(entry -> live.put(entry.key, entry.value));
    }
  }

  @Override
  public Optional<SectorState> load(String sector) {
    return Optional.ofNullable(live.get(sector));
  }

  @Override
  public void save(SectorState state) {
    live.put(state.getSector(), state);
    states.put(state.getSector(), state);
  }

  @Override
  public List<String> sectors() {
    return List.copyOf(live.keySet());
  }

  @Override
  public Optional<PolicyChange> policy() {
    return Optional.ofNullable(policies.get(IN_FORCE));
  }

  @Override
  public void save(PolicyChange change) {
    policies.put(IN_FORCE, change);
  }

  @Override
  public Optional<RememberedRulings> rulings() {
    return Optional.ofNullable(rulings.get(IN_FORCE));
  }

  @Override
  public void save(RememberedRulings remembered) {
    rulings.put(IN_FORCE, remembered);
  }
}
