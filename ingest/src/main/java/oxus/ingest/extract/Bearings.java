package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.theatre.Border;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** The theatre's borders by the countries on them. */
final class Bearings {
  private final String theatre;
  private final List<Border> borders;
  private final Optional<String> hub;
  private final Set<String> countries = new LinkedHashSet<>();
  private final Map<String, String> soleSectors = new LinkedHashMap<>();

  Bearings(Theatre theatre) {
    this.theatre = theatre.id();
    this.borders = theatre.borders();
    Map<String, Integer> shares = new LinkedHashMap<>();
    for (Border border : borders) {
      border.countries().forEach(country -> shares.merge(country, 1, Integer::sum));
    }
    countries.addAll(shares.keySet());
    for (Border border : borders) {
      List<String> own =
          theatre.sectors().stream()
              .map(Sector::id)
              .filter(sector -> sector.startsWith(border.id() + "/"))
              .toList();
      if (own.size() == 1) {
        soleSectors.put(border.id(), own.get(0));
      }
    }
    this.hub =
        shares.entrySet().stream()
            .filter(share -> borders.size() > 1 && share.getValue() * 2 > borders.size())
            .map(Map.Entry::getKey)
            .findFirst();
  }

  String theatre() {
    return theatre;
  }

  /** The only sector of a border; any other scope as it is. */
  String soleSector(String scope) {
    return soleSectors.getOrDefault(scope, scope);
  }

  /** A country on some border, but not on one with the hub. */
  boolean isOffHub(String country) {
    return knows(country)
        && !isHub(country)
        && hub.isPresent()
        && between(hub.get(), country).isEmpty();
  }

  /** A border between two of the hub's surroundings, not its own. */
  boolean isBesideHub(String scope) {
    return hub.isPresent()
        && borders.stream()
            .anyMatch(
                border -> border.id().equals(scope) && !border.countries().contains(hub.get()));
  }

  /** Whether a scope is a border of a country. */
  boolean isBorderOf(String country, String scope) {
    return borders.stream()
        .anyMatch(border -> border.id().equals(scope) && border.countries().contains(country));
  }

  boolean knows(String country) {
    return countries.contains(country);
  }

  /** The country that most of the theatre's borders share, if one is. */
  Optional<String> hub() {
    return hub;
  }

  boolean isHub(String country) {
    return hub.isPresent() && hub.get().equals(country);
  }

  /** The border between two countries. */
  Optional<String> between(String one, String other) {
    for (Border border : borders) {
      if (border.countries().contains(one) && border.countries().contains(other)) {
        return Optional.of(border.id());
      }
    }
    return Optional.empty();
  }

  /**
   * The scopes that a set of countries means: one neighbour of the hub, its border; two of them
   * without the hub, their common border; up to two otherwise, both borders; more, the theatre.
   */
  List<String> of(Set<String> named, boolean hubNamed) {
    List<String> neighbours = new ArrayList<>();
    for (String country : named) {
      if (knows(country) && !isHub(country)) {
        neighbours.add(country);
      }
    }
    if (neighbours.isEmpty()) {
      return List.of();
    }
    if (neighbours.size() > 2) {
      return List.of(theatre);
    }
    if (neighbours.size() == 2 && !hubNamed) {
      Optional<String> common = between(neighbours.get(0), neighbours.get(1));
      if (common.isPresent()) {
        return List.of(common.get());
      }
    }
    return withHub(neighbours);
  }

  private List<String> withHub(List<String> neighbours) {
    List<String> scopes = new ArrayList<>();
    for (String country : neighbours) {
      hub.flatMap(centre -> between(centre, country))
          .or(() -> only(country))
          .ifPresent(scopes::add);
    }
    return scopes.isEmpty() ? List.of(theatre) : List.copyOf(scopes);
  }

  /** The border of a country that has no other. */
  private Optional<String> only(String country) {
    List<String> own =
        borders.stream()
            .filter(border -> border.countries().contains(country))
            .map(Border::id)
            .toList();
    return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
  }

  /** Whether one of these scopes and one of those lie on one chain. */
  boolean anyOnOneChain(List<String> some, List<String> others) {
    for (String one : some) {
      for (String other : others) {
        if (onOneChain(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one scope is the other or contains it. */
  boolean onOneChain(String one, String other) {
    return one.equals(other)
        || one.startsWith(other + "/")
        || other.startsWith(one + "/")
        || (one.equals(theatre) && other.indexOf('/') < 0)
        || (other.equals(theatre) && one.indexOf('/') < 0);
  }
}
