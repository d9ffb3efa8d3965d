package oxus.theatre;

import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * The places that a short place text names, in its order: "Khwahan, Shikai, Nusai" or
   * "Chaman–Spin Boldak". Words that name no place are passed over. Where a spelling is ambiguous,
   * the place that bears on the given scopes is meant; where that leaves several, the first of
   * them.
   */
  public List<Place> resolve(String placeText, Collection<String> scopes) {
    Map<String, Place> found = new LinkedHashMap<>();
    for (String part : placeText.split("[,;/()&]", -1)) {
      for (List<Place> candidates : candidatesIn(fold(part))) {
        Place place = nearestTo(scopes, candidates);
        found.putIfAbsent(place.id(), place);
      }
    }
    return List.copyOf(found.values());
  }

  /** Reads from the left and takes the longest spelling that begins at each word. */
  private List<List<Place>> candidatesIn(String folded) {
    List<List<Place>> found = new ArrayList<>();
    String rest = folded;
    while (!rest.isEmpty()) {
      String head = rest;
      while (!head.isEmpty() && !bySpelling.containsKey(head)) {
        head = head.substring(0, Math.max(0, head.lastIndexOf(' ')));
      }
      if (!head.isEmpty()) {
        found.add(bySpelling(head));
      }
      int taken = head.isEmpty() ? rest.indexOf(' ') : head.length();
      rest = taken < 0 ? "" : rest.substring(taken).strip();
    }
    return found;
  }

  private static Place nearestTo(Collection<String> scopes, List<Place> candidates) {
    Place nearest = candidates.get(0);
    for (Place candidate : candidates) {
      if (distance(scopes, candidate) < distance(scopes, nearest)) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** 0 in one of the scopes, 1 around one, 2 a place that bears on no border, 3 elsewhere. */
  private static int distance(Collection<String> scopes, Place place) {
    if (place.scopes().isEmpty()) {
      return 2;
    }
    int distance = 3;
    for (String own : place.scopes()) {
      for (String scope : scopes) {
        boolean isIn = own.equals(scope) || own.startsWith(scope + "/");
        boolean isAround = scope.startsWith(own + "/");
        distance = Math.min(distance, isIn ? 0 : isAround ? 1 : 3);
      }
    }
    return distance;
  }

  /** Spellings compare without case, whatever the dash, the apostrophe and the space between. */
  static String fold(String spelling) {
    StringBuilder folded = new StringBuilder(spelling.length());
    for (char letter : spelling.toLowerCase(Locale.ROOT).toCharArray()) {
      char plain =
          switch (letter) {
            case '-', '‐', '‑', '–', '—', '\u00A0', '\t', '\n' -> ' ';
            case '’', '‘', 'ʻ', 'ʼ', '`', '´' -> '\'';
            default -> letter;
          };
      boolean isRepeatedSpace =
          plain == ' ' && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
      if (!isRepeatedSpace) {
        folded.append(plain);
      }
    }
    return folded.toString().stripTrailing();
  }
}
