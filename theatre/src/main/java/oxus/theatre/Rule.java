package oxus.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An indicator of a warning problem: a pattern of incidents that says more than their sum. While it
 * holds, the level does not fall below its floor, or the score is multiplied.
 *
 * @param meaning what it means when it holds, in one sentence for people
 * @param sectors the sectors that it watches; empty: all
 * @param all conditions, each met by incidents of its own
 * @param none what must not have happened
 * @param ordered whether what meets a condition must not come later than what meets the next one
 * @param within the last possible days of the incidents lie no further apart than this
 * @param lasts how long it holds after the last possible day of the latest of them
 */
public record Rule(
    String id,
    String meaning,
    List<String> sectors,
    List<Condition> all,
    List<Absence> none,
    boolean ordered,
    Duration within,
    Effect effect,
    Duration lasts) {

  public Rule {
    sectors = List.copyOf(sectors);
    all = List.copyOf(all);
    none = List.copyOf(none);
  }

  /** Whether it watches a sector. */
  public boolean watches(String sector) {
    return sectors.isEmpty() || sectors.contains(sector);
  }

  /** The same rule with other conditions. */
  public Rule with(List<Condition> conditions) {
    return new Rule(id, meaning, sectors, conditions, none, ordered, within, effect, lasts);
  }

  /** The same rule without one of its conditions. */
  public Rule without(Condition condition) {
    List<Condition> left = new ArrayList<>(all);
    left.remove(condition);
    return with(left);
  }

  /** The same rule with something else that must not have happened. */
  public Rule forbidding(List<Absence> absences) {
    return new Rule(id, meaning, sectors, all, absences, ordered, within, effect, lasts);
  }
}
