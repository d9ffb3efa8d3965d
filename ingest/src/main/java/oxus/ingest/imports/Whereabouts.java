package oxus.ingest.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oxus.ingest.imports.Told.Grain;
import oxus.ingest.imports.Told.Spot;
import oxus.schemas.PlaceKind;
import oxus.theatre.Border;
import oxus.theatre.Place;
import oxus.theatre.Position;
import oxus.theatre.Theatre;

/**
 * Finds on which sectors an event at a place of somebody else's table bears: by the place's name,
 * else by its district, else by the nearest place that the theatre knows. A place is never guessed.
 */
final class Whereabouts {
  /** So near a known place, what bears on that place bears on the same sectors. */
  static final double NEAR = 25;

  /** Farther from its known position than this, a town of the same name is another one. */
  static final double SAME_TOWN = 75;

  /** The same for districts and provinces, which are drawn at one point of them. */
  static final double SAME_AREA = 250;

  private static final Set<PlaceKind> AREAS = Set.of(PlaceKind.PROVINCE, PlaceKind.DISTRICT);
  private static final Set<PlaceKind> NO_SPOTS = Set.of(PlaceKind.COUNTRY, PlaceKind.RIVER);

  private final Theatre theatre;
  private final Set<String> countries;

  /**
   * Where it bears.
   *
   * @param scopes sectors, borders or the theatre; empty: nowhere, and {@code reason} tells why
   * @param place the place's name, for the report
   * @param kind of the place, where the theatre knows it
   * @param country ISO 3166 alpha-2 code; empty: not one of the theatre's
   */
  record Where(
      List<String> scopes,
      String place,
      Optional<PlaceKind> kind,
      Optional<String> country,
      String reason) {
    Where {
      scopes = List.copyOf(scopes);
    }
  }

  Whereabouts(Theatre theatre) {
    this.theatre = theatre;
    this.countries =
        theatre.borders().stream()
            .map(Border::countries)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  Where of(Spot spot) {
    Optional<String> country = country(spot.country()).filter(countries::contains);
    if (!spot.scopes().isEmpty()) {
      Optional<PlaceKind> kind =
          theatre.gazetteer().resolve(spot.name(), spot.scopes()).stream()
              .map(Place::kind)
              .findFirst();
      return new Where(spot.scopes(), spot.name(), kind, country, "");
    }
    if (country.isEmpty()) {
      return nowhere(
          country, spot.country().isEmpty() ? "no country is told" : "in another country");
    }
    if (spot.grain() == Grain.COUNTRY) {
      return nowhere(country, "only a country is told");
    }
    return named(spot.name(), spot, country.get(), isArea(spot))
        .map(place -> at(place, spot.name(), country))
        .or(() -> inDistrict(spot, country))
        .or(() -> near(spot, country))
        .or(() -> inProvince(spot, country))
        .orElseGet(() -> nowhere(country, "at a place that the theatre does not know"));
  }

  /** The ISO code of a country by its name or code. */
  Optional<String> country(String name) {
    if (countries.contains(name)) {
      return Optional.of(name);
    }
    return theatre.gazetteer().bySpelling(name).stream()
        .filter(place -> place.kind() == PlaceKind.COUNTRY)
        .map(Place::country)
        .findFirst();
  }

  private static boolean isArea(Spot spot) {
    return spot.grain() == Grain.AREA;
  }

  private Optional<Where> inDistrict(Spot spot, Optional<String> country) {
    return named(spot.district(), spot, country.orElse(""), false)
        .map(place -> at(place, spot.name() + " (" + place.name() + ")", country));
  }

  private Optional<Where> inProvince(Spot spot, Optional<String> country) {
    return isArea(spot)
        ? named(spot.province(), spot, country.orElse(""), true)
            .map(place -> at(place, place.name(), country))
        : Optional.empty();
  }

  /** The place itself is not named then: near a crossing is not at it. */
  private Optional<Where> near(Spot spot, Optional<String> country) {
    if (spot.position().isEmpty() || isArea(spot)) {
      return Optional.empty();
    }
    return theatre.gazetteer().places().stream()
        .filter(place -> country.filter(place.country()::equals).isPresent())
        .filter(place -> !NO_SPOTS.contains(place.kind()) && !AREAS.contains(place.kind()))
        .filter(place -> distance(place, spot) <= NEAR)
        .reduce((one, other) -> distance(other, spot) < distance(one, spot) ? other : one)
        .map(
            place ->
                place.scopes().isEmpty()
                    ? noBorder(country)
                    : new Where(place.scopes(), spot.name(), Optional.empty(), country, ""));
  }

  private Optional<Place> named(String name, Spot spot, String country, boolean area) {
    return called(name, spot, country, area)
        .or(() -> area ? called(name + " Province", spot, country, true) : Optional.empty());
  }

  private Optional<Place> called(String name, Spot spot, String country, boolean area) {
    List<Place> alike =
        theatre.gazetteer().bySpelling(name).stream()
            .filter(place -> place.country().equals(country))
            .filter(place -> !NO_SPOTS.contains(place.kind()))
            .filter(place -> area ? AREAS.contains(place.kind()) : isTown(place))
            .filter(place -> isThere(place, spot))
            .toList();
    boolean isOne = alike.stream().map(Place::scopes).distinct().count() <= 1;
    if (spot.position().isEmpty() && !isOne) {
      return Optional.empty();
    }
    return alike.stream()
        .reduce((one, other) -> distance(other, spot) < distance(one, spot) ? other : one);
  }

  private static boolean isTown(Place place) {
    return place.kind() != PlaceKind.PROVINCE;
  }

  /** A name that is also an ordinary word needs a position to speak for it. */
  private static boolean isThere(Place place, Spot spot) {
    if (spot.position().isEmpty() || place.position().isEmpty()) {
      return place.context().isEmpty();
    }
    return distance(place, spot) <= (AREAS.contains(place.kind()) ? SAME_AREA : SAME_TOWN);
  }

  private static Where at(Place place, String name, Optional<String> country) {
    return place.scopes().isEmpty()
        ? noBorder(country)
        : new Where(place.scopes(), name, Optional.of(place.kind()), country, "");
  }

  private static Where noBorder(Optional<String> country) {
    return nowhere(country, "at a place that bears on no border");
  }

  private static Where nowhere(Optional<String> country, String reason) {
    return new Where(List.of(), "", Optional.empty(), country, reason);
  }

  /** In kilometres; without a limit when either position is not known. */
  private static double distance(Place place, Spot spot) {
    return place.position().isPresent() && spot.position().isPresent()
        ? distance(place.position().get(), spot.position().get())
        : Double.MAX_VALUE;
  }

  private static double distance(Position one, Position other) {
    double north = StrictMath.toRadians(other.latitude() - one.latitude());
    double east = StrictMath.toRadians(other.longitude() - one.longitude());
    double half =
        StrictMath.pow(StrictMath.sin(north / 2), 2)
            + StrictMath.cos(StrictMath.toRadians(one.latitude()))
                * StrictMath.cos(StrictMath.toRadians(other.latitude()))
                * StrictMath.pow(StrictMath.sin(east / 2), 2);
    return 2 * 6371 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(half)));
  }
}
