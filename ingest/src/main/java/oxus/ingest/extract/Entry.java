package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.theatre.Actor;
import oxus.theatre.Border;
import oxus.theatre.Place;

/**
 * All that a phrase can stand for.
 *
 * @param kinds mask of kinds
 * @param country ISO code of the country that the phrase belongs to
 */
record Entry(
    long kinds,
    List<Trigger> triggers,
    List<Place> places,
    Optional<Actor> actor,
    Optional<Border> border,
    Optional<String> country) {

  Entry {
    triggers = List.copyOf(triggers);
    places = List.copyOf(places);
  }

  static Entry ofKind(Kind kind) {
    return ofKinds(kind.bit());
  }

  static Entry ofKinds(long kinds) {
    return new Entry(
        kinds, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Entry ofTrigger(Trigger trigger) {
    return new Entry(
        0, List.of(trigger), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Entry ofPlace(long kinds, Place place) {
    return new Entry(
        kinds,
        List.of(),
        List.of(place),
        Optional.empty(),
        Optional.empty(),
        Optional.of(place.country()));
  }

  static Entry ofActor(long kinds, Actor actor) {
    return new Entry(
        kinds, List.of(), List.of(), Optional.of(actor), Optional.empty(), actor.country());
  }

  static Entry ofNational(Actor actor, long kinds) {
    return new Entry(
        kinds, List.of(), List.of(), Optional.empty(), Optional.empty(), actor.country());
  }

  /** {@code Afghans}: people of a country. */
  static Entry ofPeople(Actor actor) {
    return new Entry(
        Kind.NATIONAL.bit() | Kind.CIVILIANS.bit(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        actor.country());
  }

  static Entry ofBorder(Border border) {
    return new Entry(
        Kind.BORDER.bit(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(border),
        Optional.empty());
  }

  /** Both meanings in one entry. */
  Entry and(Entry other) {
    return new Entry(
        kinds | other.kinds,
        joined(triggers, other.triggers),
        joined(places, other.places),
        actor.or(other::actor),
        border.or(other::border),
        country.or(other::country));
  }

  boolean is(long mask) {
    return (kinds & mask) != 0;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    for (T item : more) {
      if (!all.contains(item)) {
        all.add(item);
      }
    }
    return all;
  }
}
