package oxus.alerts.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels on a map: each goes to the nearest free place around its anchor, off other
 * labels and, where possible, off the lines. The order of asking decides who gets the better place.
 */
final class LabelPlacement {
  private static final int DIRECTIONS = 24;
  private static final double[] DISTANCES = {14, 26, 42, 62, 86, 114, 146, 182};
  private static final double CLEARANCE = 9;
  private static final double GRID = 12;
  private static final double COST_OF_A_POINT_COVERED = 40;
  private static final double COST_OF_A_LEADER_COVERED = 250;
  private static final int LEADER_STEPS = 20;

  private final double width;
  private final double height;
  private final List<Spot> lines;
  private final List<Box> taken = new ArrayList<>();

  /**
   * A sheet with lines to keep clear of.
   *
   * @param lines points along all lines, closely spaced
   */
  LabelPlacement(double width, double height, List<Spot> lines) {
    this.width = width;
    this.height = height;
    this.lines = List.copyOf(lines);
  }

  void take(Box box) {
    taken.add(box);
  }

  /** The best place for a label that must be shown; overlaps only when nothing else is left. */
  Box place(Spot anchor, double labelWidth, double labelHeight) {
    Box best =
        candidates(anchor, labelWidth, labelHeight, DISTANCES.length).stream()
            .filter(this::isFree)
            .min((a, b) -> Double.compare(cost(a, anchor), cost(b, anchor)))
            .orElse(Box.around(anchor, labelWidth, labelHeight));
    taken.add(best);
    return best;
  }

  /** A place close by for a label that may be left out. */
  Optional<Box> placeIfFree(Spot anchor, double labelWidth, double labelHeight) {
    Optional<Box> best =
        candidates(anchor, labelWidth, labelHeight, 1).stream()
            .filter(this::isFree)
            .filter(box -> lines.stream().noneMatch(box::contains))
            .findFirst();
    best.ifPresent(taken::add);
    return best;
  }

  /** The place inside closed lines that is farthest from them; empty when no place is free. */
  Optional<Box> placeInside(List<List<Spot>> rings, double labelWidth, double labelHeight) {
    Optional<Box> best = Optional.empty();
    double most = 0;
    for (double y = labelHeight; y < height; y += GRID) {
      for (double x = labelWidth / 2; x < width; x += GRID) {
        Spot centre = new Spot(x, y);
        Box box = Box.around(centre, labelWidth, labelHeight);
        if (!isInside(centre, rings) || !isFree(box) || lines.stream().anyMatch(box::contains)) {
          continue;
        }
        double room = room(centre, rings);
        if (room > most) {
          most = room;
          best = Optional.of(box);
        }
      }
    }
    best.ifPresent(taken::add);
    return best;
  }

  private double room(Spot spot, List<List<Spot>> rings) {
    double edge =
        Math.min(Math.min(spot.x(), width - spot.x()), Math.min(spot.y(), height - spot.y()));
    double corner =
        rings.stream().flatMap(List::stream).mapToDouble(spot::distance).min().orElse(0);
    return Math.min(edge, corner);
  }

  /** Counts how often a line to the right crosses the rings: inside when odd. */
  private static boolean isInside(Spot spot, List<List<Spot>> rings) {
    boolean isInside = false;
    for (List<Spot> ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        if (ring.get(i - 1).crossesRightOf(spot, ring.get(i))) {
          isInside = !isInside;
        }
      }
    }
    return isInside;
  }

  private boolean isFree(Box box) {
    return box.isWithin(width, height) && taken.stream().noneMatch(box::overlaps);
  }

  private double cost(Box box, Spot anchor) {
    long covered = lines.stream().filter(box.grown(CLEARANCE)::contains).count();
    double crossed = isLeaderCovered(anchor, box.centre()) ? COST_OF_A_LEADER_COVERED : 0;
    return box.centre().distance(anchor) + covered * COST_OF_A_POINT_COVERED + crossed;
  }

  /** A label whose leader runs under another label seems to belong to that one's line. */
  private boolean isLeaderCovered(Spot anchor, Spot centre) {
    for (int step = 0; step < LEADER_STEPS; step++) {
      Spot spot = anchor.towards(centre, (double) step / LEADER_STEPS);
      if (taken.stream().anyMatch(box -> box.contains(spot))) {
        return true;
      }
    }
    return false;
  }

  /** Boxes that touch circles around the anchor, nearest first, the right-hand side first. */
  private static List<Box> candidates(Spot anchor, double width, double height, int circles) {
    List<Box> boxes = new ArrayList<>();
    for (int circle = 0; circle < circles; circle++) {
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reachX = DISTANCES[circle] + width / 2;
        double reachY = DISTANCES[circle] + height / 2;
        Spot centre = new Spot(anchor.x() + cos * reachX, anchor.y() + sin * reachY);
        boxes.add(Box.around(centre, width, height));
      }
    }
    return boxes;
  }
}
