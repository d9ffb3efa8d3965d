package oxus.alerts.console;

/** A rectangle on a sheet that a label takes up. */
record Box(double left, double top, double width, double height) {

  static Box around(Spot centre, double width, double height) {
    return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
  }

  boolean overlaps(Box other) {
    return left < other.left + other.width
        && other.left < left + width
        && top < other.top + other.height
        && other.top < top + height;
  }

  boolean contains(Spot spot) {
    return spot.x() >= left
        && spot.x() <= left + width
        && spot.y() >= top
        && spot.y() <= top + height;
  }

  boolean isWithin(double sheetWidth, double sheetHeight) {
    return left >= 0 && top >= 0 && left + width <= sheetWidth && top + height <= sheetHeight;
  }

  Box grown(double margin) {
    return new Box(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
  }

  Spot centre() {
    return new Spot(left + width / 2, top + height / 2);
  }
}
