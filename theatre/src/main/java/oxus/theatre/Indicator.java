package oxus.theatre;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;

/**
 * What an incident must be to count for a rule; an empty list allows everything.
 *
 * @param places gazetteer ids; an incident at a place that lies in one of them counts too
 * @param actors ids; who did it, or to whom
 * @param statuses REPORTED when the policy says nothing: a plan or a threat is no fact
 * @param figure the number that one of its reports gives at least
 * @param disputed whether a party that can be judged must deny it
 * @param credibility the worst Admiralty credibility that still counts
 * @param sources how many independent voices must report it
 */
public record Indicator(
    List<EventType> types,
    List<PlaceKind> placeKinds,
    List<String> places,
    List<Relation> relations,
    List<String> actors,
    List<ReportStatus> statuses,
    Optional<Least> figure,
    boolean disputed,
    int credibility,
    int sources) {

  /** At least so many of a unit. */
  public record Least(long number, String unit) {

    /** Whether who asks for that much gets this much. */
    boolean isMet(Least other) {
      return unit.equals(other.unit) && other.number >= number;
    }
  }

  public Indicator {
    types = List.copyOf(types);
    placeKinds = List.copyOf(placeKinds);
    places = List.copyOf(places);
    relations = List.copyOf(relations);
    actors = List.copyOf(actors);
    statuses = List.copyOf(statuses);
  }

  /** Whether a place is what it asks for; whatever the place, when it asks for none. */
  public boolean admits(String place, PlaceKind kind, Optional<String> within) {
    return (placeKinds.isEmpty() || placeKinds.contains(kind))
        && (places.isEmpty()
            || places.contains(place)
            || within.filter(places::contains).isPresent());
  }

  /** Whether it asks for a place of some kind or name. */
  public boolean asksForPlace() {
    return !placeKinds.isEmpty() || !places.isEmpty();
  }

  /** Whether whatever is that other one is this one too. */
  boolean covers(Indicator other) {
    return isWider(types, other.types)
        && isWider(placeKinds, other.placeKinds)
        && isWider(places, other.places)
        && isWider(relations, other.relations)
        && isWider(actors, other.actors)
        && isWider(statuses, other.statuses)
        && figure.map(least -> other.figure.filter(least::isMet).isPresent()).orElse(true)
        && (!disputed || other.disputed)
        && credibility >= other.credibility
        && sources <= other.sources;
  }

  /** Whether one incident may be both; it has one type, one relation and one status. */
  boolean mayMeet(Indicator other) {
    return share(types, other.types)
        && share(relations, other.relations)
        && share(statuses, other.statuses);
  }

  private static <T> boolean isWider(List<T> wide, List<T> narrow) {
    return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
  }

  private static <T> boolean share(List<T> one, List<T> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }
}
