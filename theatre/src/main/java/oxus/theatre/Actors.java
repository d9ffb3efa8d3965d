package oxus.theatre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The theatre's actors, by id and by spelling. */
public final class Actors {
  private final List<Actor> actors;
  private final Map<String, Actor> byId = new LinkedHashMap<>();
  private final Map<String, List<Actor>> bySpelling = new LinkedHashMap<>();

  public Actors(List<Actor> actors) {
    this.actors = List.copyOf(actors);
    for (Actor actor : actors) {
      byId.put(actor.id(), actor);
      for (String spelling : actor.spellings()) {
        bySpelling.computeIfAbsent(Gazetteer.fold(spelling), key -> new ArrayList<>()).add(actor);
      }
    }
  }

  public List<Actor> actors() {
    return actors;
  }

  public Optional<Actor> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether both are one, or a state and its organs, so that one speaks for the other. */
  public boolean ofOneParty(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<String> country = byId(one).filter(Actors::isOfAState).flatMap(Actor::country);
    return country.isPresent()
        && country.equals(byId(other).filter(Actors::isOfAState).flatMap(Actor::country));
  }

  private static boolean isOfAState(Actor actor) {
    return actor.kind() == Actor.Kind.STATE || actor.kind() == Actor.Kind.ORGAN;
  }

  public List<Actor> bySpelling(String spelling) {
    return bySpelling.getOrDefault(Gazetteer.fold(spelling), List.of());
  }
}
