package oxus.alerts.history;

import java.time.Instant;
import java.util.Optional;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * What a reader of a moment would have known of a sector: nothing that came later is in it.
 *
 * @param lastChange empty while the sector had not moved from the lowest level
 * @param assessment empty while nothing had borne on it
 */
public record AsKnown(
    String sector,
    Instant at,
    Optional<Found<ThreatLevelChange>> lastChange,
    Optional<SectorAssessment> assessment) {

  public static AsKnown of(Archive archive, String sector, Instant at) {
    return new AsKnown(sector, at, archive.change(sector, at), archive.assessment(sector, at));
  }

  public ThreatLevel level() {
    return lastChange.map(found -> found.record().getTo()).orElse(ThreatLevel.LOW);
  }
}
