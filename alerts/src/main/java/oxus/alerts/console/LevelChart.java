package oxus.alerts.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ThreatLevel;

/**
 * A sector's level as steps over time, and below it its score as a line; both share the time axis.
 *
 * @param steps path of the level
 * @param score path of the score, empty while there are no assessments
 * @param zero height of score 0
 * @param greatest the score at the top of the lower panel, micro-units
 * @param events the incidents in between, each at the time at which it became known
 */
record LevelChart(
    String steps,
    String score,
    double zero,
    long greatest,
    List<Moment> days,
    List<Moment> moves,
    List<Threshold> thresholds,
    List<Event> events) {
  static final double LEFT = 150;
  static final double RIGHT = 984;
  static final double LEVEL_TOP = 24;
  static final double LEVEL_STEP = 26;
  static final double EVENTS = 160;
  static final double SCORE_TOP = 190;
  static final double SCORE_BOTTOM = 320;

  LevelChart {
    days = List.copyOf(days);
    moves = List.copyOf(moves);
    thresholds = List.copyOf(thresholds);
    events = List.copyOf(events);
  }

  /**
   * An incident on the time line.
   *
   * @param size of its mark: heavier is larger
   * @param text what it is, for a pointer or a screen reader
   * @param end whether its text stands left of it, so that it stays on the sheet
   */
  record Event(double x, double y, double size, boolean raises, String text, boolean end) {}

  /**
   * A mark on the time axis.
   *
   * @param style the style sheet's name for it, empty for plain ones
   */
  record Moment(double x, double y, String text, String style) {}

  /** The score from which a level is reached. */
  record Threshold(double y, ThreatLevel level, long score) {}

  boolean isEmpty() {
    return steps.isEmpty();
  }

  static double levelY(ThreatLevel level) {
    return LEVEL_TOP + LEVEL_STEP * (LevelNumber.of(ThreatLevel.CRITICAL) - LevelNumber.of(level));
  }

  /**
   * The chart of what is known.
   *
   * @param history newest first
   * @param trail oldest first
   * @param thresholds the score from which each level is reached
   * @param happenings the heaviest first
   * @param knownAt the newest knowledge time of the board: until then the last level holds
   */
  static LevelChart of(
      List<Posted> history,
      List<ScorePoint> trail,
      Map<ThreatLevel, Long> thresholds,
      List<Happening> happenings,
      Optional<Instant> knownAt) {
    List<Instant> moments = new ArrayList<>();
    history.forEach(posted -> moments.add(posted.change().getAt()));
    trail.forEach(point -> moments.add(point.at()));
    if (moments.isEmpty()) {
      return new LevelChart("", "", SCORE_BOTTOM, 0, List.of(), List.of(), List.of(), List.of());
    }
    knownAt.ifPresent(moments::add);
    TimeAxis axis = TimeAxis.over(moments).orElseThrow();
    return new ChartDrawing(axis, history, trail, thresholds, happenings).chart();
  }
}
