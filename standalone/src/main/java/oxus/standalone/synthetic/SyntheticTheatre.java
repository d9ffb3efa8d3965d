package oxus.standalone.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oxus.schemas.PlaceKind;
import oxus.schemas.Reliability;
import oxus.theatre.Actors;
import oxus.theatre.Border;
import oxus.theatre.Gazetteer;
import oxus.theatre.Place;
import oxus.theatre.Policy;
import oxus.theatre.Sector;
import oxus.theatre.Source;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;

/**
 * The theatre of a made-up world: sectors in one long line, up to six to a border, each beside the
 * one before it and the one after it, some of them their neighbours, and with the places that a
 * stretch of border has.
 */
final class SyntheticTheatre {
  static final String ID = "SYN";
  private static final int SECTORS_A_BORDER = 6;
  private static final int OUTLETS_A_FAMILY = 3;

  /** What lies in a sector: all but the last lie within the last. */
  private static final List<PlaceKind> KINDS =
      List.of(
          PlaceKind.CROSSING,
          PlaceKind.POST,
          PlaceKind.CITY,
          PlaceKind.DISTRICT,
          PlaceKind.DISTRICT,
          PlaceKind.DISTRICT,
          PlaceKind.PROVINCE);

  /** As outlets are, mostly in the middle; one in seven cannot be judged. */
  private static final List<Reliability> STANDINGS =
      List.of(
          Reliability.B,
          Reliability.C,
          Reliability.B,
          Reliability.C,
          Reliability.D,
          Reliability.A,
          Reliability.F);

  private final SyntheticWorld world;

  SyntheticTheatre(SyntheticWorld world) {
    this.world = world;
  }

  Theatre under(Policy policy) {
    List<Border> borders = new ArrayList<>();
    List<Sector> sectors = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (int sector = 0; sector < world.sectors(); sector++) {
      if (sector % SECTORS_A_BORDER == 0) {
        borders.add(new Border(border(sector), List.of("XA", "XB"), List.of(border(sector))));
      }
      sectors.add(sector(sector));
      for (int place = 0; place < KINDS.size(); place++) {
        places.add(place(sector, place));
      }
    }
    return new Theatre(
        ID,
        "A made-up theatre",
        borders,
        sectors,
        new Gazetteer(places),
        new Actors(List.of()),
        new Sources(sources()),
        policy,
        "synthetic");
  }

  static String border(int sector) {
    return "XA-" + sector / SECTORS_A_BORDER;
  }

  static String id(int sector) {
    return border(sector) + "/" + sector;
  }

  private Sector sector(int sector) {
    List<String> neighbours = new ArrayList<>();
    if (sector > 0 && areNeighbours(sector - 1)) {
      neighbours.add(id(sector - 1));
    }
    if (sector + 1 < world.sectors() && areNeighbours(sector)) {
      neighbours.add(id(sector + 1));
    }
    return new Sector(
        id(sector), "Stretch " + sector, border(sector), "made up", neighbours, List.of());
  }

  /** Whether a sector and the next one are neighbours. */
  private boolean areNeighbours(int sector) {
    return new Dice(world.seed() + sector).falls(world.land().neighbours());
  }

  static int placesASector() {
    return KINDS.size();
  }

  static Place place(int sector, int number) {
    PlaceKind kind = KINDS.get(number);
    String id = kind.name().toLowerCase(Locale.ROOT) + "-" + sector + "-" + number;
    String name = "Place " + sector + "." + number;
    int province = KINDS.size() - 1;
    return new Place(
        id,
        name,
        List.of(name),
        kind,
        "XA",
        Optional.empty(),
        number == province ? Optional.empty() : Optional.of(place(sector, province).id()),
        List.of(id(sector)),
        List.of());
  }

  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (int source = 0; source < world.sources(); source++) {
      String name = "Outlet " + source;
      sources.add(
          new Source(
              "outlet-" + source,
              name,
              List.of(name),
              "family-" + source / OUTLETS_A_FAMILY,
              STANDINGS.get(source % STANDINGS.size()),
              List.of()));
    }
    return sources;
  }
}
