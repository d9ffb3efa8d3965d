package oxus.alerts.history;

import java.time.Instant;
import java.util.Optional;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/** Where past records of a sector can be looked up by the time at which they became known. */
public interface Archive {
  /** Remembers nothing. */
  Archive NONE =
      new Archive() {
        @Override
        public Optional<Found<ThreatLevelChange>> change(String sector, Instant at) {
          return Optional.empty();
        }

        @Override
        public Optional<SectorAssessment> assessment(String sector, Instant at) {
          return Optional.empty();
        }
      };

  /** The sector's last change at or before a moment. */
  Optional<Found<ThreatLevelChange>> change(String sector, Instant at);

  /** The sector's last assessment at or before a moment. */
  Optional<SectorAssessment> assessment(String sector, Instant at);
}
