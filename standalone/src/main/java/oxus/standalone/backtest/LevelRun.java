package oxus.standalone.backtest;

import java.util.List;
import oxus.schemas.ThreatLevelChange;

/**
 * What somebody said of every sector's level: a policy, or a baseline.
 *
 * @param name as it heads its column
 * @param about how the levels came about, for people
 * @param histories one a sector, in the theatre's order
 */
public record LevelRun(String name, String about, List<LevelHistory> histories) {
  public LevelRun {
    histories = List.copyOf(histories);
  }

  /** What a replay led to. */
  public static LevelRun of(
      String name, String about, List<String> sectors, List<ThreatLevelChange> changes) {
    return new LevelRun(
        name,
        about,
        sectors.stream().map(sector -> new LevelHistory(sector, moves(sector, changes))).toList());
  }

  private static List<Move> moves(String sector, List<ThreatLevelChange> changes) {
    return changes.stream()
        .filter(change -> change.getSector().equals(sector))
        .map(change -> new Move(change.getAt(), change.getFrom(), change.getTo()))
        .toList();
  }

  LevelHistory of(String sector) {
    return histories.stream()
        .filter(history -> history.sector().equals(sector))
        .findFirst()
        .orElseGet(() -> new LevelHistory(sector, List.of()));
  }
}
