package oxus.standalone.synthetic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.PlaceRef;
import oxus.schemas.Qualifier;
import oxus.schemas.ReportStatus;
import oxus.theatre.Place;

/**
 * One thing that happens in a made-up world, as it truly was.
 *
 * @param places where; none when it bears on a whole border
 */
record Happening(
    long number,
    Instant at,
    EventType type,
    ReportStatus status,
    List<String> scopes,
    List<PlaceRef> places,
    String initiator,
    @Nullable Figure figure) {
  private static final List<EventType> WAR =
      List.of(
          EventType.ARMED_CLASH,
          EventType.ARMED_CLASH,
          EventType.TERRITORY_SEIZURE,
          EventType.BORDER_SEIZURE,
          EventType.TROOP_CROSSING,
          EventType.REFUGEE_FLOW,
          EventType.BORDER_CLOSURE,
          EventType.RECAPTURE,
          EventType.CROSS_BORDER_ATTACK,
          EventType.HOSTILE_STATEMENT,
          EventType.DEPLOYMENT,
          EventType.TALKS);
  private static final List<EventType> PEACE =
      List.of(
          EventType.TALKS,
          EventType.COOPERATION,
          EventType.EXERCISE,
          EventType.TRAFFICKING,
          EventType.MATERIAL_SUPPORT,
          EventType.ASSURANCE,
          EventType.BORDER_FORTIFICATION,
          EventType.BORDER_REOPENING,
          EventType.MILITANT_PRESENCE,
          EventType.REFUGEE_RETURN,
          EventType.HOSTILE_STATEMENT,
          EventType.ARMED_CLASH);

  Happening {
    scopes = List.copyOf(scopes);
    places = List.copyOf(places);
  }

  /**
   * Where a thing happens.
   *
   * @param isWide whether it concerns the whole border and has no place
   */
  record Scene(int sector, boolean isAtWar, boolean isWide) {
    List<String> scopes() {
      return List.of(isWide ? SyntheticTheatre.border(sector) : SyntheticTheatre.id(sector));
    }
  }

  static Happening at(Scene scene, long number, Instant at, Dice dice) {
    EventType type = dice.oneOf(scene.isAtWar() ? WAR : PEACE);
    Place place =
        SyntheticTheatre.place(scene.sector(), dice.below(SyntheticTheatre.placesASector()));
    return new Happening(
        number,
        at,
        type,
        dice.below(15) == 0 ? ReportStatus.PLANNED : ReportStatus.REPORTED,
        scene.scopes(),
        scene.isWide()
            ? List.of()
            : List.of(
                new PlaceRef(place.id(), place.name(), place.kind(), place.within().orElse(null))),
        "party-" + dice.below(3),
        figure(type, dice));
  }

  private static @Nullable Figure figure(EventType type, Dice dice) {
    String unit =
        switch (type) {
          case TROOP_CROSSING -> "soldiers";
          case REFUGEE_FLOW -> "civilians";
          case ARMED_CLASH -> "killed";
          default -> "";
        };
    long number = 1L + dice.below(2_000);
    return unit.isEmpty() || dice.below(2) == 0
        ? null
        : new Figure(number, number, Qualifier.EXACT, unit);
  }
}
