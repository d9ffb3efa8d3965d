package oxus.alerts.console;

/** A point on a sheet, in its units, y downwards. */
record Spot(double x, double y) {

  double distance(Spot other) {
    return StrictMath.hypot(x - other.x, y - other.y);
  }
}
