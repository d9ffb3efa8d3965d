package oxus.standalone.backtest;

import java.time.Instant;
import java.util.List;

/**
 * A fact of history at which levels should have moved, as people dated it.
 *
 * @param number what it is called; several milestones may share one
 * @param from when it may have come to be known at the earliest: the start of the day when only the
 *     day is known
 * @param known when it was known: the end of the day when only the day is known
 * @param sectors whose levels should move
 * @param what it was, in a few words
 * @param reports ids of reports that tell it, for people
 */
public record Milestone(
    String number,
    Instant from,
    Instant known,
    List<String> sectors,
    Direction direction,
    String what,
    List<String> reports) {

  /** Which way the level should move. */
  public enum Direction {
    UP,
    DOWN
  }

  public Milestone {
    sectors = List.copyOf(sectors);
    reports = List.copyOf(reports);
  }
}
