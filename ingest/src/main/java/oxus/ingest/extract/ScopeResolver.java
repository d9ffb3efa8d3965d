package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;

/** Finds the narrowest scope that the text supports for an event, or none rather than a guess. */
final class ScopeResolver {
  private static final long BUILT = Kind.mask(List.of(Kind.POST, Kind.BASE));

  private final Bearings bearings;
  private final PlacePicker picker;
  private final PlaceScopes places;
  private final PartyScopes parties;
  private final Reach reach;
  private final boolean alone;

  /**
   * @param alone true for a text that is only a headline: with nothing around it that could tell
   *     where, it is taken to be about the theatre
   */
  ScopeResolver(Bearings bearings, Focus focus, boolean alone) {
    CountryScopes countries = new CountryScopes(bearings, focus);
    this.bearings = bearings;
    this.picker = new PlacePicker(focus);
    this.places = new PlaceScopes(bearings, focus, picker, countries);
    this.parties = new PartyScopes(bearings, focus, picker, countries);
    this.reach = new Reach(bearings, focus);
    this.alone = alone;
  }

  Optional<Located> locate(Reading reading, Mention at, Rule rule, Arguments arguments) {
    boolean betweenParties =
        rule.bearing() == Rule.Bearing.PARTIES && !isBuiltAtPlace(reading, arguments);
    Optional<Located> located =
        betweenParties
            ? parties.locate(reading, at, rule, arguments)
            : places.locate(reading, at, rule, arguments);
    located = located.map(found -> reach.of(reading, rule.type(), found));
    boolean silent = located.isEmpty() && alone && new NamedPlaces(reading, at, picker).isEmpty();
    return silent ? Optional.of(Located.in(List.of(bearings.theatre()), true)) : located;
  }

  /** A post or a base that is given stands where it stands. */
  private boolean isBuiltAtPlace(Reading reading, Arguments arguments) {
    return arguments.object().filter(object -> object.is(BUILT)).isPresent()
        && !NamedPlaces.scopesOf(picker.named(reading)).isEmpty();
  }
}
