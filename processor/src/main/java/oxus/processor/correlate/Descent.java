package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.AssessmentCause;
import oxus.schemas.FellBelow;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * How a level comes down: since when each level that was supported is not any more, and which level
 * the evidence holds after the dwells.
 *
 * @param before the state before the evaluation, at its time
 * @param supported the highest level that the evidence supports now
 */
record Descent(SectorState before, ThreatLevel supported, Policy policy) {
  private static final List<ThreatLevel> LEVELS = List.of(ThreatLevel.values());

  /**
   * Since when each level that was once supported is not any more; settled ones are dropped after
   * every step down is done.
   */
  List<FellBelow> fellBelow() {
    if (before.getFellBelow().isEmpty() && supported.compareTo(before.getSupported()) >= 0) {
      return List.of();
    }
    List<FellBelow> fallen = new ArrayList<>();
    for (ThreatLevel level : LEVELS.subList(LEVELS.indexOf(supported) + 1, LEVELS.size())) {
      Instant since = since(level);
      if (since != null && Deadlines.mayStepDown(since, before.getAt(), policy)) {
        fallen.add(new FellBelow(level, since));
      }
    }
    return fallen;
  }

  private @Nullable Instant since(ThreatLevel level) {
    Instant known = since(level, before.getFellBelow());
    if (known != null || level.compareTo(before.getSupported()) > 0) {
      return known;
    }
    // on the grid, so that no other record ends the dwell before its deadline does
    return Deadlines.ceiling(before.getAt(), policy.grid());
  }

  /**
   * The level by evidence as the escalation will find it: up at once, on a record only; down one
   * step after a dwell. It decides nothing here; it says where somebody will ask for an outlook.
   */
  ThreatLevel held(ThreatLevel indicated, AssessmentCause cause, List<FellBelow> fellBelow) {
    ThreatLevel held = before.getHeld();
    if (cause == AssessmentCause.RECORD && indicated.compareTo(held) > 0) {
      return indicated;
    }
    if (supported.compareTo(held) >= 0) {
      return held;
    }
    Instant unsupported = since(held, fellBelow);
    Instant moved = before.getHeldSince();
    Instant from = unsupported != null && unsupported.isAfter(moved) ? unsupported : moved;
    boolean dwells = from.plus(policy.levels().dwell()).isAfter(before.getAt());
    return dwells ? held : LEVELS.get(LEVELS.indexOf(held) - 1);
  }

  private static @Nullable Instant since(ThreatLevel level, List<FellBelow> fellBelow) {
    for (FellBelow fell : fellBelow) {
      if (fell.getLevel() == level) {
        return fell.getSince();
      }
    }
    return null;
  }
}
