package oxus.theatre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The theatre's places, by id and by spelling. */
public final class Gazetteer {
  private final List<Place> places;
  private final Map<String, Place> byId = new LinkedHashMap<>();
  private final Map<String, List<Place>> bySpelling = new LinkedHashMap<>();

  public Gazetteer(List<Place> places) {
    this.places = List.copyOf(places);
    for (Place place : places) {
      byId.put(place.id(), place);
      for (String spelling : place.spellings()) {
        bySpelling.computeIfAbsent(fold(spelling), key -> new ArrayList<>()).add(place);
      }
    }
  }

  public List<Place> places() {
    return places;
  }

  public Optional<Place> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every place that may be written so; several when the spelling is ambiguous. */
  public List<Place> bySpelling(String spelling) {
    return bySpelling.getOrDefault(fold(spelling), List.of());
  }

  /** Spellings compare without case, and with hyphens as spaces. */
  static String fold(String spelling) {
    return spelling.toLowerCase(Locale.ROOT).replace('-', ' ').replace('’', '\'').strip();
  }
}
