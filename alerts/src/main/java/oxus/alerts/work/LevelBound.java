package oxus.alerts.work;

import java.time.Instant;
import java.util.Optional;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;

/**
 * An override as it stands.
 *
 * @param ordered the action that asked for it
 * @param decision the action that approved, refused, lifted or replaced it
 */
public record LevelBound(OperatorAction ordered, State state, Optional<OperatorAction> decision) {

  /** How far an override has come. */
  public enum State {
    /** For a second person. */
    WAITING,
    IN_FORCE,
    REFUSED,
    LIFTED,
    /** By a later override of the sector. */
    REPLACED
  }

  static LevelBound of(OperatorAction ordered) {
    return new LevelBound(
        ordered,
        needsSecondPerson(ordered.getFloor()) ? State.WAITING : State.IN_FORCE,
        Optional.empty());
  }

  /** Only the highest level does: it sets the most people moving. */
  static boolean needsSecondPerson(Optional<ThreatLevel> floor) {
    return floor.filter(level -> level == ThreatLevel.CRITICAL).isPresent();
  }

  LevelBound decided(State by, OperatorAction decision) {
    return new LevelBound(ordered, by, Optional.of(decision));
  }

  public String id() {
    return ordered.getId();
  }

  public Instant until() {
    return ordered.getUntil().orElse(ordered.getAt());
  }

  /** Whether it waits or binds at this time. */
  public boolean isOpen(Instant now) {
    return (state == State.WAITING || state == State.IN_FORCE) && now.isBefore(until());
  }
}
