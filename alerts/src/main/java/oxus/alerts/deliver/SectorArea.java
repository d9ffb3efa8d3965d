package oxus.alerts.deliver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import oxus.theatre.Position;
import oxus.theatre.Sector;

/**
 * The ground around a sector as one closed ring: the convex hull of all within some 25 km of its
 * line. A picture for orientation, as the line is.
 */
final class SectorArea {
  private static final double REACH_KM = 25;
  private static final double KM_A_DEGREE = 111.32;
  private static final int CORNERS = 12;

  /** Ten-thousandths of a degree, some ten metres: whole numbers make the hull exact. */
  private static final double GRID = 10_000;

  private record Point(long x, long y) {}

  private SectorArea() {}

  /** Counterclockwise, the last position the first again; empty for a sector without a line. */
  static List<Position> around(Sector sector) {
    if (sector.line().isEmpty()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    for (Position position : sector.line()) {
      ring(position, points);
    }
    points.sort(Comparator.comparingLong(Point::x).thenComparingLong(Point::y));
    List<Point> hull = half(points);
    Collections.reverse(points);
    List<Point> upper = half(points);
    hull.addAll(upper.subList(1, upper.size()));
    return hull.stream().map(point -> new Position(point.x() / GRID, point.y() / GRID)).toList();
  }

  private static void ring(Position centre, List<Point> points) {
    double north = REACH_KM / KM_A_DEGREE;
    double shrink = StrictMath.max(0.05, StrictMath.cos(StrictMath.toRadians(centre.latitude())));
    for (int corner = 0; corner < CORNERS; corner++) {
      double angle = 2 * StrictMath.PI * corner / CORNERS;
      double longitude = centre.longitude() + north / shrink * StrictMath.cos(angle);
      double latitude = centre.latitude() + north * StrictMath.sin(angle);
      points.add(new Point(grid(longitude, 180), grid(latitude, 90)));
    }
  }

  private static long grid(double degrees, double most) {
    return StrictMath.round(StrictMath.max(-most, StrictMath.min(most, degrees)) * GRID);
  }

  /** One side of the hull of sorted points: turns left at each of its points. */
  private static List<Point> half(List<Point> sorted) {
    List<Point> side = new ArrayList<>();
    for (Point point : sorted) {
      while (side.size() > 1 && !turnsLeft(side, point)) {
        side.remove(side.size() - 1);
      }
      side.add(point);
    }
    return side;
  }

  private static boolean turnsLeft(List<Point> side, Point next) {
    Point before = side.get(side.size() - 2);
    Point last = side.get(side.size() - 1);
    return (last.x() - before.x()) * (next.y() - before.y())
            - (last.y() - before.y()) * (next.x() - before.x())
        > 0;
  }
}
