package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.theatre.Border;
import oxus.theatre.Place;

/** Finds the narrowest scope that the text supports for an event, or none rather than a guess. */
final class ScopeResolver {
  private static final int NEAREST = 40;
  private static final int LIST_GAP = 7;
  private static final long BORDERISH =
      Kind.mask(List.of(Kind.BORDER, Kind.CROSSING, Kind.POST, Kind.RIVER));
  private static final long BUILT = Kind.mask(List.of(Kind.POST, Kind.BASE));
  private static final long PARTIES =
      Kind.mask(List.of(Kind.NATIONAL, Kind.GOVERNMENT, Kind.COUNTRY, Kind.TROOPS, Kind.LEADER));
  private static final Set<String> INSIDE =
      Set.of("in", "across", "throughout", "inside", "northern", "north", "over");
  private static final Set<EventType> CROSSED =
      Set.of(EventType.TROOP_CROSSING, EventType.REFUGEE_FLOW, EventType.BORDER_CLOSURE);
  private static final Set<PlaceKind> GATES = Set.of(PlaceKind.CROSSING, PlaceKind.POST);

  private final Bearings bearings;
  private final Focus focus;
  private final PlacePicker picker;
  private final boolean alone;

  /**
   * @param alone true for a text that is only a headline: with nothing around it that could tell
   *     where, it is taken to be about the theatre
   */
  ScopeResolver(Bearings bearings, Focus focus, boolean alone) {
    this.bearings = bearings;
    this.focus = focus;
    this.alone = alone;
    this.picker = new PlacePicker(focus);
  }

  Optional<Located> locate(Reading reading, Mention at, Rule rule, Arguments arguments) {
    boolean parties = rule.bearing() == Rule.Bearing.PARTIES;
    boolean builds =
        arguments.object().filter(object -> object.is(BUILT)).isPresent()
            && !scopesOf(picker.named(reading)).isEmpty();
    Optional<Located> located =
        parties && !builds
            ? parties(reading, at, rule, arguments)
            : byPlace(reading, at, rule, arguments);
    if (located.isPresent() || !alone || !named(reading, at).isEmpty()) {
      return located;
    }
    return Optional.of(Located.in(List.of(bearings.theatre()), true));
  }

  private Optional<Located> byPlace(Reading reading, Mention at, Rule rule, Arguments arguments) {
    List<Named> named = named(reading, at);
    boolean inland = false;
    Optional<Named> nearest = nearest(named);
    boolean elsewhere =
        nearest.isPresent() && reading.boundaries(nearest.get().mention.from(), at.from()) > 0;
    if (elsewhere && isRegional(reading, at)) {
      return Optional.of(Located.in(List.of(bearings.theatre()), false));
    }
    if (nearest.isPresent() && nearest.get().place.kind() == PlaceKind.RIVER) {
      List<String> banks = countries(reading, at);
      if (!banks.isEmpty()) {
        return Optional.of(Located.in(banks, false));
      }
    }
    if (nearest.isPresent()) {
      Located located = listAround(reading, named, nearest.get());
      if (!located.scopes().isEmpty()) {
        return Optional.of(located);
      }
      inland = true;
    }
    Optional<Located> border = borderPhrase(reading, at);
    if (border.isPresent()) {
      return border;
    }
    if (isRegional(reading, at)) {
      return Optional.of(Located.in(List.of(bearings.theatre()), false));
    }
    List<String> countries =
        isAcrossHub(reading, at) ? countries(reading, at, true) : countries(reading, at);
    Optional<Located> narrowed = narrowed(reading, rule, countries, inland);
    if (narrowed.isPresent()) {
      return narrowed;
    }
    if (!countries.isEmpty()) {
      return Optional.of(Located.in(spokenOf(reading, countries), false));
    }
    if (inland) {
      return Optional.empty();
    }
    return unnamed(reading, rule, arguments);
  }

  /**
   * A country's sentence right behind a crossing's means that crossing, if it lies on its border.
   */
  private Optional<Located> narrowed(
      Reading reading, Rule rule, List<String> countries, boolean inland) {
    if (inland || countries.size() > 1 || rule.type() == EventType.EXERCISE) {
      return Optional.empty();
    }
    List<Place> before = focus.places(2);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    List<String> scopes = scopesOf(before);
    boolean pointsBack = pointsBack(reading);
    boolean whole = reading.has(Kind.LOSS.bit()) || hasPercent(reading);
    boolean within =
        !countries.isEmpty()
            && scopes.stream().allMatch(scope -> bearings.onOneChain(scope, countries.get(0)));
    boolean crossing = CROSSED.contains(rule.type()) && reading.figures().isEmpty();
    return !whole && within && scopes.size() == 1 && (pointsBack || crossing)
        ? Optional.of(new Located(scopes, before, "", true))
        : Optional.empty();
  }

  private static boolean hasPercent(Reading reading) {
    return reading.figures().stream()
        .anyMatch(figure -> figure.figure().getUnit().equals("percent"));
  }

  /** {@code in the area}, {@code the crossing}, {@code there}: the sentence leans on another. */
  private static boolean pointsBack(Reading reading) {
    for (int i = 0; i < reading.sentence().size(); i++) {
      String word = reading.sentence().token(i).word();
      boolean the =
          i > 0 && (reading.sentence().is(i - 1, "the") || reading.sentence().is(i - 1, "that"));
      if (the
          && Set.of(
                  "area",
                  "crossing",
                  "port",
                  "checkpoint",
                  "post",
                  "district",
                  "city",
                  "town",
                  "gate",
                  "bridge",
                  "posts",
                  "facility",
                  "garrison",
                  "village")
              .contains(word)) {
        return true;
      }
      if (word.equals("there")) {
        return true;
      }
    }
    return false;
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

  private Optional<Located> unnamed(Reading reading, Rule rule, Arguments arguments) {
    boolean counted = isCountedAway(reading, arguments);
    Optional<Located> gate = definiteGate(reading);
    if (gate.isPresent()) {
      return gate;
    }
    if (!counted) {
      List<Place> recent = focus.places(reading.sentence().headline() ? 1 : 3);
      if (!recent.isEmpty()) {
        List<String> scopes = scopesOf(recent);
        return Optional.of(
            scopes.size() > 2
                ? Located.in(wholeBorders(scopes), true)
                : new Located(scopes, recent, "", true));
      }
      if (!focus.lastScopes().isEmpty()) {
        return Optional.of(Located.in(focus.lastScopes(), true));
      }
    }
    return wide(reading, rule);
  }

  /** Country-wide conquest, or an alliance's doings, bear on the whole theatre. */
  private Optional<Located> wide(Reading reading, Rule rule) {
    boolean hub =
        reading.mentions().stream()
            .anyMatch(mention -> mention.entry().country().filter(bearings::isHub).isPresent());
    boolean conquest = rule.type() == EventType.TERRITORY_SEIZURE && reading.has(fighters());
    boolean wide = hub || conquest || reading.has(Kind.ALLIANCE.bit());
    return wide ? Optional.of(Located.in(List.of(bearings.theatre()), true)) : Optional.empty();
  }

  private static long fighters() {
    return Kind.FIGHTERS.bit();
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

  /** {@code more than 30 districts}: districts all over, not those of the last sentence. */
  private static boolean isCountedAway(Reading reading, Arguments arguments) {
    if (arguments.object().isEmpty()) {
      return false;
    }
    Mention object = arguments.object().get();
    return object.is(Kind.mask(List.of(Kind.DISTRICT, Kind.AREA, Kind.PROVINCE, Kind.BORDER)))
        && reading.figures().stream()
            .anyMatch(figure -> figure.to() >= object.from() && figure.from() < object.to());
  }

  // --- between parties ------------------------------------------------------------------------

  private Optional<Located> parties(Reading reading, Mention at, Rule rule, Arguments arguments) {
    for (Named named : named(reading, at)) {
      if (GATES.contains(named.place.kind()) && !named.place.scopes().isEmpty()) {
        return Optional.of(listAround(reading, List.of(named), named));
      }
    }
    Optional<Located> border = borderPhrase(reading, at);
    if (border.isPresent()) {
      return border;
    }
    Optional<Located> speaker =
        rule.type() == EventType.TALKS ? Optional.empty() : speaker(reading, arguments);
    if (speaker.isPresent()) {
      return speaker;
    }
    if (reading.has(Kind.SOIL.bit())) {
      return Optional.of(Located.in(List.of(bearings.theatre()), false));
    }
    List<String> all = countries(reading, at, false);
    if (all.equals(List.of(bearings.theatre()))) {
      return Optional.of(Located.in(all, false));
    }
    List<String> countries = countries(reading, at);
    if (!countries.isEmpty()) {
      return Optional.of(Located.in(countries, false));
    }
    boolean theirs = reading.has(Kind.mask(List.of(Kind.FIGHTERS, Kind.ALLIANCE)));
    boolean hub =
        reading.mentions().stream()
            .anyMatch(mention -> mention.entry().country().filter(bearings::isHub).isPresent());
    if (!theirs && !hub) {
      return focus.lastScopes().isEmpty() || !reading.has(PARTIES)
          ? Optional.empty()
          : Optional.of(Located.in(wholeBorders(focus.lastScopes()), true));
    }
    boolean outside = reading.mentions().stream().anyMatch(this::isOutsider);
    if (outside || reading.has(Kind.ALLIANCE.bit())) {
      return Optional.of(Located.in(List.of(bearings.theatre()), false));
    }
    return rule.type() == EventType.TALKS || focus.lastScopes().isEmpty()
        ? Optional.of(Located.in(List.of(bearings.theatre()), true))
        : Optional.of(Located.in(wholeBorders(focus.lastScopes()), true));
  }

  /** A neighbour's own word or deed bears on its own border, whomever else it names. */
  private Optional<Located> speaker(Reading reading, Arguments arguments) {
    Optional<String> country = arguments.subject().flatMap(subject -> subject.entry().country());
    if (country.isEmpty() || !bearings.knows(country.get()) || bearings.isHub(country.get())) {
      return Optional.empty();
    }
    List<String> border = bearings.of(Set.of(country.get()), true);
    return border.isEmpty()
        ? Optional.empty()
        : Optional.of(Located.in(spokenOf(reading, border), false));
  }

  /** Where a text tells of a border without the hub, a country alone means that border. */
  private List<String> spokenOf(Reading reading, List<String> found) {
    boolean hub =
        reading.mentions().stream()
            .anyMatch(mention -> mention.entry().country().filter(bearings::isHub).isPresent());
    List<String> before = wholeBorders(focus.lastScopes());
    if (hub || found.size() != 1 || before.size() != 1 || before.equals(found)) {
      return found;
    }
    List<String> sides = List.of(before.get(0).split("-", -1));
    boolean shared = List.of(found.get(0).split("-", -1)).stream().anyMatch(sides::contains);
    return shared && sides.stream().noneMatch(bearings::isHub) ? before : found;
  }

  private static List<String> wholeBorders(List<String> scopes) {
    Set<String> whole = new LinkedHashSet<>();
    for (String scope : scopes) {
      int slash = scope.indexOf('/');
      whole.add(slash < 0 ? scope : scope.substring(0, slash));
    }
    return List.copyOf(whole);
  }

  private boolean isOutsider(Mention mention) {
    return mention.is(PARTIES)
        && mention.entry().country().filter(country -> !bearings.knows(country)).isPresent();
  }

  // --- parts ----------------------------------------------------------------------------------

  private record Named(Mention mention, Place place, int distance) {}

  private List<Named> named(Reading reading, Mention at) {
    List<Named> named = new ArrayList<>();
    for (Mention mention : reading.mentions()) {
      if (mention.sameSpot(at) || mention.is(Kind.GOVERNMENT)) {
        continue;
      }
      Optional<Place> place = picker.pick(reading, mention);
      if (place.isPresent()) {
        named.add(new Named(mention, place.get(), distance(reading, mention, at)));
      }
    }
    return named;
  }

  private static int distance(Reading reading, Mention mention, Mention at) {
    boolean behind = mention.from() >= at.to();
    int gap = behind ? mention.from() - at.to() : at.from() - mention.to() + 1;
    return gap + 7 * reading.boundaries(mention.from(), at.from());
  }

  /** The nearest place that bears on a border, else the nearest at all. */
  private static Optional<Named> nearest(List<Named> named) {
    Named best = null;
    for (Named candidate : named) {
      boolean bears = !candidate.place.scopes().isEmpty();
      boolean bestBears = best != null && !best.place.scopes().isEmpty();
      boolean nearer = best == null || candidate.distance < best.distance;
      if (candidate.distance <= NEAREST
          && (best == null || (bears && !bestBears) || (bears == bestBears && nearer))) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A place with the others of its list: {@code in Herat, Kunduz and Faryab}. */
  private Located listAround(Reading reading, List<Named> named, Named centre) {
    int index = named.indexOf(centre);
    int first = index;
    while (first > 0 && inList(reading, named.get(first - 1), named.get(first))) {
      first--;
    }
    int last = index;
    while (last + 1 < named.size() && inList(reading, named.get(last), named.get(last + 1))) {
      last++;
    }
    List<Place> places = new ArrayList<>();
    for (Named item : named.subList(first, last + 1)) {
      if (!item.place.scopes().isEmpty() && !places.contains(item.place)) {
        places.add(item.place);
      }
    }
    List<Token> tokens = reading.sentence().tokens();
    StringBuilder text = new StringBuilder();
    for (Named item : named.subList(first, last + 1)) {
      text.append(text.length() == 0 ? "" : ", ").append(item.place.name());
    }
    return new Located(
        scopesOf(narrowest(places)), places, tokens.isEmpty() ? "" : text.toString(), false);
  }

  /** A crossing beside its district or province says more than these. */
  private static List<Place> narrowest(List<Place> places) {
    List<Place> narrow = new ArrayList<>();
    for (Place place : places) {
      boolean containsOther =
          places.stream()
              .anyMatch(
                  other ->
                      !other.equals(place)
                          && place.scopes().size() > other.scopes().size()
                          && place.scopes().containsAll(other.scopes()));
      if (!containsOther) {
        narrow.add(place);
      }
    }
    return narrow;
  }

  private static boolean inList(Reading reading, Named one, Named other) {
    int gap = other.mention.from() - one.mention.to();
    if (gap > LIST_GAP || reading.boundaries(one.mention.from(), other.mention.from()) > 1) {
      return false;
    }
    for (int i = one.mention.to(); i < other.mention.from(); i++) {
      String word = reading.sentence().token(i).word();
      if (!reading.sentence().token(i).isCapital()
          && !Set.of(
                  ",",
                  "and",
                  "the",
                  "in",
                  "of",
                  "district",
                  "districts",
                  "province",
                  "provinces",
                  "city",
                  "as",
                  "well",
                  "or",
                  "(",
                  ")",
                  "'s",
                  "to",
                  "both",
                  "&",
                  "border",
                  "crossing",
                  "crossings",
                  "port",
                  "town",
                  "region",
                  "near")
              .contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> scopesOf(List<Place> places) {
    Set<String> scopes = new LinkedHashSet<>();
    places.forEach(place -> scopes.addAll(place.scopes()));
    return List.copyOf(scopes);
  }

  private Optional<Located> borderPhrase(Reading reading, Mention at) {
    Mention best = null;
    for (Mention mention : reading.mentions()) {
      if (mention.entry().border().isPresent()
          && (best == null || distance(reading, mention, at) < distance(reading, best, at))) {
        best = mention;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    Border border = best.entry().border().orElseThrow();
    return Optional.of(Located.in(List.of(otherBorder(reading, best, border)), false));
  }

  /** "The border with Tajikistan" of a Kyrgyz decree is not the Afghan one. */
  private String otherBorder(Reading reading, Mention phrase, Border border) {
    String other = border.id();
    for (Mention mention : reading.mentions()) {
      Optional<String> country = mention.entry().country();
      if (mention.sameSpot(phrase) || !mention.is(PARTIES) || country.isEmpty()) {
        continue;
      }
      if (border.countries().contains(country.get()) && bearings.isHub(country.get())) {
        return border.id();
      }
      if (!border.countries().contains(country.get())) {
        for (String side : border.countries()) {
          if (!bearings.isHub(side)) {
            other = bearings.between(side, country.get()).orElse(other);
          }
        }
      }
    }
    return other;
  }

  /** The borders that the countries of the clause mean, else those of the sentence. */
  private List<String> countries(Reading reading, Mention at) {
    List<String> near = countries(reading, at, true);
    return near.isEmpty() ? countries(reading, at, false) : near;
  }

  private List<String> countries(Reading reading, Mention at, boolean clauseOnly) {
    Set<String> named = new LinkedHashSet<>();
    boolean hubNamed = false;
    for (Mention mention : reading.mentions()) {
      boolean inClause = reading.boundaries(mention.from(), at.from()) == 0;
      boolean country = mention.is(PARTIES) && mention.entry().country().isPresent();
      hubNamed |= mention.is(Kind.FIGHTERS) && mention.entry().actor().isPresent();
      if (country && (inClause || !clauseOnly)) {
        String code = mention.entry().country().get();
        hubNamed |= bearings.isHub(code);
        named.add(code);
      } else if (country) {
        hubNamed |= bearings.isHub(mention.entry().country().get());
      }
    }
    return bearings.of(named, hubNamed);
  }

  static boolean isBorderish(Reading reading) {
    return reading.has(BORDERISH);
  }
}
