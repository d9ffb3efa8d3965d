package oxus.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.theatre.Border;

/** Which borders the countries of a sentence mean. */
final class CountryScopes {
  static final long PARTIES =
      Kind.mask(List.of(Kind.NATIONAL, Kind.GOVERNMENT, Kind.COUNTRY, Kind.TROOPS, Kind.LEADER));

  private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "its", "his", "her");
  private static final Set<String> INTO = Set.of("in", "into", "to");

  private final Bearings bearings;
  private final Focus focus;

  CountryScopes(Bearings bearings, Focus focus) {
    this.bearings = bearings;
    this.focus = focus;
  }

  static List<String> wholeBorders(List<String> scopes) {
    Set<String> whole = new LinkedHashSet<>();
    for (String scope : scopes) {
      int slash = scope.indexOf('/');
      whole.add(slash < 0 ? scope : scope.substring(0, slash));
    }
    return List.copyOf(whole);
  }

  boolean namesParty(Reading reading) {
    return reading.has(PARTIES);
  }

  boolean namesHub(Reading reading) {
    return reading.mentions().stream()
        .anyMatch(mention -> mention.entry().country().filter(bearings::isHub).isPresent());
  }

  /** The borders that the countries of the clause mean, else those of the sentence. */
  List<String> around(Reading reading, Mention at) {
    List<String> near = inClause(reading, at);
    return near.isEmpty() ? inSentence(reading, at) : near;
  }

  List<String> inClause(Reading reading, Mention at) {
    return of(reading, at, true);
  }

  List<String> inSentence(Reading reading, Mention at) {
    return of(reading, at, false);
  }

  Optional<Located> borderPhrase(Reading reading, Mention at) {
    Mention best = null;
    for (Mention mention : reading.mentions()) {
      if (mention.entry().border().isPresent()
          && (best == null
              || NamedPlaces.distance(reading, mention, at)
                  < NamedPlaces.distance(reading, best, at))) {
        best = mention;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    Border border = best.entry().border().orElseThrow();
    return Optional.of(Located.in(List.of(otherBorder(reading, best, border)), false));
  }

  /** A neighbour's own word or deed bears on its own border, whomever else it names. */
  Optional<Located> speaker(Reading reading, Arguments arguments) {
    Optional<String> country = arguments.subject().flatMap(subject -> subject.entry().country());
    if (country.isEmpty() || !bearings.knows(country.get()) || bearings.isHub(country.get())) {
      return Optional.empty();
    }
    List<String> border = bearings.of(Set.of(country.get()), true);
    return border.isEmpty()
        ? Optional.empty()
        : Optional.of(Located.in(spokenOf(reading, border), false));
  }

  /** The common border of two that are named, whoever is their host. */
  Optional<Located> shared(Reading reading) {
    Set<String> named = new LinkedHashSet<>();
    for (Mention mention : reading.mentions()) {
      Optional<String> country = mention.entry().country().filter(bearings::knows);
      boolean movement = mention.is(Kind.FIGHTERS) && mention.entry().actor().isPresent();
      if (country.isPresent() && (movement || mention.is(PARTIES))) {
        named.add(country.get());
      }
    }
    List<String> sides = List.copyOf(named);
    return sides.size() == 2
        ? bearings.between(sides.get(0), sides.get(1)).map(id -> Located.in(List.of(id), false))
        : Optional.empty();
  }

  /** The border of whoever the last sentence was about, when this one starts with a pronoun. */
  Optional<Located> pronoun(Reading reading) {
    Sentence sentence = reading.sentence();
    if (sentence.size() == 0 || !PRONOUNS.contains(sentence.token(0).word())) {
      return Optional.empty();
    }
    Optional<String> lead = focus.lead().filter(country -> !bearings.isHub(country));
    List<String> border = lead.map(country -> bearings.of(Set.of(country), true)).orElse(List.of());
    return border.isEmpty() ? Optional.empty() : Optional.of(Located.in(border, true));
  }

  /** The border of the neighbour to whom something moves. */
  Optional<Located> destination(Reading reading, Mention at) {
    for (Mention mention : reading.mentions()) {
      Optional<String> country =
          mention.entry().country().filter(bearings::knows).filter(one -> !bearings.isHub(one));
      boolean into =
          mention.from() > 0 && INTO.contains(reading.sentence().token(mention.from() - 1).word());
      if (country.isPresent()
          && into
          && mention.is(Kind.COUNTRY)
          && reading.boundaries(mention.from(), at.from()) == 0) {
        List<String> border = bearings.of(Set.of(country.get()), true);
        return border.isEmpty() ? Optional.empty() : Optional.of(Located.in(border, false));
      }
    }
    return Optional.empty();
  }

  /** The border of the neighbour in whose capital something takes place. */
  Optional<Located> host(Reading reading) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Mention mention : reading.mentions()) {
      if (Reading.isCapital(mention)) {
        hosts.add(mention.entry().places().get(0).country());
      }
    }
    hosts.removeIf(country -> !bearings.knows(country) || bearings.isHub(country));
    List<String> border = hosts.size() == 1 ? bearings.of(hosts, true) : List.of();
    return border.isEmpty()
        ? Optional.empty()
        : Optional.of(Located.in(spokenOf(reading, border), false));
  }

  /** The border of the neighbour who is given something by another. */
  Optional<Located> recipient(Reading reading, Arguments arguments) {
    Optional<String> giver = arguments.subject().flatMap(subject -> subject.entry().country());
    Set<String> others = new LinkedHashSet<>();
    for (Mention mention : reading.mentions()) {
      mention.entry().country().ifPresent(others::add);
    }
    giver.ifPresent(others::remove);
    others.removeIf(country -> !bearings.knows(country) || bearings.isHub(country));
    List<String> border = others.size() == 1 ? bearings.of(others, true) : List.of();
    return border.isEmpty() ? Optional.empty() : Optional.of(Located.in(border, false));
  }

  /** Where a text tells of a border without the hub, a country alone means that border. */
  List<String> spokenOf(Reading reading, List<String> found) {
    boolean hub = namesHub(reading);
    List<String> before = focus.home().map(List::of).orElseGet(this::justBefore);
    if (hub || found.size() != 1 || before.size() != 1 || before.equals(found)) {
      return found;
    }
    List<String> sides = List.of(before.get(0).split("-", -1));
    boolean shared = List.of(found.get(0).split("-", -1)).stream().anyMatch(sides::contains);
    return shared && sides.stream().noneMatch(bearings::isHub) ? before : found;
  }

  private List<String> justBefore() {
    return focus.sinceRemembered() <= 1 ? wholeBorders(focus.lastScopes()) : List.of();
  }

  private List<String> of(Reading reading, Mention at, boolean clauseOnly) {
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

  /** The border of the neighbour that is named first and not only as whose minister listens. */
  Optional<Located> firstNamed(Reading reading) {
    Sentence sentence = reading.sentence();
    for (Mention mention : reading.mentions()) {
      Optional<String> country =
          mention.entry().country().filter(bearings::knows).filter(one -> !bearings.isHub(one));
      boolean owner = sentence.is(mention.to(), "'s");
      if (country.isPresent() && mention.is(PARTIES) && !owner) {
        List<String> border = bearings.of(Set.of(country.get()), true);
        return border.isEmpty() ? Optional.empty() : Optional.of(Located.in(border, false));
      }
    }
    return Optional.empty();
  }
}
