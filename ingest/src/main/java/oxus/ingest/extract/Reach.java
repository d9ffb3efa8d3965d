package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;

/** Corrects a scope by how far what happened reaches: what a range hosts warns a whole border. */
final class Reach {
  /** What happens on a spot of the border, and so in a sector, wherever that is. */
  private static final Set<EventType> ON_THE_SPOT =
      Set.of(
          EventType.TROOP_CROSSING,
          EventType.CROSS_BORDER_ATTACK,
          EventType.BORDER_FORTIFICATION,
          EventType.REFUGEE_FLOW,
          EventType.REFUGEE_RETURN,
          EventType.TRAFFICKING);

  /** What a country off the hub does with the hub bears on no border of its own. */
  private static final Set<EventType> BETWEEN = Set.of(EventType.MATERIAL_SUPPORT, EventType.TALKS);

  private static final Set<String> ALL = Set.of("whole", "entire", "length");
  private static final Set<String> BASE = Set.of("base", "garrison");
  private static final Set<String> RANGE = Set.of("range", "ranges", "polygon");
  private static final Set<String> GROUND = Set.of("ground", "grounds");

  /** Before {@code ground}, which else is what soldiers stand on. */
  private static final Set<String> TRAINING =
      Set.of("training", "firing", "proving", "shooting", "exercise");

  private final Bearings bearings;

  private final Focus focus;

  Reach(Bearings bearings, Focus focus) {
    this.bearings = bearings;
    this.focus = focus;
  }

  Located of(Reading reading, EventType type, Located found) {
    Located located = atHome(found);
    boolean shown = type == EventType.EXERCISE || (BETWEEN.contains(type) && namesHub(reading));
    if (shown && isBeyondHub(reading, located)) {
      return Located.in(List.of(bearings.theatre()), located.inferred());
    }
    if (isWhole(reading, type, located)) {
      return new Located(
          CountryScopes.wholeBorders(located.scopes()),
          located.places(),
          located.text(),
          located.inferred());
    }
    return ON_THE_SPOT.contains(type) ? onTheSpot(located) : located;
  }

  /** A province on two borders, in a text about one of them. */
  private Located atHome(Located located) {
    Optional<String> home = focus.home();
    List<String> own =
        located.scopes().stream()
            .filter(scope -> home.isPresent() && scope.startsWith(home.get() + "/"))
            .toList();
    boolean two = own.size() < located.scopes().size() && located.places().size() == 1;
    return own.isEmpty() || !two
        ? located
        : new Located(own, located.places(), located.text(), located.inferred());
  }

  /** A border with one sector has no other place where something could happen; two are told of. */
  private Located onTheSpot(Located located) {
    return located.scopes().size() > 1
        ? located
        : new Located(
            located.scopes().stream().map(bearings::soleSector).toList(),
            located.places(),
            located.text(),
            located.inferred());
  }

  /** Drills in a country that does not border on the hub are shown to the whole region. */
  private boolean isBeyondHub(Reading reading, Located located) {
    boolean phrase =
        reading.mentions().stream().anyMatch(mention -> mention.entry().border().isPresent());
    return !phrase
        && located.scopes().size() == 1
        && located.places().isEmpty()
        && bearings.isBesideHub(located.scopes().get(0))
        && reading.mentions().stream()
            .flatMap(mention -> mention.entry().country().stream())
            .filter(country -> bearings.isBorderOf(country, located.scopes().get(0)))
            .anyMatch(bearings::isOffHub);
  }

  private boolean isWhole(Reading reading, EventType type, Located located) {
    boolean many = located.scopes().size() > 1;
    boolean toBorder = many && namesBorder(reading);
    return switch (type) {
      case ASSISTANCE_REQUEST -> true;
      case EXERCISE -> located.inferred() || isAtRange(located);
      case MATERIAL_SUPPORT -> located.inferred() || many;
      case DEPLOYMENT ->
          toBorder
              || (located.inferred() && (reading.has(Kind.BASE.bit()) || names(reading, BASE)))
              || (isAtRange(located) && namesRange(reading));
      case MOBILISATION -> (toBorder || reading.has(Kind.RESERVISTS.bit())) && !isShort(located);
      case BORDER_FORTIFICATION -> Extent.hasPercent(reading) || names(reading, ALL);
      case REFUGEE_RETURN -> located.inferred() && many;
      default -> false;
    };
  }

  /**
   * A training range is neither a crossing nor a settlement; on a short border it is its sector.
   */
  private boolean isAtRange(Located located) {
    return located.places().stream().allMatch(place -> place.kind() == PlaceKind.OTHER)
        && !isShort(located);
  }

  /** On borders of one sector only. */
  private boolean isShort(Located located) {
    return CountryScopes.wholeBorders(located.scopes()).stream()
        .noneMatch(border -> bearings.soleSector(border).equals(border));
  }

  private boolean namesHub(Reading reading) {
    return reading.mentions().stream()
        .anyMatch(mention -> mention.entry().country().filter(bearings::isHub).isPresent());
  }

  private static boolean namesRange(Reading reading) {
    Sentence sentence = reading.sentence();
    for (int i = 1; i < sentence.size(); i++) {
      if (GROUND.contains(sentence.token(i).word())
          && TRAINING.contains(sentence.token(i - 1).word())) {
        return true;
      }
    }
    return names(reading, RANGE);
  }

  private static boolean names(Reading reading, Set<String> words) {
    return reading.sentence().tokens().stream().anyMatch(token -> words.contains(token.word()));
  }

  /** {@code to the border}, and no name with it. */
  private static boolean namesBorder(Reading reading) {
    return reading.mentions().stream()
        .anyMatch(mention -> mention.is(Kind.BORDER) && mention.entry().places().isEmpty());
  }
}
