package oxus.processor.naive;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.Coverage;
import oxus.schemas.ThreatLevel;

/**
 * Where a sector stood after its last evaluation.
 *
 * @param held the level by evidence that follows from the assessments
 * @param fellBelow since when a level is not supported any more
 * @param isBounded whether an override was in force
 */
record Standing(
    ThreatLevel supported,
    ThreatLevel held,
    Instant heldSince,
    Map<ThreatLevel, Instant> fellBelow,
    boolean isExpired,
    List<String> rules,
    Coverage coverage,
    boolean isBounded) {
  /** A sector of which nothing is known. */
  static final Standing BLANK =
      new Standing(
          ThreatLevel.LOW,
          ThreatLevel.LOW,
          Instant.EPOCH,
          Map.of(),
          false,
          List.of(),
          Coverage.BLIND,
          false);

  Standing {
    fellBelow = fellBelow.isEmpty() ? new EnumMap<>(ThreatLevel.class) : new EnumMap<>(fellBelow);
    rules = List.copyOf(rules);
  }

  /** The same, an operator's bound aside. */
  Standing bounded(boolean is) {
    return new Standing(supported, held, heldSince, fellBelow, isExpired, rules, coverage, is);
  }
}
