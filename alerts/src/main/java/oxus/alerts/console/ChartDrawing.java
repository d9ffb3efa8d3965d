package oxus.alerts.console;

import static oxus.alerts.console.LevelChart.EVENTS;
import static oxus.alerts.console.LevelChart.LEFT;
import static oxus.alerts.console.LevelChart.RIGHT;
import static oxus.alerts.console.LevelChart.SCORE_BOTTOM;
import static oxus.alerts.console.LevelChart.SCORE_TOP;
import static oxus.alerts.console.LevelChart.levelY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import oxus.alerts.console.LevelChart.Event;
import oxus.alerts.console.LevelChart.Moment;
import oxus.alerts.console.LevelChart.Threshold;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * Draws a level chart's parts on one time axis.
 *
 * @param history newest first
 * @param trail oldest first
 * @param happenings the heaviest first
 */
record ChartDrawing(
    TimeAxis axis,
    List<Posted> history,
    List<ScorePoint> trail,
    Map<ThreatLevel, Long> thresholds,
    List<Happening> happenings) {
  private static final int MOST_EVENTS = 40;
  private static final double LEAST_SIZE = 4;
  private static final double SIZE_RANGE = 6;
  private static final double HALF_A_DATE = 45;
  private static final int MOST_DAYS = 6;

  LevelChart chart() {
    long greatest = greatest();
    long least = Math.min(0, trail.stream().mapToLong(ScorePoint::score).min().orElse(0));
    return new LevelChart(
        steps(),
        score(least, greatest),
        scoreY(0, least, greatest),
        greatest,
        days(),
        moves(),
        thresholds(least, greatest),
        events());
  }

  /** By time, so that the focus goes from left to right. */
  private List<Event> events() {
    long heaviest =
        Math.max(1, happenings.stream().mapToLong(h -> Math.abs(h.weight())).max().orElse(1));
    return happenings.stream()
        .filter(happening -> !happening.knownAt().isAfter(axis.to()))
        .limit(MOST_EVENTS)
        .sorted(Comparator.comparing(Happening::knownAt).thenComparing(Happening::incident))
        .map(happening -> event(happening, heaviest))
        .toList();
  }

  private Event event(Happening happening, long heaviest) {
    double x = Math.max(LEFT, axis.x(happening.knownAt()));
    double share = (double) Math.abs(happening.weight()) / heaviest;
    String place = happening.place().isEmpty() ? "" : ", " + Wording.plain(happening.place());
    String text =
        Wording.words(happening.type())
            + place
            + " "
            + Wording.plain(happening.grade())
            + " · known "
            + Wording.time(happening.knownAt())
            + " · weighed "
            + Wording.signedGlance(happening.weight());
    return new Event(
        x,
        EVENTS,
        LEAST_SIZE + SIZE_RANGE * StrictMath.sqrt(share),
        happening.weight() >= 0,
        text,
        x > (LEFT + RIGHT) / 2);
  }

  /** High enough to show the next threshold: how far the next level is. */
  private long greatest() {
    long score = Math.max(1, trail.stream().mapToLong(ScorePoint::score).max().orElse(1));
    return thresholds.values().stream()
        .filter(threshold -> threshold > score)
        .min(Long::compareTo)
        .orElse(score);
  }

  private List<Threshold> thresholds(long least, long greatest) {
    return thresholds.entrySet().stream()
        .filter(threshold -> threshold.getValue() <= greatest)
        .map(
            threshold ->
                new Threshold(
                    scoreY(threshold.getValue(), least, greatest),
                    threshold.getKey(),
                    threshold.getValue()))
        .sorted(Comparator.comparing(Threshold::level))
        .toList();
  }

  private String steps() {
    StringBuilder path = new StringBuilder();
    ThreatLevel level =
        history.isEmpty() ? ThreatLevel.LOW : history.get(history.size() - 1).change().getFrom();
    path.append("M").append(number(LEFT)).append(' ').append(number(levelY(level)));
    for (int i = history.size() - 1; i >= 0; i--) {
      ThreatLevelChange change = history.get(i).change();
      path.append("H").append(number(axis.x(change.getAt())));
      path.append("V").append(number(levelY(change.getTo())));
    }
    return path.append("H").append(number(axis.x(axis.to()))).toString();
  }

  private String score(long least, long greatest) {
    StringBuilder path = new StringBuilder();
    for (ScorePoint point : trail) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(axis.x(point.at())))
          .append(' ')
          .append(number(scoreY(point.score(), least, greatest)));
    }
    return path.toString();
  }

  private static double scoreY(long score, long least, long greatest) {
    double share = (double) (score - least) / (greatest - least);
    return SCORE_BOTTOM - share * (SCORE_BOTTOM - SCORE_TOP);
  }

  /** The first mark stands at the start, unless the day that follows stands too close. */
  private List<Moment> days() {
    List<Moment> days = new ArrayList<>();
    for (LocalDate day : axis.days(MOST_DAYS)) {
      double x = Math.max(axis.x(day), axis.x(axis.from()));
      if (days.size() == 1 && x - days.get(0).x() < 2 * HALF_A_DATE) {
        days.clear();
      }
      if (x < RIGHT - HALF_A_DATE) {
        days.add(new Moment(x, SCORE_BOTTOM, day.toString(), ""));
      }
    }
    return days;
  }

  private List<Moment> moves() {
    List<Moment> moves = new ArrayList<>();
    for (Posted posted : history) {
      ThreatLevelChange change = posted.change();
      String text = change.getTo() + ", " + Wording.time(change.getAt());
      moves.add(
          new Moment(
              axis.x(change.getAt()), levelY(change.getTo()), text, Wording.style(change.getTo())));
    }
    return moves;
  }

  private static String number(double value) {
    return Projection.number(value);
  }
}
