package oxus.alerts.deliver;

import java.util.ArrayList;
import java.util.List;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * Where a change stands among the messages on its sector: the first above the lowest level is an
 * Alert, each further one an Update of those before it, and the one back at the lowest level the
 * Cancel of them all.
 *
 * @param earlier the changes of the same alert before this one, oldest first
 */
record CapChain(Type type, List<ThreatLevelChange> earlier) {
  /** More make a message long and tell nothing: the Alert and the newest are enough to find all. */
  private static final int MOST = 24;

  /** CAP's kinds of message, as it spells them. */
  enum Type {
    Alert,
    Update,
    Cancel
  }

  CapChain {
    earlier = List.copyOf(earlier);
  }

  /**
   * The place of a change.
   *
   * @param history the sector's changes as far back as they are remembered, oldest first
   */
  static CapChain of(ThreatLevelChange change, List<ThreatLevelChange> history) {
    List<ThreatLevelChange> earlier = new ArrayList<>();
    for (ThreatLevelChange other : history) {
      if (other.getSequence() >= change.getSequence()) {
        break;
      }
      if (other.getFrom() == ThreatLevel.LOW) {
        earlier.clear();
      }
      earlier.add(other);
    }
    boolean opens = change.getFrom() == ThreatLevel.LOW || earlier.isEmpty();
    if (opens && change.getTo() != ThreatLevel.LOW) {
      return new CapChain(Type.Alert, List.of());
    }
    return new CapChain(
        change.getTo() == ThreatLevel.LOW ? Type.Cancel : Type.Update, bounded(earlier));
  }

  private static List<ThreatLevelChange> bounded(List<ThreatLevelChange> earlier) {
    if (earlier.size() <= MOST) {
      return earlier;
    }
    List<ThreatLevelChange> told = new ArrayList<>(earlier.subList(0, 1));
    told.addAll(earlier.subList(earlier.size() - MOST + 1, earlier.size()));
    return told;
  }
}
