package oxus.alerts.console;

/** A point on a sheet, in its units, y downwards. */
record Spot(double x, double y) {

  double distance(Spot other) {
    return StrictMath.hypot(x - other.x, y - other.y);
  }

  /** The point at a share of the way to another. */
  Spot towards(Spot other, double share) {
    return new Spot(x + share * (other.x - x), y + share * (other.y - y));
  }

  /** Whether the line from here to another spot crosses the level line to the right of a third. */
  boolean crossesRightOf(Spot origin, Spot other) {
    if ((y > origin.y) == (other.y > origin.y)) {
      return false;
    }
    return origin.x < x + (other.x - x) * (origin.y - y) / (other.y - y);
  }
}
