package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.NamedPlaces.Named;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.theatre.Place;

/** Scopes of what happens at a place: the nearest named, a border, a country, what was before. */
final class PlaceScopes {
  private static final Set<String> INSIDE =
      Set.of("in", "across", "throughout", "inside", "northern", "north", "over");
  private static final Set<EventType> CROSSED =
      Set.of(
          EventType.TROOP_CROSSING,
          EventType.REFUGEE_FLOW,
          EventType.REFUGEE_RETURN,
          EventType.BORDER_CLOSURE,
          EventType.BORDER_REOPENING);

  /** What is told with where it came from. */
  private static final Set<EventType> MOVED =
      Set.of(EventType.DEPLOYMENT, EventType.REFUGEE_RETURN, EventType.EXERCISE);

  private static final Set<PlaceKind> GATES = Set.of(PlaceKind.CROSSING, PlaceKind.POST);

  private final Bearings bearings;
  private final Focus focus;
  private final PlacePicker picker;
  private final CountryScopes countries;

  PlaceScopes(Bearings bearings, Focus focus, PlacePicker picker, CountryScopes countries) {
    this.bearings = bearings;
    this.focus = focus;
    this.picker = picker;
    this.countries = countries;
  }

  Optional<Located> locate(Reading reading, Mention at, Rule rule, Arguments arguments) {
    NamedPlaces places = new NamedPlaces(reading, at, picker);
    Optional<Named> nearest = places.argument(arguments).or(places::nearest);
    boolean elsewhere =
        nearest.isPresent() && reading.boundaries(nearest.get().mention().from(), at.from()) > 0;
    if (elsewhere && isRegional(reading, at)) {
      return theatre();
    }
    if (nearest.isPresent()) {
      boolean origin =
          MOVED.contains(rule.type())
              && places.isOrigin(nearest.get())
              && !bearings.isHub(nearest.get().place().country());
      Optional<Located> named =
          named(reading, at, places, nearest.get()).map(found -> origin ? wide(found) : found);
      if (named.isPresent()) {
        return named;
      }
    }
    return countries
        .borderPhrase(reading, at)
        .or(() -> isRegional(reading, at) ? theatre() : Optional.empty())
        .or(() -> byCountry(reading, at, rule, arguments, nearest.isPresent()));
  }

  private Optional<Located> named(Reading reading, Mention at, NamedPlaces places, Named nearest) {
    if (nearest.place().kind() == PlaceKind.RIVER) {
      List<String> banks = countries.around(reading, at);
      if (!banks.isEmpty()) {
        return Optional.of(Located.in(banks, false));
      }
      Optional<Located> stretch = stretchTold(nearest.place());
      if (stretch.isPresent()) {
        return stretch;
      }
    }
    Located located = places.listAround(nearest);
    return located.scopes().isEmpty() ? Optional.empty() : Optional.of(located);
  }

  /** Of a river with more than one border, the stretch that the text tells of. */
  private Optional<Located> stretchTold(Place river) {
    List<String> borders = CountryScopes.wholeBorders(river.scopes());
    List<String> told =
        focus
            .home()
            .map(List::of)
            .orElseGet(() -> CountryScopes.wholeBorders(NamedPlaces.scopesOf(focus.places(6))));
    List<String> both = told.stream().filter(borders::contains).toList();
    return borders.size() > 1 && both.size() == 1
        ? Optional.of(new Located(both, List.of(river), river.name(), false))
        : Optional.empty();
  }

  /**
   * @param inland true when the sentence names a place that bears on no border
   */
  private Optional<Located> byCountry(
      Reading reading, Mention at, Rule rule, Arguments arguments, boolean inland) {
    if (MOVED.contains(rule.type()) && rule.type() != EventType.REFUGEE_RETURN) {
      Optional<Located> there = countries.destination(reading, at);
      if (there.isPresent()) {
        return there;
      }
    }
    if (Extent.isOfWholeCountry(reading, rule.type())) {
      return theatre();
    }
    boolean across = isAcrossHub(reading, at);
    if (across && rule.type() == EventType.MILITANT_PRESENCE) {
      return theatre();
    }
    List<String> named = across ? countries.inClause(reading, at) : countries.around(reading, at);
    Optional<Located> narrowed = inland ? Optional.empty() : narrowed(reading, rule, named);
    if (narrowed.isPresent()) {
      return narrowed;
    }
    if (!named.isEmpty()) {
      return Optional.of(Located.in(countries.spokenOf(reading, named), false));
    }
    return inland
        ? Optional.empty()
        : countries.pronoun(reading).or(() -> unnamed(reading, rule, arguments));
  }

  private static Located wide(Located found) {
    return Located.in(CountryScopes.wholeBorders(found.scopes()), found.inferred());
  }

  private Optional<Located> theatre() {
    return Optional.of(Located.in(List.of(bearings.theatre()), false));
  }

  /**
   * A country's sentence right behind a crossing's means that crossing, if it lies on its border.
   */
  private Optional<Located> narrowed(Reading reading, Rule rule, List<String> named) {
    if (named.size() > 1 || rule.type() == EventType.EXERCISE) {
      return Optional.empty();
    }
    boolean pointed = Extent.pointsBack(reading);
    List<Place> before = focus.places(pointed ? 4 : 2);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<String> scopes = NamedPlaces.scopesOf(before);
    boolean whole = reading.has(Kind.LOSS.bit()) || Extent.hasPercent(reading);
    boolean within =
        !named.isEmpty()
            && scopes.stream().allMatch(scope -> bearings.onOneChain(scope, named.get(0)));
    boolean crossing = CROSSED.contains(rule.type()) && reading.figures().isEmpty();
    return !whole && within && scopes.size() == 1 && (pointed || crossing)
        ? Optional.of(new Located(scopes, before, "", true))
        : Optional.empty();
  }

  private Optional<Located> unnamed(Reading reading, Rule rule, Arguments arguments) {
    boolean counted = Extent.isCountedAway(reading, arguments);
    Optional<Located> gate = definiteGate(reading);
    if (gate.isPresent()) {
      return gate;
    }
    if (!counted) {
      List<Place> recent = focus.places(reading.sentence().headline() ? 1 : 3);
      if (!recent.isEmpty()) {
        List<String> scopes = NamedPlaces.scopesOf(recent);
        return Optional.of(
            scopes.size() > 2
                ? Located.in(CountryScopes.wholeBorders(scopes), true)
                : new Located(scopes, recent, "", true));
      }
      if (!focus.lastScopes().isEmpty()) {
        return Optional.of(Located.in(focus.lastScopes(), true));
      }
    }
    return focus.home().map(home -> Located.in(List.of(home), true)).or(() -> wide(reading, rule));
  }

  /** Country-wide conquest, or an alliance's doings, bear on the whole theatre. */
  private Optional<Located> wide(Reading reading, Rule rule) {
    boolean conquest =
        rule.type() == EventType.TERRITORY_SEIZURE && reading.has(Kind.FIGHTERS.bit());
    boolean wide = countries.namesHub(reading) || conquest || reading.has(Kind.ALLIANCE.bit());
    return wide ? Optional.of(Located.in(List.of(bearings.theatre()), true)) : Optional.empty();
  }

  private Optional<Located> definiteGate(Reading reading) {
    for (int i = 0; i < reading.mentions().size(); i++) {
      Mention mention = reading.mentions().get(i);
      boolean the = reading.sentence().is(mention.from() - 1, "the");
      if (the && mention.is(Kind.CROSSING) && mention.entry().places().isEmpty()) {
        Optional<Place> latest = focus.latest(GATES);
        if (latest.isPresent()) {
          return Optional.of(new Located(latest.get().scopes(), List.of(latest.get()), "", true));
        }
      }
    }
    return Optional.empty();
  }

  /** "Central Asian states" in the clause, without one of them by name. */
  private boolean isRegional(Reading reading, Mention at) {
    boolean region = false;
    for (Mention mention : reading.mentions()) {
      if (reading.boundaries(mention.from(), at.from()) == 0) {
        region |= mention.is(Kind.SOIL);
        Optional<String> country = mention.entry().country();
        if (country.isPresent()
            && bearings.knows(country.get())
            && !bearings.isHub(country.get())) {
          return false;
        }
      }
    }
    return region;
  }

  /** {@code in northern Afghanistan}: the clause is about the hub itself. */
  private boolean isAcrossHub(Reading reading, Mention at) {
    for (Mention mention : reading.mentions()) {
      boolean hub = mention.entry().country().filter(bearings::isHub).isPresent();
      if (hub
          && mention.is(Kind.COUNTRY)
          && reading.boundaries(mention.from(), at.from()) == 0
          && isInside(reading, mention.from())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(Reading reading, int token) {
    for (int i = Math.max(0, token - 3); i < token; i++) {
      if (INSIDE.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }
}
