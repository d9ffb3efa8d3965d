package oxus.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import oxus.processor.correlate.SectorStates;
import oxus.schemas.PolicyChange;
import oxus.schemas.SectorState;

/** The fold's states in changelogged stores, so that another instance can take a partition over. */
record StoredSectorStates(
    KeyValueStore<String, SectorState> states, KeyValueStore<String, PolicyChange> policies)
    implements SectorStates {
  private static final String IN_FORCE = "in-force";

  @Override
  public Optional<SectorState> load(String sector) {
    return Optional.ofNullable(states.get(sector));
  }

  @Override
  public void save(SectorState state) {
    states.put(state.getSector(), state);
  }

  @Override
  public List<String> sectors() {
    List<String> sectors = new ArrayList<>();
    try (KeyValueIterator<String, SectorState> all = states.all()) {
      all.forEachRemaining(entry -> sectors.add(entry.key));
    }
    sectors.sort(null);
    return sectors;
  }

  @Override
  public Optional<PolicyChange> policy() {
    return Optional.ofNullable(policies.get(IN_FORCE));
  }

  @Override
  public void save(PolicyChange change) {
    policies.put(IN_FORCE, change);
  }
}
