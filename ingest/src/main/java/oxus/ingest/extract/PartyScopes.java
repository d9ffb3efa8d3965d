package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.NamedPlaces.Named;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.theatre.Place;

/** Scopes of what passes between parties: the border between them, or the whole theatre. */
final class PartyScopes {
  private static final Set<PlaceKind> GATES = Set.of(PlaceKind.CROSSING, PlaceKind.POST);

  /** What one state says, though it speaks of the whole region. */
  private static final Set<EventType> SPOKEN =
      Set.of(EventType.HOSTILE_STATEMENT, EventType.ASSURANCE, EventType.ASSISTANCE_REQUEST);

  private static final Set<String> INTO = Set.of("to", "into", "at", "in", "for");
  private final Bearings bearings;
  private final Focus focus;
  private final PlacePicker picker;
  private final CountryScopes countries;
  private final Gathering gathering;

  PartyScopes(Bearings bearings, Focus focus, PlacePicker picker, CountryScopes countries) {
    this.bearings = bearings;
    this.focus = focus;
    this.picker = picker;
    this.countries = countries;
    this.gathering = new Gathering(bearings);
  }

  Optional<Located> locate(Reading reading, Mention at, Rule rule, Arguments arguments) {
    NamedPlaces places = new NamedPlaces(reading, at, picker);
    for (Named named : places.all()) {
      if (GATES.contains(named.place().kind()) && named.bears()) {
        return Optional.of(places.listAround(named));
      }
    }
    if (rule.type() == EventType.TALKS && Extent.pointsAtGate(reading)) {
      Optional<Place> gate = focus.latest(GATES);
      if (gate.isPresent()) {
        return gate.map(there -> new Located(there.scopes(), List.of(there), "", true));
      }
    }
    if (rule.type() == EventType.MATERIAL_SUPPORT) {
      Optional<Located> delivered = delivered(reading, at, places);
      if (delivered.isPresent()) {
        return delivered;
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
            || countries.inSentence(reading, at).equals(List.of(bearings.theatre()))
            || (talks && gathering.isOfMany(reading, near));
    Optional<Located> told = talks && everyone ? Optional.empty() : told(reading, rule, arguments);
    if (told.isPresent()) {
      return told;
    }
    if (everyone) {
      return theatre(false);
    }
    if (rule.type() == EventType.HOSTILE_STATEMENT && near.size() == 2) {
      return countries.firstNamed(reading).or(() -> Optional.of(Located.in(near, false)));
    }
    return near.isEmpty()
        ? atPlace(places)
            .or(() -> countries.pronoun(reading))
            .or(() -> withoutCountry(reading, rule.type()))
        : Optional.of(Located.in(near, false));
  }

  /** The border of the one who hosts, gets or says it. */
  private Optional<Located> told(Reading reading, Rule rule, Arguments arguments) {
    return switch (rule.type()) {
      case ASSISTANCE_REQUEST ->
          countries.speaker(reading, arguments).or(() -> countries.host(reading));
      case TALKS -> countries.shared(reading).or(() -> countries.host(reading));
      case MATERIAL_SUPPORT ->
          countries.recipient(reading, arguments).or(() -> countries.speaker(reading, arguments));
      default -> countries.speaker(reading, arguments);
    };
  }

  /** No neighbour is named: an alliance or an outsider means the theatre, a movement what was. */
  private Optional<Located> withoutCountry(Reading reading, EventType type) {
    boolean talks = type == EventType.TALKS;
    if (type == EventType.ASSISTANCE_REQUEST && focus.home().isPresent()) {
      return focus.home().map(home -> Located.in(List.of(home), true));
    }
    boolean known = !focus.lastScopes().isEmpty();
    boolean theirs = reading.has(Kind.mask(List.of(Kind.FIGHTERS, Kind.ALLIANCE)));
    if (!theirs && !countries.namesHub(reading)) {
      return known && countries.namesParty(reading) ? before() : Optional.empty();
    }
    if (gathering.namesOutsider(reading)
        || gathering.isHostedOutside(reading)
        || reading.has(Kind.ALLIANCE.bit())) {
      return theatre(false);
    }
    if (!talks && known) {
      return before();
    }
    return focus.home().map(home -> Located.in(List.of(home), true)).or(() -> theatre(true));
  }

  /** {@code to the Ishkoshim district}: where a gift arrives, if that is in one sector. */
  private static Optional<Located> delivered(Reading reading, Mention at, NamedPlaces places) {
    for (Named named : places.all()) {
      int before = named.mention().from() - 1;
      int noun = reading.sentence().is(before, "the") ? before - 1 : before;
      boolean there = noun >= 0 && INTO.contains(reading.sentence().token(noun).word());
      if (there
          && named.place().scopes().size() == 1
          && named.place().scopes().get(0).indexOf('/') > 0
          && reading.boundaries(named.mention().from(), at.from()) == 0) {
        return Optional.of(places.listAround(named));
      }
    }
    return Optional.empty();
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
