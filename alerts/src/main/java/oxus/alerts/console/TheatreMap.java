package oxus.alerts.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.schemas.PlaceKind;
import oxus.theatre.Outline;
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
    List<DrawnSector> sectors,
    List<DrawnCrossing> crossings) {
  private static final double SAMPLE = 9;

  TheatreMap {
    countries = List.copyOf(countries);
    countryNames = List.copyOf(countryNames);
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

  /** A country's name. */
  record DrawnName(String name, Spot spot) {}

  boolean isEmpty() {
    return sectors.isEmpty();
  }

  static TheatreMap of(Theatre theatre) {
    List<Sector> drawable =
        theatre.sectors().stream().filter(sector -> sector.line().size() > 1).toList();
    if (drawable.isEmpty()) {
      return new TheatreMap("0 0 1 1", List.of(), List.of(), List.of(), List.of());
    }
    List<Position> corners = new ArrayList<>();
    drawable.forEach(sector -> corners.addAll(sector.line()));
    return new Drawing(theatre, Projection.around(corners), drawable).map();
  }

  /** The steps of drawing share the sheet and the room that is left on it. */
  private static final class Drawing {
    private static final double LABEL_HEIGHT = 46;
    private static final double LETTER = 10.6;
    private static final double LEVEL_WIDTH = 158;
    private static final double BADGE = 54;
    private static final double SMALL_LETTER = 7.8;
    private static final double COUNTRY_LETTER = 15;

    private final Theatre theatre;
    private final Projection projection;
    private final Map<Sector, List<Spot>> lines = new LinkedHashMap<>();
    private final LabelPlacement labels;
    private final LabelPlacement badges;

    Drawing(Theatre theatre, Projection projection, List<Sector> drawable) {
      this.theatre = theatre;
      this.projection = projection;
      drawable.forEach(sector -> lines.put(sector, projection.spots(sector.line())));
      List<Spot> samples = lines.values().stream().flatMap(line -> sampled(line).stream()).toList();
      this.labels = new LabelPlacement(Projection.WIDTH, projection.height(), samples);
      this.badges = new LabelPlacement(Projection.WIDTH, projection.height(), samples);
    }

    TheatreMap map() {
      List<DrawnSector> sectors = sectors();
      List<DrawnCrossing> crossings = crossings();
      return new TheatreMap(projection.viewBox(), countries(), countryNames(), sectors, crossings);
    }

    private List<String> countries() {
      return theatre.outlines().stream()
          .map(
              outline ->
                  outline.rings().stream()
                      .map(ring -> Projection.path(projection.spots(ring), true))
                      .collect(Collectors.joining()))
          .toList();
    }

    /** Each name goes where its country has most room; a country with little room goes unnamed. */
    private List<DrawnName> countryNames() {
      List<DrawnName> drawn = new ArrayList<>();
      for (Outline outline : theatre.outlines()) {
        Optional<String> name = countryName(outline.country());
        List<List<Spot>> rings = outline.rings().stream().map(projection::spots).toList();
        name.flatMap(text -> labels.placeInside(rings, 30 + COUNTRY_LETTER * text.length(), 40))
            .ifPresent(box -> drawn.add(new DrawnName(name.orElse(""), box.centre())));
      }
      return drawn;
    }

    private Optional<String> countryName(String country) {
      return theatre.gazetteer().places().stream()
          .filter(place -> place.kind() == PlaceKind.COUNTRY && place.country().equals(country))
          .map(Place::name)
          .findFirst();
    }

    private List<DrawnSector> sectors() {
      List<DrawnSector> drawn = new ArrayList<>();
      lines.forEach(
          (sector, line) -> {
            Spot middle = middle(line);
            double width = Math.max(LEVEL_WIDTH, 42 + LETTER * sector.name().length());
            drawn.add(
                new DrawnSector(
                    sector,
                    Projection.path(line, false),
                    middle,
                    labels.place(middle, width, LABEL_HEIGHT),
                    badges.place(middle, BADGE, BADGE)));
          });
      return drawn;
    }

    private List<DrawnCrossing> crossings() {
      List<DrawnCrossing> drawn = new ArrayList<>();
      for (Place place : theatre.gazetteer().places()) {
        if (place.kind() != PlaceKind.CROSSING || place.position().isEmpty()) {
          continue;
        }
        Spot spot = projection.spot(place.position().get());
        if (isOnSheet(spot)) {
          double width = 6 + SMALL_LETTER * place.name().length();
          drawn.add(new DrawnCrossing(place, spot, labels.placeIfFree(spot, width, 17)));
        }
      }
      return drawn;
    }

    private boolean isOnSheet(Spot spot) {
      return Box.around(spot, 2, 2).isWithin(Projection.WIDTH, projection.height());
    }

    /** The point half-way along a line. */
    private static Spot middle(List<Spot> line) {
      List<Spot> samples = sampled(line);
      return samples.get(samples.size() / 2);
    }

    private static List<Spot> sampled(List<Spot> line) {
      List<Spot> samples = new ArrayList<>();
      for (int i = 1; i < line.size(); i++) {
        Spot from = line.get(i - 1);
        Spot to = line.get(i);
        int steps = (int) Math.max(1, Math.ceil(from.distance(to) / SAMPLE));
        for (int step = 0; step < steps; step++) {
          double share = (double) step / steps;
          samples.add(
              new Spot(
                  from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
        }
      }
      samples.add(line.get(line.size() - 1));
      return samples;
    }
  }
}
