package oxus.alerts.work;

import java.time.Instant;
import java.util.Optional;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** For a while no notices of a sector; a rise is never silenced and ends it. */
public record Silence(OperatorAction action) {

  public String sector() {
    return action.getSector();
  }

  public Instant until() {
    return action.getUntil().orElse(action.getAt());
  }

  /** Whether it still silences anything, given the sector's newest rise. */
  public boolean isInForce(Instant now, Optional<ThreatLevelChange> newestRise) {
    return now.isBefore(until()) && newestRise.filter(this::isEndedBy).isEmpty();
  }

  /** Knowledge time may stand still: then a rise came later if it goes above what was silenced. */
  private boolean isEndedBy(ThreatLevelChange rise) {
    ThreatLevel most = action.getLevel().orElse(ThreatLevel.LOW);
    return rise.getAt().isAfter(action.getAt())
        || (rise.getAt().equals(action.getAt()) && rise.getTo().compareTo(most) > 0);
  }

  /** Whether notices of this change are held back; those of a rise never are. */
  public boolean hides(ThreatLevelChange change) {
    ThreatLevel most = action.getLevel().orElse(ThreatLevel.LOW);
    boolean isRise = change.getTo().compareTo(change.getFrom()) > 0;
    return !isRise
        && change.getSector().equals(sector())
        && change.getTo().compareTo(most) <= 0
        && !change.getAt().isBefore(action.getAt())
        && change.getAt().isBefore(until());
  }
}
