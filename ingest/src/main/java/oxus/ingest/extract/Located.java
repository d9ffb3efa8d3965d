package oxus.ingest.extract;

import java.util.List;
import oxus.theatre.Place;

/**
 * Where an event bears.
 *
 * @param text the place as the text has it
 * @param inferred true when the sentence itself names no place
 */
record Located(List<String> scopes, List<Place> places, String text, boolean inferred) {
  Located {
    scopes = List.copyOf(scopes);
    places = List.copyOf(places);
  }

  static Located in(List<String> scopes, boolean inferred) {
    return new Located(scopes, List.of(), "", inferred);
  }
}
