package oxus.alerts.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sector's scores over time, in bounded space: when it is full, every second of the older half is
 * forgotten, so that long histories keep their shape and recent ones their detail.
 */
final class Trail {
  private static final int CAPACITY = 2_000;

  private final List<ScorePoint> points = new ArrayList<>();

  void add(ScorePoint point) {
    points.add(point);
    if (points.size() > CAPACITY) {
      thin();
    }
  }

  private void thin() {
    List<ScorePoint> kept = new ArrayList<>(CAPACITY);
    for (int i = 0; i < points.size(); i++) {
      if (i % 2 == 0 || i > CAPACITY / 2) {
        kept.add(points.get(i));
      }
    }
    points.clear();
    points.addAll(kept);
  }

  /** The score that was known at a moment; 0 before the first. */
  long at(Instant moment) {
    long score = 0;
    for (ScorePoint point : points) {
      if (point.at().isAfter(moment)) {
        return score;
      }
      score = point.score();
    }
    return score;
  }

  List<ScorePoint> points() {
    return List.copyOf(points);
  }
}
