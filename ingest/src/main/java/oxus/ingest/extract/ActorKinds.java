package oxus.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oxus.schemas.PlaceKind;
import oxus.theatre.Actor;
import oxus.theatre.Border;
import oxus.theatre.Place;
import oxus.theatre.Theatre;

/** Tells what kind of party a spelling of an actor names: a state, its soldiers, its people. */
final class ActorKinds {
  private static final List<String> ARMED =
      List.of("guard", "army", "forces", "troops", "police", "base", "border-service");
  private static final long SPOKESMEN = Kind.GOVERNMENT.bit() | Kind.LEADER.bit();

  private final PhraseTrie lexicon;
  private final Set<String> countries = new LinkedHashSet<>();
  private final Set<String> inside = new LinkedHashSet<>();

  ActorKinds(Theatre theatre, PhraseTrie lexicon) {
    this.lexicon = lexicon;
    for (Border border : theatre.borders()) {
      inside.addAll(border.countries());
    }
    for (Place place : theatre.gazetteer().places()) {
      if (place.kind() == PlaceKind.COUNTRY) {
        place.spellings().forEach(spelling -> countries.add(Words.lower(spelling)));
      }
    }
  }

  long ofAdjective(Actor actor) {
    return Kind.NATIONAL.bit() | (isOutsider(actor) ? Kind.OUTSIDER.bit() : 0);
  }

  /** The last words of a spelling say what it names: {@code US troops}, {@code Afghan families}. */
  long of(Actor actor, String spelling) {
    long tail = tailKinds(Words.of(spelling));
    if ((tail & Kind.SMUGGLERS.bit()) != 0) {
      return Kind.SMUGGLERS.bit();
    }
    if ((tail & Kind.CIVILIANS.bit()) != 0) {
      return Kind.CIVILIANS.bit();
    }
    boolean ofState = actor.kind() == Actor.Kind.STATE || actor.kind() == Actor.Kind.ORGAN;
    if (ofState && (tail & Kind.TROOPS.bit()) != 0) {
      return Kind.TROOPS.bit() | (isOutsider(actor) ? Kind.FOREIGN.bit() : 0);
    }
    return switch (actor.kind()) {
      case STATE -> state(actor, spelling);
      case ORGAN -> isArmed(actor) ? Kind.TROOPS.bit() : SPOKESMEN;
      case MOVEMENT -> movement(actor);
      case ALLIANCE -> Kind.ALLIANCE.bit();
      case ORGANISATION -> SPOKESMEN;
      case PEOPLE -> actor.country().isPresent() ? Kind.CIVILIANS.bit() : Kind.SOIL.bit();
    };
  }

  private long state(Actor actor, String spelling) {
    boolean country = spelling.equals(actor.name()) || countries.contains(Words.lower(spelling));
    return country ? Kind.GOVERNMENT.bit() | Kind.COUNTRY.bit() : SPOKESMEN;
  }

  /** Movements that stand with a government, or took arms against its conquerors, are militias. */
  private static long movement(Actor actor) {
    boolean ally =
        !actor.roles().isEmpty()
            && actor.roles().stream()
                .allMatch(
                    role -> role.role().contains("ally") || role.role().contains("resistance"));
    return ally ? Kind.MILITIA.bit() : Kind.FIGHTERS.bit();
  }

  private static boolean isArmed(Actor actor) {
    String id = actor.id().toLowerCase(Locale.ROOT);
    return ARMED.stream().anyMatch(id::contains);
  }

  private boolean isOutsider(Actor actor) {
    return actor.country().filter(country -> !inside.contains(country)).isPresent();
  }

  private long tailKinds(List<String> words) {
    for (int from = 1; from < words.size(); from++) {
      long kinds = lexicon.kindsOf(words.subList(from, words.size()));
      if (kinds != 0) {
        return kinds;
      }
    }
    return 0;
  }
}
