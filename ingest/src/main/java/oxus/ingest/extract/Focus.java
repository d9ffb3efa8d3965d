package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.schemas.PlaceKind;
import oxus.theatre.Place;

/** What an article was last about, so that "the crossing" and "they" find their meaning. */
final class Focus {
  private static final long ACTORS =
      Kind.mask(
          List.of(
              Kind.FIGHTERS,
              Kind.TROOPS,
              Kind.GOVERNMENT,
              Kind.CIVILIANS,
              Kind.MILITIA,
              Kind.ALLIANCE,
              Kind.LEADER));
  private static final long LEADS =
      Kind.mask(List.of(Kind.NATIONAL, Kind.GOVERNMENT, Kind.COUNTRY, Kind.TROOPS, Kind.LEADER));
  private static final int REMEMBERED = 5;

  private final List<Seen> places = new ArrayList<>();
  private final Map<PlaceKind, Integer> latest = new EnumMap<>(PlaceKind.class);
  private final Set<String> words = new LinkedHashSet<>();
  private final List<Entry> actors = new ArrayList<>();
  private final List<String> lastScopes = new ArrayList<>();
  private Optional<String> home = Optional.empty();
  private Optional<String> lead = Optional.empty();
  private int sentence;
  private int remembered;

  private record Seen(Place place, int sentence) {}

  int sentence() {
    return sentence;
  }

  /** Remembers the places of a sentence and moves on. */
  void leave(Reading reading, List<Place> named) {
    for (Place place : named) {
      if (!place.scopes().isEmpty()) {
        latest.put(place.kind(), places.size());
        places.add(new Seen(place, sentence));
      }
    }
    for (Mention mention : reading.mentions()) {
      if (mention.is(ACTORS) && !mention.is(Kind.PRONOUN)) {
        actors.add(mention.entry());
        break;
      }
    }
    lead = leadOf(reading).or(() -> lead);
    sentence++;
  }

  private static Optional<String> leadOf(Reading reading) {
    for (Mention mention : reading.mentions()) {
      if (mention.is(LEADS) && mention.entry().country().isPresent()) {
        return mention.entry().country();
      }
    }
    return Optional.empty();
  }

  /** The country that the latest sentence to name one began with. */
  Optional<String> lead() {
    return lead;
  }

  void remember(List<String> scopes) {
    lastScopes.clear();
    lastScopes.addAll(scopes);
    remembered = sentence;
  }

  /** The border that the whole text is about, if it is about one. */
  Optional<String> home() {
    return home;
  }

  void settle(Optional<String> border) {
    home = border;
  }

  /** How many sentences ago the latest event was told. */
  int sinceRemembered() {
    return sentence - remembered;
  }

  List<String> lastScopes() {
    return List.copyOf(lastScopes);
  }

  void addWords(Sentence read) {
    for (Token token : read.tokens()) {
      words.add(token.word());
    }
  }

  boolean hasWord(String word) {
    return words.contains(word);
  }

  /** The latest actor of such a kind. */
  @Nullable Entry actor(long mask) {
    for (int i = actors.size() - 1; i >= 0 && i >= actors.size() - REMEMBERED; i--) {
      if (actors.get(i).is(mask)) {
        return actors.get(i);
      }
    }
    return null;
  }

  /** The places of the latest sentence that named some, at most so many sentences ago. */
  List<Place> places(int within) {
    List<Place> latest = new ArrayList<>();
    int when = -1;
    for (int i = places.size() - 1; i >= 0; i--) {
      Seen seen = places.get(i);
      if (sentence - seen.sentence > within || (when >= 0 && seen.sentence != when)) {
        break;
      }
      when = seen.sentence;
      latest.add(0, seen.place);
    }
    return latest;
  }

  /** The latest place of one of these kinds. */
  Optional<Place> latest(Set<PlaceKind> kinds) {
    int last = -1;
    for (PlaceKind kind : kinds) {
      last = Math.max(last, latest.getOrDefault(kind, -1));
    }
    return last < 0 ? Optional.empty() : Optional.of(places.get(last).place);
  }
}
