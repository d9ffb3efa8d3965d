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

  public List<Actor> bySpelling(String spelling) {
    return bySpelling.getOrDefault(Gazetteer.fold(spelling), List.of());
  }
}
