package oxus.alerts;

import java.util.Optional;
import oxus.schemas.ThreatLevelChange;

/** Finds changes by their offset in the log. */
interface Changes {
  /** Empty: what stands there cannot be read. */
  Optional<ThreatLevelChange> at(long offset);
}
