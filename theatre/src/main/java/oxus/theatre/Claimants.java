package oxus.theatre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import oxus.schemas.Stake;

/**
 * Finds on whom a report rests, from the words by which a text attributes it: "Taliban spokesman
 * Zabihullah Mujahid via TASS" is the Taliban. Two reports with one key rest on one claimant.
 * Unnamed sources, and several parties at once, are no sole claimant.
 */
public final class Claimants {
  private static final Pattern RELAY = Pattern.compile(" (via|through|to|on|in|at) ");
  private static final Pattern ORIGIN = Pattern.compile(" (citing|quoting|quoted from) ");
  private static final Pattern PARTIES = Pattern.compile(", | and |;|/| & ");

  /** Nobody that could be asked: each outlet may have its own. */
  private static final Set<String> NAMELESS =
      Set.of(
          "source",
          "sources",
          "witness",
          "witnesses",
          "eyewitnesses",
          "resident",
          "residents",
          "locals",
          "villagers",
          "media",
          "reports",
          "observers");

  private final Actors actors;
  private final Sources sources;
  private final List<String> spellings;

  public Claimants(Theatre theatre) {
    this.actors = theatre.actors();
    this.sources = theatre.sources();
    this.spellings =
        actors.actors().stream()
            .flatMap(actor -> actor.spellings().stream())
            .map(Gazetteer::fold)
            .distinct()
            // the longest first: "Tajik border guards" before "Tajik"
            .sorted((one, other) -> other.length() - one.length())
            .toList();
  }

  /** Actor id, source family or a key of the words themselves; empty: no sole claimant. */
  public Optional<String> sole(String words) {
    Optional<String> whole = known(words.strip());
    if (whole.isPresent()) {
      return whole;
    }
    String[] cited = ORIGIN.split(words, 2);
    List<String> keys = new ArrayList<>();
    for (String party : PARTIES.split(cited[cited.length - 1], -1)) {
      Optional<String> key = of(party.strip());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return keys.stream().distinct().count() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
  }

  /** What a claimant has at stake in an act: an organ speaks for its state, and a state for it. */
  public Stake stake(Optional<String> claimant, Optional<String> doer, Optional<String> target) {
    if (claimant.isEmpty()) {
      return Stake.NONE;
    }
    if (doer.isPresent() && actors.ofOneParty(claimant.get(), doer.get())) {
      return Stake.DOER;
    }
    boolean suffered = target.isPresent() && actors.ofOneParty(claimant.get(), target.get());
    return suffered ? Stake.TARGET : Stake.NONE;
  }

  private Optional<String> of(String party) {
    String claimant = RELAY.split(party, 2)[0];
    List<String> words = Arrays.asList(Gazetteer.fold(claimant).split(" ", -1));
    if (words.stream().anyMatch(NAMELESS::contains)) {
      return Optional.empty();
    }
    return known(claimant)
        .or(() -> named(claimant))
        .or(() -> outlet(claimant))
        .or(() -> keyed(claimant));
  }

  private Optional<String> known(String words) {
    Optional<String> actor = actors.bySpelling(words).stream().map(Actor::id).findFirst();
    return actor.or(() -> sources.known(words).map(Source::family));
  }

  /** The actor with the longest spelling in the words. */
  private Optional<String> named(String words) {
    String padded = " " + Gazetteer.fold(words) + " ";
    return spellings.stream()
        .filter(spelling -> padded.contains(" " + spelling + " "))
        .findFirst()
        .flatMap(spelling -> actors.bySpelling(spelling).stream().map(Actor::id).findFirst());
  }

  /** "Pajhwok reporter Ajmal Kakar" speaks for Pajhwok. */
  private Optional<String> outlet(String words) {
    List<String> parts = List.of(words.split(" ", -1));
    for (int length = parts.size(); length > 0; length--) {
      Optional<Source> source = sources.known(String.join(" ", parts.subList(0, length)));
      if (source.isPresent()) {
        return source.map(Source::family);
      }
    }
    return Optional.empty();
  }

  /**
   * A person by the last name, since first names and titles vary; else the office. A plural without
   * an actor ("local officials") is nobody in particular.
   */
  private static Optional<String> keyed(String words) {
    String last = words.substring(words.lastIndexOf(' ') + 1);
    String slug = Gazetteer.fold(words).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (slug.isEmpty() || (last.endsWith("s") && last.equals(Gazetteer.fold(last)))) {
      return Optional.empty();
    }
    boolean isName = !last.equals(Gazetteer.fold(last)) && words.indexOf(' ') > 0;
    return Optional.of(
        isName ? "person-" + slug.substring(slug.lastIndexOf('-') + 1) : "office-" + slug);
  }
}
