package oxus.theatre;

import oxus.schemas.ThreatLevel;

/**
 * What a rule does while it holds.
 *
 * @param floor the level is not below this one; LOW: it has no floor
 * @param factor multiplies the score, micro-units: 1,000,000 leaves it as it is
 */
public record Effect(ThreatLevel floor, long factor) {
  /** The factor that changes nothing. */
  public static final long ONE = 1_000_000;
}
