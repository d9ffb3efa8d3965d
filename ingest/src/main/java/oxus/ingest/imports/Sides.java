package oxus.ingest.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.imports.Told.Party;
import oxus.ingest.imports.Whereabouts.Where;
import oxus.theatre.Actor;
import oxus.theatre.Border;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * Tells on which side a party stands where something happened, since the same deed is a seizure by
 * one and a recapture by another.
 */
record Sides(Theatre theatre) {
  private static final Set<String> RULERS = Set.of("government", "government ally");
  private static final Set<Actor.Kind> STATES = Set.of(Actor.Kind.STATE, Actor.Kind.ORGAN);

  /** The side of a party; in rules in lower case. */
  enum Side {
    /** The government of the country in which it happened. */
    HOME,
    /** The state across the border on which it bears. */
    NEIGHBOUR,
    /** Another state. */
    FOREIGN,
    /** An armed group. */
    GROUP,
    /** Not told. */
    UNKNOWN
  }

  Side of(Party party, Where where, LocalDate day) {
    Optional<Actor> actor = theatre.actors().bySpelling(party.name()).stream().findFirst();
    if (actor.isPresent() && !actor.get().roles().isEmpty()) {
      return byRole(actor.get(), where, day);
    }
    if (actor.filter(known -> known.kind() == Actor.Kind.MOVEMENT).isPresent()) {
      return Side.GROUP;
    }
    if (actor.filter(known -> STATES.contains(known.kind())).isPresent()) {
      return state(actor.flatMap(Actor::country).or(party::country), where);
    }
    return switch (party.kind()) {
      case GROUP -> Side.GROUP;
      case STATE -> state(party.country(), where);
      case UNTOLD -> Side.UNKNOWN;
    };
  }

  /** Who rules has changed: what the Taliban were in July 2021 they were not in September. */
  private static Side byRole(Actor actor, Where where, LocalDate day) {
    Optional<String> role =
        actor.roles().stream()
            .filter(each -> each.from().filter(day::isBefore).isEmpty())
            .filter(each -> each.to().filter(day::isAfter).isEmpty())
            .map(Actor.Role::role)
            .findFirst();
    if (role.isEmpty()) {
      return Side.UNKNOWN;
    }
    if (!RULERS.contains(role.get())) {
      return Side.GROUP;
    }
    return actor.country().equals(where.country()) ? Side.HOME : Side.FOREIGN;
  }

  private Side state(Optional<String> country, Where where) {
    if (country.isEmpty() || where.country().isEmpty()) {
      return Side.UNKNOWN;
    }
    if (country.equals(where.country())) {
      return Side.HOME;
    }
    List<Border> borders = bordersOf(where.scopes());
    boolean isAcross =
        !borders.isEmpty()
            && borders.stream().allMatch(border -> border.countries().contains(country.get()));
    return isAcross ? Side.NEIGHBOUR : Side.FOREIGN;
  }

  private List<Border> bordersOf(List<String> scopes) {
    return theatre.borders().stream()
        .filter(border -> scopes.stream().anyMatch(scope -> isOn(border, scope)))
        .toList();
  }

  private boolean isOn(Border border, String scope) {
    return border.id().equals(scope)
        || theatre.sectors().stream()
            .filter(sector -> sector.id().equals(scope))
            .map(Sector::border)
            .anyMatch(border.id()::equals);
  }

  /** The border between the countries of two parties. */
  Optional<Border> between(Party one, Party other) {
    Optional<String> first = country(one);
    Optional<String> second = country(other);
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return Optional.empty();
    }
    return theatre.borders().stream()
        .filter(border -> border.countries().containsAll(List.of(first.get(), second.get())))
        .findFirst();
  }

  private Optional<String> country(Party party) {
    return party
        .country()
        .or(
            () ->
                theatre.actors().bySpelling(party.name()).stream()
                    .flatMap(actor -> actor.country().stream())
                    .findFirst());
  }
}
