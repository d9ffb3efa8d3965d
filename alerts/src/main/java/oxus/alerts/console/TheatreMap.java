package oxus.alerts.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.theatre.Place;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * The theatre drawn on a sheet, without levels: those are put on when a page is rendered. A picture
 * for orientation, not a statement on boundaries.
 *
 * @param viewBox the sheet, for SVG
 * @param countries closed paths
 * @param sectors empty when the theatre gives no lines: then there is no map
 */
record TheatreMap(
    String viewBox,
    List<String> countries,
    List<DrawnName> countryNames,
    List<DrawnRiver> rivers,
    List<DrawnSector> sectors,
    List<DrawnCrossing> crossings) {

  TheatreMap {
    countries = List.copyOf(countries);
    countryNames = List.copyOf(countryNames);
    rivers = List.copyOf(rivers);
    sectors = List.copyOf(sectors);
    crossings = List.copyOf(crossings);
  }

  /**
   * A sector's line with room for its label.
   *
   * @param middle where the label's leader starts
   * @param label room for name and level
   * @param badge room for the level's number alone, for narrow screens
   */
  record DrawnSector(Sector sector, String path, Spot middle, Box label, Box badge) {}

  /**
   * A crossing's dot.
   *
   * @param name room for its name; empty where there is none
   */
  record DrawnCrossing(Place place, Spot spot, Optional<Box> name) {}

  /**
   * A river's course.
   *
   * @param label where its name fits; empty where it does not
   */
  record DrawnRiver(String name, String path, Optional<Spot> label) {}

  /** A country's name. */
  record DrawnName(String name, Spot spot) {}

  boolean isEmpty() {
    return sectors.isEmpty();
  }

  static TheatreMap of(Theatre theatre) {
    List<Sector> drawable =
        theatre.sectors().stream().filter(sector -> sector.line().size() > 1).toList();
    if (drawable.isEmpty()) {
      return new TheatreMap("0 0 1 1", List.of(), List.of(), List.of(), List.of(), List.of());
    }
    List<Position> corners = new ArrayList<>();
    drawable.forEach(sector -> corners.addAll(sector.line()));
    return new MapDrawing(theatre, Projection.around(corners), drawable).map();
  }
}
