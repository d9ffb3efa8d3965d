package oxus.standalone.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import oxus.schemas.ThreatLevel;

/**
 * A sector's level over time: LOW until its first move.
 *
 * @param moves in order of time
 */
public record LevelHistory(String sector, List<Move> moves) {
  public LevelHistory {
    moves = List.copyOf(moves);
  }

  /** The level in force just before a time. */
  ThreatLevel before(Instant time) {
    return last(moves.stream().filter(move -> move.at().isBefore(time)));
  }

  /** The level in force at a time, moves at it included. */
  ThreatLevel at(Instant time) {
    return last(moves.stream().filter(move -> !move.at().isAfter(time)));
  }

  private static ThreatLevel last(Stream<Move> moves) {
    return moves.reduce((earlier, later) -> later).map(Move::to).orElse(ThreatLevel.LOW);
  }

  /** The moves of a stretch of time, both ends included. */
  List<Move> between(Instant from, Instant to) {
    return moves.stream()
        .filter(move -> !move.at().isBefore(from) && !move.at().isAfter(to))
        .toList();
  }

  /** The highest level at any moment from {@code from} to just before {@code end}. */
  ThreatLevel highest(Instant from, Instant end) {
    return Stream.concat(
            Stream.of(at(from)),
            between(from, end).stream().filter(move -> move.at().isBefore(end)).map(Move::to))
        .max(Comparator.naturalOrder())
        .orElse(ThreatLevel.LOW);
  }

  /** Whether this level was in force just before a stretch of time and all through it. */
  boolean stays(ThreatLevel level, Instant from, Instant to) {
    return before(from) == level && between(from, to).isEmpty();
  }
}
