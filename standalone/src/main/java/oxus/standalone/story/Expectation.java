package oxus.standalone.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ChangeReason;
import oxus.schemas.ThreatLevel;

/**
 * What must be so in a sector at a time; what is empty may be anything.
 *
 * @param line where the story says so
 * @param level in force
 * @param reason of the sector's last change
 * @param rules ids of all that hold
 * @param contributions each must be there with these fields; others may be there too
 * @param changes all of the sector so far, oldest first, each with these fields
 */
public record Expectation(
    int line,
    Instant at,
    String sector,
    Optional<ThreatLevel> level,
    Optional<ChangeReason> reason,
    Optional<Range> score,
    Optional<List<String>> rules,
    List<Map<String, String>> contributions,
    Optional<List<Map<String, String>>> changes) {

  /** Bounds of a score, both included. */
  public record Range(BigDecimal least, BigDecimal most) {
    boolean holds(BigDecimal score) {
      return score.compareTo(least) >= 0 && score.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
      return least.compareTo(most) == 0
          ? least.toPlainString()
          : least.toPlainString() + " to " + most.toPlainString();
    }
  }

  public Expectation {
    contributions = List.copyOf(contributions);
  }
}
