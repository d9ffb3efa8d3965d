package oxus.alerts.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import oxus.theatre.Position;

/**
 * From the earth to the map's sheet: equirectangular, true to scale at the middle latitude. Sheets
 * are {@value #WIDTH} units wide, whatever the theatre.
 */
record Projection(
    double west, double north, double perDegreeEast, double perDegreeNorth, double height) {
  static final double WIDTH = 1000;

  /** A sheet that shows all these positions, with a margin. */
  static Projection around(List<Position> positions) {
    double west = positions.stream().mapToDouble(Position::longitude).min().orElse(0);
    double east = positions.stream().mapToDouble(Position::longitude).max().orElse(1);
    double south = positions.stream().mapToDouble(Position::latitude).min().orElse(0);
    double north = positions.stream().mapToDouble(Position::latitude).max().orElse(1);
    double margin = Math.max(0.05, 0.06 * Math.max(east - west, north - south));
    double shrink = StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    double perDegreeEast = WIDTH / (east - west + 2 * margin);
    double perDegreeNorth = perDegreeEast / shrink;
    double height = (north - south + 2 * margin) * perDegreeNorth;
    return new Projection(west - margin, north + margin, perDegreeEast, perDegreeNorth, height);
  }

  Spot spot(Position position) {
    return new Spot(
        (position.longitude() - west) * perDegreeEast,
        (north - position.latitude()) * perDegreeNorth);
  }

  List<Spot> spots(List<Position> line) {
    List<Spot> spots = new ArrayList<>(line.size());
    for (Position position : line) {
      spots.add(spot(position));
    }
    return spots;
  }

  String viewBox() {
    return "0 0 " + number(WIDTH) + " " + number(height);
  }

  static String path(List<Spot> spots, boolean closed) {
    StringBuilder path = new StringBuilder();
    for (Spot spot : spots) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(number(spot.x()))
          .append(' ')
          .append(number(spot.y()));
    }
    return closed ? path.append('Z').toString() : path.toString();
  }

  /** A smooth line: through the middles of the pieces, bent at the points between them. */
  static String curve(List<Spot> spots) {
    if (spots.size() < 3) {
      return path(spots, false);
    }
    StringBuilder curve = new StringBuilder("M").append(pair(spots.get(0)));
    for (int i = 1; i < spots.size() - 1; i++) {
      curve
          .append('Q')
          .append(pair(spots.get(i)))
          .append(' ')
          .append(pair(spots.get(i).towards(spots.get(i + 1), 0.5)));
    }
    return curve.append('L').append(pair(spots.get(spots.size() - 1))).toString();
  }

  private static String pair(Spot spot) {
    return number(spot.x()) + " " + number(spot.y());
  }

  /** One decimal is finer than any screen. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
