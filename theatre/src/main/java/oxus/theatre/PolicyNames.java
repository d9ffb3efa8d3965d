package oxus.theatre;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of a policy may name.
 *
 * @param places of the gazetteer; empty when they are not known here and any may be named
 * @param actors ids; empty when they are not known here and any may be named
 */
record PolicyNames(
    List<String> sectors, Optional<List<Place>> places, Optional<List<String>> actors) {

  /**
   * Where only the sectors are known: a policy that comes with the log was checked by whoever put
   * it there.
   */
  static PolicyNames ofSectors(Collection<String> sectors) {
    return new PolicyNames(List.copyOf(sectors), Optional.empty(), Optional.empty());
  }

  static PolicyNames of(Theatre theatre) {
    return of(
        theatre.sectors().stream().map(Sector::id).toList(), theatre.gazetteer(), theatre.actors());
  }

  static PolicyNames of(List<String> sectors, Gazetteer gazetteer, Actors actors) {
    return new PolicyNames(
        sectors,
        Optional.of(gazetteer.places()),
        Optional.of(actors.actors().stream().map(Actor::id).toList()));
  }
}
