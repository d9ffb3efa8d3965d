package oxus.theatre;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.PlaceKind;

/** Checks the places against one another and against the scopes that the theatre has. */
final class PlaceChecks {
  private final Map<String, Located<Place>> byId = new LinkedHashMap<>();
  private final Map<String, List<Located<Place>>> bySpelling = new LinkedHashMap<>();
  private final Set<String> scopes;
  private final List<Problem> problems;

  private PlaceChecks(Set<String> scopes, List<Problem> problems) {
    this.scopes = scopes;
    this.problems = problems;
  }

  static void check(List<Located<Place>> places, Set<String> scopes, List<Problem> problems) {
    PlaceChecks checks = new PlaceChecks(scopes, problems);
    places.forEach(checks::enter);
    places.forEach(checks::checkScopes);
    places.forEach(checks::checkWithin);
    places.forEach(checks::checkPosition);
    checks.bySpelling.forEach(checks::checkAmbiguity);
  }

  private void enter(Located<Place> place) {
    Located<Place> before = byId.putIfAbsent(place.value().id(), place);
    if (before != null) {
      report(
          place,
          "id '" + place.value().id() + "' is taken by line " + before.line(),
          "give one of the two another id");
    }
    for (String spelling : place.value().spellings()) {
      bySpelling.computeIfAbsent(Gazetteer.fold(spelling), key -> new ArrayList<>()).add(place);
    }
  }

  private void checkScopes(Located<Place> place) {
    for (String scope : place.value().scopes()) {
      if (!scopes.contains(scope)) {
        report(
            place,
            "scope '"
                + scope
                + "' of place '"
                + place.value().id()
                + "' is no sector, border or theatre",
            Nearest.cure(scope, scopes));
      }
    }
  }

  private void checkWithin(Located<Place> place) {
    Optional<String> within = place.value().within();
    if (within.isEmpty()) {
      return;
    }
    if (!byId.containsKey(within.get())) {
      report(
          place,
          "place '" + place.value().id() + "' is within '" + within.get() + "', which is no place",
          Nearest.cure(within.get(), byId.keySet()));
    } else if (isWithin(place.value(), place.value().id())) {
      report(
          place,
          "place '" + place.value().id() + "' is within itself by way of '" + within.get() + "'",
          "let the larger of the two stand alone");
    }
  }

  private void checkPosition(Located<Place> place) {
    boolean isCrossing = place.value().kind() == PlaceKind.CROSSING;
    if (isCrossing && place.value().position().isEmpty()) {
      report(
          place,
          "crossing '" + place.value().id() + "' has no position",
          "write its longitude and latitude");
    }
  }

  /**
   * One place may have a spelling to itself, or be what is meant by default; each other place of
   * that spelling must lie in it, hold it, or say by which words near it it is told apart.
   */
  private void checkAmbiguity(String spelling, List<Located<Place>> places) {
    for (int index = 1; index < places.size(); index++) {
      Located<Place> place = places.get(index);
      Optional<Located<Place>> rival =
          places.subList(0, index).stream()
              .filter(other -> areConfusable(place.value(), other.value()))
              .findFirst();
      if (rival.isPresent()) {
        report(
            place,
            "'"
                + spelling
                + "' may be '"
                + place.value().id()
                + "' or '"
                + rival.get().value().id()
                + "' of line "
                + rival.get().line(),
            "give one of them context words that tell it apart, or drop the spelling");
      }
    }
  }

  private boolean areConfusable(Place one, Place other) {
    boolean toldApart = !one.context().isEmpty() || !other.context().isEmpty();
    return !toldApart && !isWithin(one, other.id()) && !isWithin(other, one.id());
  }

  private boolean isWithin(Place place, String container) {
    Set<String> seen = new HashSet<>();
    Optional<String> next = place.within();
    while (next.isPresent() && seen.add(next.get())) {
      if (next.get().equals(container)) {
        return true;
      }
      Located<Place> holder = byId.get(next.get());
      next = holder == null ? Optional.empty() : holder.value().within();
    }
    return false;
  }

  private void report(Located<Place> place, String culprit, String cure) {
    problems.add(place.problem(culprit, cure));
  }
}
