package oxus.theatre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Someone who acts or speaks: a state, one of its organs, a movement, an alliance.
 *
 * @param id stable id in lower case with dashes: {@code taliban}, {@code tj-border-guards}
 * @param spellings every way that a text may name it
 * @param kind what sort of actor
 * @param country ISO 3166 alpha-2 code, for states and their organs
 * @param adjectives words that make a common noun this actor's: "Tajik", "Uzbek"
 * @param roles what it was, when; the Taliban before and after 15 August 2021
 */
public record Actor(
    String id,
    String name,
    List<String> spellings,
    Kind kind,
    Optional<String> country,
    List<String> adjectives,
    List<Role> roles) {

  public enum Kind {
    STATE,
    ORGAN,
    MOVEMENT,
    ALLIANCE,
    ORGANISATION,
    PEOPLE
  }

  /**
   * What an actor was for a time.
   *
   * @param role for example {@code insurgent}, {@code government}, {@code resistance}
   * @param from first day, inclusive; empty: ever since
   * @param to last day, inclusive; empty: still
   */
  public record Role(String role, Optional<LocalDate> from, Optional<LocalDate> to) {}

  public Actor {
    spellings = List.copyOf(spellings);
    adjectives = List.copyOf(adjectives);
    roles = List.copyOf(roles);
  }
}
