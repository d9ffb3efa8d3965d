package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.NamedPlaces.Named;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;

/** Scopes of what passes between parties: the border between them, or the whole theatre. */
final class PartyScopes {
  private static final Set<PlaceKind> GATES = Set.of(PlaceKind.CROSSING, PlaceKind.POST);

  /** What one state says, though it speaks of the whole region. */
  private static final Set<EventType> SPOKEN =
      Set.of(EventType.HOSTILE_STATEMENT, EventType.ASSURANCE, EventType.ASSISTANCE_REQUEST);

  private final Bearings bearings;
  private final Focus focus;
  private final PlacePicker picker;
  private final CountryScopes countries;

  PartyScopes(Bearings bearings, Focus focus, PlacePicker picker, CountryScopes countries) {
    this.bearings = bearings;
    this.focus = focus;
    this.picker = picker;
    this.countries = countries;
  }

  Optional<Located> locate(Reading reading, Mention at, Rule rule, Arguments arguments) {
    NamedPlaces places = new NamedPlaces(reading, at, picker);
    for (Named named : places.all()) {
      if (GATES.contains(named.place().kind()) && named.bears()) {
        return Optional.of(places.listAround(named));
      }
    }
    Optional<Located> border = countries.borderPhrase(reading, at);
    if (border.isPresent()) {
      return border;
    }
    boolean talks = rule.type() == EventType.TALKS;
    List<String> near = countries.around(reading, at);
    boolean ofOne = SPOKEN.contains(rule.type()) && near.size() == 1;
    boolean everyone =
        (reading.has(Kind.SOIL.bit()) && !ofOne)
            || countries.inSentence(reading, at).equals(List.of(bearings.theatre()));
    Optional<Located> told = talks && everyone ? Optional.empty() : told(reading, rule, arguments);
    if (told.isPresent()) {
      return told;
    }
    if (everyone) {
      return theatre(false);
    }
    return near.isEmpty()
        ? atPlace(places)
            .or(() -> countries.pronoun(reading))
            .or(() -> withoutCountry(reading, talks))
        : Optional.of(Located.in(near, false));
  }

  /** The border of the one who hosts, gets or says it. */
  private Optional<Located> told(Reading reading, Rule rule, Arguments arguments) {
    return switch (rule.type()) {
      case TALKS -> countries.shared(reading).or(() -> countries.host(reading));
      case MATERIAL_SUPPORT ->
          countries.recipient(reading, arguments).or(() -> countries.speaker(reading, arguments));
      default -> countries.speaker(reading, arguments);
    };
  }

  /** No neighbour is named: an alliance or an outsider means the theatre, a movement what was. */
  private Optional<Located> withoutCountry(Reading reading, boolean talks) {
    boolean known = !focus.lastScopes().isEmpty();
    boolean theirs = reading.has(Kind.mask(List.of(Kind.FIGHTERS, Kind.ALLIANCE)));
    if (!theirs && !countries.namesHub(reading)) {
      return known && countries.namesParty(reading) ? before() : Optional.empty();
    }
    if (countries.namesOutsider(reading) || reading.has(Kind.ALLIANCE.bit())) {
      return theatre(false);
    }
    if (!talks && known) {
      return before();
    }
    return focus.home().map(home -> Located.in(List.of(home), true)).or(() -> theatre(true));
  }

  private static Optional<Located> atPlace(NamedPlaces places) {
    return places
        .nearest()
        .filter(Named::bears)
        .map(places::listAround)
        .filter(located -> !located.scopes().isEmpty());
  }

  private Optional<Located> before() {
    return Optional.of(Located.in(CountryScopes.wholeBorders(focus.lastScopes()), true));
  }

  private Optional<Located> theatre(boolean inferred) {
    return Optional.of(Located.in(List.of(bearings.theatre()), inferred));
  }
}
