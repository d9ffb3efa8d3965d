package oxus.processor.correlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.PolicyChange;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorState;

/** States of a fold that nobody needs to resume: for replays in one process. */
public final class InMemorySectorStates implements SectorStates {
  private final Map<String, SectorState> states = new HashMap<>();
  private Optional<PolicyChange> policy = Optional.empty();
  private Optional<RememberedRulings> rulings = Optional.empty();

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
    return states.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<PolicyChange> policy() {
    return policy;
  }

  @Override
  public void save(PolicyChange change) {
    policy = Optional.of(change);
  }

  @Override
  public Optional<RememberedRulings> rulings() {
    return rulings;
  }

  @Override
  public void save(RememberedRulings remembered) {
    rulings = Optional.of(remembered);
  }
}
