package oxus.alerts.notify;

import java.util.Set;
import java.util.TreeSet;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * Which changes a subscription gets.
 *
 * @param sectors sector ids; empty: all
 * @param minimum the higher of the two levels of a change must be at least this: who heard that a
 *     sector became SEVERE hears that it no longer is
 * @param direction which way the level must have moved
 */
public record ChangeFilter(Set<String> sectors, ThreatLevel minimum, Direction direction) {

  /** Which way a level moves. */
  public enum Direction {
    RISES,
    FALLS,
    BOTH
  }

  /** Every change. */
  public static final ChangeFilter ALL =
      new ChangeFilter(Set.of(), ThreatLevel.LOW, Direction.BOTH);

  public ChangeFilter {
    sectors = Set.copyOf(new TreeSet<>(sectors));
  }

  public boolean accepts(ThreatLevelChange change) {
    boolean rises = change.getTo().compareTo(change.getFrom()) > 0;
    ThreatLevel higher = rises ? change.getTo() : change.getFrom();
    return (sectors.isEmpty() || sectors.contains(change.getSector()))
        && higher.compareTo(minimum) >= 0
        && (direction == Direction.BOTH || rises == (direction == Direction.RISES));
  }
}
