package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import oxus.schemas.PlaceKind;
import oxus.schemas.Reliability;
import oxus.theatre.Actor;
import oxus.theatre.Actors;
import oxus.theatre.Border;
import oxus.theatre.Gazetteer;
import oxus.theatre.Place;
import oxus.theatre.Sector;
import oxus.theatre.Source;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** A theatre of countries that do not exist: whatever works here is not wired to the real one. */
final class MadeUpTheatre {
  static final String WEST = "XA-XB/WEST";
  static final String EAST = "XA-XB/EAST";
  static final String SOUTH = "XA-XC/SOUTH";

  private static final Theatre THEATRE = build();

  private MadeUpTheatre() {}

  static Theatre theatre() {
    return THEATRE;
  }

  private static Theatre build() {
    return new Theatre(
        "TH",
        "Made up",
        List.of(
            border("XA-XB", "XA", "XB", "Arland-Berland border"),
            border("XA-XC", "XA", "XC", "Arland-Corland border"),
            border("XB-XC", "XB", "XC", "Berland-Corland border"),
            border("XA-XD", "XA", "XD", "Arland-Dorland border")),
        List.of(sector(WEST, "XA-XB"), sector(EAST, "XA-XB"), sector(SOUTH, "XA-XC")),
        new Gazetteer(places()),
        new Actors(actors()),
        new Sources(
            List.of(new Source("herald", "Herald", List.of(), "herald", Reliability.B, List.of()))),
        TheatreLoader.shipped().policy(),
        "made-up");
  }

  private static Border border(String id, String one, String other, String name) {
    return new Border(id, List.of(one, other), List.of(name));
  }

  private static Sector sector(String id, String border) {
    return new Sector(id, id, border, "", List.of(), List.of());
  }

  private static List<Place> places() {
    return List.of(
        place("westbridge", "Westbridge", PlaceKind.CROSSING, "XA", WEST, "West Bridge"),
        place("high-pass", "High Pass", PlaceKind.CROSSING, "XA", EAST, "Highpass"),
        place("sava", "Port Sava", PlaceKind.CROSSING, "XA", SOUTH, "Sava Port"),
        place("mill", "Mill", PlaceKind.CITY, "XA", WEST, "Mill"),
        place("imrod", "Imrod", PlaceKind.DISTRICT, "XA", EAST, "Imrud"),
        place("southern-vale", "Vale", PlaceKind.PROVINCE, "XA", SOUTH, "Vale"),
        place("arlund", "Arlund", PlaceKind.CITY, "XA", "", "Arlund"),
        place("berlport", "Berlport", PlaceKind.CITY, "XB", "", "Berl Port"),
        place("long-river", "Long River", PlaceKind.RIVER, "XA", "XA-XB", "Long River"));
  }

  private static Place place(
      String id, String name, PlaceKind kind, String country, String scope, String spelling) {
    return new Place(
        id,
        name,
        List.of(name, spelling),
        kind,
        country,
        Optional.empty(),
        Optional.empty(),
        scope.isEmpty() ? List.of() : List.of(scope),
        List.of());
  }

  private static List<Actor> actors() {
    return List.of(
        state("arland", "Arland", "XA", "Arlandic"),
        state("berland", "Berland", "XB", "Berlandic"),
        state("corland", "Corland", "XC", "Corlandic"),
        state("dorland", "Dorland", "XD", "Dorlandic"),
        state("ostland", "Ostland", "XO", "Ostlandic"),
        party("league", "the League", Actor.Kind.MOVEMENT, "League"),
        party("black-band", "Black Band", Actor.Kind.MOVEMENT, "Black Band"),
        party("river-pact", "River Pact", Actor.Kind.ALLIANCE, "River Pact"));
  }

  private static Actor state(String id, String name, String country, String adjective) {
    return new Actor(
        id,
        name,
        List.of(name),
        Actor.Kind.STATE,
        Optional.of(country),
        List.of(adjective),
        List.of());
  }

  private static Actor party(String id, String name, Actor.Kind kind, String spelling) {
    return new Actor(
        id, name, List.of(name, spelling), kind, Optional.empty(), List.of(), List.of());
  }
}
