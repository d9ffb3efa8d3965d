package oxus.theatre;

import java.util.List;
import java.util.Optional;
import oxus.schemas.PlaceKind;

/**
 * A gazetteer entry.
 *
 * @param id stable id in lower case with dashes: {@code sher-khan-bandar}
 * @param name as shown to people
 * @param spellings every spelling that a text may use, the name among them
 * @param country ISO 3166 alpha-2 code
 * @param position where to draw it, if known
 * @param within id of the place that this one lies in: a crossing in its district, a district in
 *     its province
 * @param scopes the sectors (or the border, or the theatre) on which an event at this place bears;
 *     empty for places that are known but bear on no border
 * @param context words of which one must stand near the name, for names that are also ordinary
 *     words or elsewhere
 */
public record Place(
    String id,
    String name,
    List<String> spellings,
    PlaceKind kind,
    String country,
    Optional<Position> position,
    Optional<String> within,
    List<String> scopes,
    List<String> context) {

  public Place {
    spellings = List.copyOf(spellings);
    scopes = List.copyOf(scopes);
    context = List.copyOf(context);
  }
}
