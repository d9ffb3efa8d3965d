package oxus.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ThreatLevel;
import oxus.standalone.backtest.Milestone.Direction;

/**
 * How a sector's level answered to a milestone.
 *
 * @param before the level just before the milestone may have come to be known
 * @param after the level a day after it was known
 * @param inDay the answer within 24 hours of knowledge
 * @param inTwoDays the answer within 48 hours
 * @param lead from the first rise of the week before, or of the day after, to knowledge; negative
 *     when the level rose later; empty for a milestone down and where nothing rose
 */
public record MilestoneScore(
    Milestone milestone,
    String sector,
    ThreatLevel before,
    ThreatLevel after,
    Answer inDay,
    Answer inTwoDays,
    Optional<Duration> lead) {

  static final Duration DAY = Duration.ofHours(24);
  static final Duration WEEK = Duration.ofDays(7);

  /**
   * RIGHT: it moved as it should. NONE: it could not, for it stood at the end of the scale all the
   * while; such a case does not count. WRONG: anything else.
   */
  public enum Answer {
    RIGHT,
    NONE,
    WRONG
  }

  static MilestoneScore of(Milestone milestone, LevelHistory history) {
    return new MilestoneScore(
        milestone,
        history.sector(),
        history.before(milestone.from()),
        history.at(milestone.known().plus(DAY)),
        answer(milestone, history, DAY),
        answer(milestone, history, DAY.multipliedBy(2)),
        lead(milestone, history));
  }

  private static Answer answer(Milestone milestone, LevelHistory history, Duration within) {
    boolean isUp = milestone.direction() == Direction.UP;
    Instant until = milestone.known().plus(within);
    List<Move> moves = history.between(milestone.from(), until);
    if (moves.stream().anyMatch(isUp ? Move::isRise : Move::isFall)) {
      return Answer.RIGHT;
    }
    ThreatLevel end = isUp ? ThreatLevel.CRITICAL : ThreatLevel.LOW;
    return history.stays(end, milestone.from(), until) ? Answer.NONE : Answer.WRONG;
  }

  private static Optional<Duration> lead(Milestone milestone, LevelHistory history) {
    if (milestone.direction() == Direction.DOWN) {
      return Optional.empty();
    }
    return history.between(milestone.known().minus(WEEK), milestone.known().plus(DAY)).stream()
        .filter(Move::isRise)
        .findFirst()
        .map(rise -> Duration.between(rise.at(), milestone.known()));
  }

  boolean isUp() {
    return milestone.direction() == Direction.UP;
  }

  /** The milder reading: at SEVERE a watch is already fully awake. */
  boolean isAtSevere() {
    return isUp() && before.compareTo(ThreatLevel.SEVERE) >= 0 && inDay == Answer.WRONG;
  }

  boolean standsHigh() {
    return after.compareTo(ThreatLevel.SEVERE) >= 0;
  }
}
