package oxus.alerts.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.alerts.console.TheatreMap.DrawnCrossing;
import oxus.alerts.console.TheatreMap.DrawnName;
import oxus.alerts.console.TheatreMap.DrawnRiver;
import oxus.alerts.console.TheatreMap.DrawnSector;
import oxus.schemas.PlaceKind;
import oxus.theatre.Outline;
import oxus.theatre.Place;
import oxus.theatre.River;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** Draws a theatre on one sheet; the steps share the room that is left for labels. */
final class MapDrawing {
  private static final double SAMPLE = 9;
  private static final double LABEL_HEIGHT = 46;
  private static final double LETTER = 10.6;
  private static final double LEVEL_WIDTH = 192;
  private static final double BADGE = 54;
  private static final double SMALL_LETTER = 7.8;
  private static final double COUNTRY_LETTER = 15;

  private final Theatre theatre;
  private final Projection projection;
  private final Map<Sector, List<Spot>> lines = new LinkedHashMap<>();
  private final LabelPlacement labels;
  private final LabelPlacement badges;

  MapDrawing(Theatre theatre, Projection projection, List<Sector> drawable) {
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
    List<DrawnName> countries = countryNames();
    return new TheatreMap(
        projection.viewBox(), countries(), countries, rivers(), sectors, crossings);
  }

  /** Named once, where there is room beside the longest stretch on the sheet. */
  private List<DrawnRiver> rivers() {
    List<DrawnRiver> drawn = new ArrayList<>();
    for (River river : theatre.rivers()) {
      List<Spot> spots = projection.spots(river.line());
      double width = 8 + SMALL_LETTER * river.name().length();
      Optional<Spot> label =
          sampled(spots).stream()
              .filter(this::isOnSheet)
              .skip(6)
              .flatMap(spot -> labels.placeIfFree(spot, width, 16).stream())
              .map(Box::centre)
              .findFirst();
      drawn.add(new DrawnRiver(river.name(), Projection.curve(spots), label));
    }
    return drawn;
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
          double width = Math.max(LEVEL_WIDTH, 64 + LETTER * sector.name().length());
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
        samples.add(from.towards(to, (double) step / steps));
      }
    }
    samples.add(line.get(line.size() - 1));
    return samples;
  }
}
