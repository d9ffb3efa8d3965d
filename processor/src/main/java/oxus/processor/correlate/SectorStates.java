package oxus.processor.correlate;

import java.util.List;
import java.util.Optional;
import oxus.schemas.PolicyChange;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorState;

/**
 * Where a partition of the fold keeps its states: a changelogged store under Kafka Streams, a map
 * in a replay.
 */
public interface SectorStates {

  Optional<SectorState> load(String sector);

  void save(SectorState state);

  /** The sectors that have a state, in alphabetical order. */
  List<String> sectors();

  /** The policy that last took effect here; empty: the theatre's own. */
  Optional<PolicyChange> policy();

  void save(PolicyChange policy);

  /** The rulings that are remembered here for reports still to come. */
  Optional<RememberedRulings> rulings();

  void save(RememberedRulings rulings);
}
