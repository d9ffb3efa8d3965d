package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * A sector's level as steps over time, and below it its score as a line; both share the time axis.
 *
 * @param steps path of the level
 * @param score path of the score, empty while there are no assessments
 * @param zero height of score 0
 * @param greatest the score at the top of the lower panel, micro-units
 */
record LevelChart(
    String steps,
    String score,
    double zero,
    long greatest,
    List<Moment> days,
    List<Moment> moves,
    List<Threshold> thresholds) {
  static final double LEFT = 120;
  static final double RIGHT = 984;
  static final double LEVEL_TOP = 24;
  static final double LEVEL_STEP = 26;
  static final double SCORE_TOP = 176;
  static final double SCORE_BOTTOM = 306;
  private static final double HALF_A_DATE = 45;
  private static final int MOST_DAYS = 6;
  private static final List<Integer> DAY_STEPS = List.of(1, 2, 7, 14, 28, 56, 91, 182, 364);

  LevelChart {
    days = List.copyOf(days);
    moves = List.copyOf(moves);
    thresholds = List.copyOf(thresholds);
  }

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
   */
  static LevelChart of(
      List<Posted> history, List<ScorePoint> trail, Map<ThreatLevel, Long> thresholds) {
    Optional<Span> span = Span.of(history, trail);
    if (span.isEmpty()) {
      return new LevelChart("", "", SCORE_BOTTOM, 0, List.of(), List.of(), List.of());
    }
    return new Drawing(span.get(), history, trail, thresholds).chart();
  }

  /** The time that the chart covers. */
  private record Span(Instant from, Instant to) {

    static Optional<Span> of(List<Posted> history, List<ScorePoint> trail) {
      List<Instant> times = new ArrayList<>();
      history.forEach(posted -> times.add(posted.change().getAt()));
      trail.forEach(point -> times.add(point.at()));
      Optional<Instant> from = times.stream().min(Instant::compareTo);
      Optional<Instant> to = times.stream().max(Instant::compareTo);
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      // a day of margin: a step at the edge stays visible
      return Optional.of(
          new Span(from.get().minus(Duration.ofDays(1)), to.get().plus(Duration.ofDays(1))));
    }

    double x(Instant at) {
      double share =
          (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
      return LEFT + share * (RIGHT - LEFT);
    }
  }

  private record Drawing(
      Span span, List<Posted> history, List<ScorePoint> trail, Map<ThreatLevel, Long> thresholds) {

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
          thresholds(least, greatest));
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
        path.append("H").append(number(span.x(change.getAt())));
        path.append("V").append(number(levelY(change.getTo())));
      }
      return path.append("H").append(number(RIGHT)).toString();
    }

    private String score(long least, long greatest) {
      StringBuilder path = new StringBuilder();
      for (ScorePoint point : trail) {
        path.append(path.isEmpty() ? "M" : "L")
            .append(number(span.x(point.at())))
            .append(' ')
            .append(number(scoreY(point.score(), least, greatest)));
      }
      return path.toString();
    }

    private static double scoreY(long score, long least, long greatest) {
      double share = (double) (score - least) / (greatest - least);
      return SCORE_BOTTOM - share * (SCORE_BOTTOM - SCORE_TOP);
    }

    private List<Moment> days() {
      LocalDate first = LocalDate.ofInstant(span.from(), ZoneOffset.UTC).plusDays(1);
      LocalDate last = LocalDate.ofInstant(span.to(), ZoneOffset.UTC);
      long length = last.toEpochDay() - first.toEpochDay() + 1;
      int step =
          DAY_STEPS.stream().filter(days -> length / days < MOST_DAYS).findFirst().orElse(728);
      List<Moment> days = new ArrayList<>();
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
        double x = span.x(day.atStartOfDay(ZoneOffset.UTC).toInstant());
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
                span.x(change.getAt()),
                levelY(change.getTo()),
                text,
                Wording.style(change.getTo())));
      }
      return moves;
    }

    private static String number(double value) {
      return Projection.number(value);
    }
  }
}
