package oxus.theatre;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A GeoJSON file. It is read as YAML, of which JSON is a part: that reader knows the line of every
 * piece.
 */
final class GeoJson {
  private static final BigDecimal MOST_EAST = BigDecimal.valueOf(180);
  private static final BigDecimal MOST_NORTH = BigDecimal.valueOf(90);
  private static final int FEWEST_IN_RING = 4;

  private final Yaml root;
  private final String file;
  private final List<Problem> problems;

  GeoJson(String file, String text, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
    this.root = Yaml.parse(file, text, problems).only("type", "features");
  }

  /** The line of each sector, from LineString features with the sector's id as a property. */
  Map<String, List<Position>> lines(List<Located<Sector>> sectors) {
    List<String> known = sectors.stream().map(sector -> sector.value().id()).toList();
    Map<String, List<Position>> lines = new LinkedHashMap<>();
    for (Yaml feature : features()) {
      Yaml id = feature.get("properties").only("sector").get("sector");
      if (!known.contains(id.text())) {
        id.problem("'" + id.text() + "' is no sector", Nearest.cure(id.text(), known));
      }
      if (lines.put(id.text(), line(feature)) != null) {
        id.problem("sector '" + id.text() + "' is drawn twice", "join the two lines into one");
      }
    }
    for (Located<Sector> sector : sectors) {
      if (!lines.containsKey(sector.value().id())) {
        problems.add(
            sector.problem(
                "sector '" + sector.value().id() + "' is not drawn",
                "add a LineString feature for it to " + file));
      }
    }
    return lines;
  }

  /** The courses of the rivers, from LineString features with the river's name. */
  List<River> rivers() {
    List<River> rivers = new ArrayList<>();
    for (Yaml feature : features()) {
      if (isRiver(feature)) {
        String name = feature.get("properties").only("river").get("river").text();
        rivers.add(new River(name, line(feature)));
      }
    }
    return rivers;
  }

  private static boolean isRiver(Yaml feature) {
    return feature.get("properties").find("river").isPresent();
  }

  /** The shapes of the countries, from MultiPolygon features with the country's code. */
  List<Outline> outlines() {
    List<Outline> outlines = new ArrayList<>();
    for (Yaml feature : features()) {
      if (isRiver(feature)) {
        continue;
      }
      String country = feature.get("properties").only("country").get("country").text();
      List<List<Position>> rings = new ArrayList<>();
      for (Yaml polygon : coordinates(feature, "MultiPolygon").items()) {
        polygon.items().forEach(ring -> rings.add(ring(ring)));
      }
      outlines.add(new Outline(country, rings));
    }
    return outlines;
  }

  private List<Yaml> features() {
    return root.get("features").items().stream()
        .map(feature -> feature.only("type", "properties", "geometry"))
        .toList();
  }

  private static Yaml coordinates(Yaml feature, String type) {
    Yaml geometry = feature.get("geometry").only("type", "coordinates");
    String actual = geometry.get("type").text();
    if (!actual.equals(type)) {
      geometry.get("type").problem("the geometry is a '" + actual + "'", "draw a " + type);
    }
    return geometry.get("coordinates");
  }

  private static List<Position> line(Yaml feature) {
    Yaml coordinates = coordinates(feature, "LineString");
    List<Position> line = positions(coordinates);
    if (line.size() < 2) {
      coordinates.problem("the line has " + line.size() + " points", "give it two or more");
    }
    return line;
  }

  private static List<Position> ring(Yaml coordinates) {
    List<Position> ring = positions(coordinates);
    if (ring.size() < FEWEST_IN_RING || !ring.get(0).equals(ring.get(ring.size() - 1))) {
      coordinates.problem(
          "the ring is not closed", "give it four or more points, the last like the first");
    }
    return ring;
  }

  private static List<Position> positions(Yaml coordinates) {
    return coordinates.items().stream().map(GeoJson::position).toList();
  }

  private static Position position(Yaml pair) {
    List<Yaml> numbers = pair.items();
    if (numbers.size() != 2) {
      pair.problem("a point has " + numbers.size() + " numbers", "write [longitude, latitude]");
      return new Position(0, 0);
    }
    return new Position(
        within(numbers.get(0), MOST_EAST, "longitude"),
        within(numbers.get(1), MOST_NORTH, "latitude"));
  }

  private static double within(Yaml number, BigDecimal limit, String what) {
    BigDecimal value = number.number();
    if (value.abs().compareTo(limit) > 0) {
      number.problem(
          what + " " + value + " is out of range",
          "write degrees between -" + limit + " and " + limit + ", longitude first");
    }
    return value.doubleValue();
  }
}
