package oxus.ingest.extract;

import java.util.List;
import java.util.Set;
import oxus.schemas.EventType;

/**
 * What a sentence says of how far its event reaches: a spot told before, many, all of a country.
 */
final class Extent {
  /** What may be told of the whole country. */
  private static final Set<EventType> WIDE =
      Set.of(EventType.TERRITORY_SEIZURE, EventType.MILITANT_PRESENCE);

  private static final Set<String> QUARTERS = Set.of("northern", "eastern", "western", "southern");
  private static final long COUNTED =
      Kind.mask(List.of(Kind.DISTRICT, Kind.AREA, Kind.PROVINCE, Kind.BORDER));
  private static final Set<String> POINTED_AT =
      Set.of(
          "area",
          "crossing",
          "port",
          "checkpoint",
          "post",
          "district",
          "city",
          "town",
          "gate",
          "bridge",
          "posts",
          "facility",
          "garrison",
          "village");

  private static final Set<String> GATES = Set.of("gate", "bridge", "crossing", "checkpoint");
  private static final Set<String> AT = Set.of("at", "on", "of");

  private Extent() {}

  /** {@code 85 per cent of the country}, {@code the northern provinces}. */
  static boolean isOfWholeCountry(Reading reading, EventType type) {
    if (!WIDE.contains(type)) {
      return false;
    }
    Sentence sentence = reading.sentence();
    for (int i = 0; i < sentence.size(); i++) {
      boolean all = sentence.is(i, "country") && sentence.is(i - 1, "the");
      boolean counted = !reading.figures().isEmpty();
      boolean provinces = sentence.is(i, "provinces") && QUARTERS.contains(word(sentence, i - 1));
      if ((all && counted) || provinces) {
        return true;
      }
    }
    return false;
  }

  private static String word(Sentence sentence, int at) {
    return at < 0 ? "" : sentence.token(at).word();
  }

  /** {@code more than 30 districts}: districts all over, not those of the last sentence. */
  static boolean isCountedAway(Reading reading, Arguments arguments) {
    if (arguments.object().isEmpty()) {
      return false;
    }
    Mention object = arguments.object().get();
    return object.is(COUNTED)
        && reading.figures().stream()
            .anyMatch(figure -> figure.to() >= object.from() && figure.from() < object.to());
  }

  /** {@code in the area}, {@code the crossing}, {@code there}: the sentence leans on another. */
  static boolean pointsBack(Reading reading) {
    Sentence sentence = reading.sentence();
    for (int i = 0; i < sentence.size(); i++) {
      String word = sentence.token(i).word();
      boolean pointed = sentence.is(i - 1, "the") || sentence.is(i - 1, "that");
      if (word.equals("there") || (pointed && POINTED_AT.contains(word))) {
        return true;
      }
    }
    return false;
  }

  /** {@code at the gate}, {@code on the bridge}: where two sides meet. */
  static boolean pointsAtGate(Reading reading) {
    Sentence sentence = reading.sentence();
    for (int i = 2; i < sentence.size(); i++) {
      boolean gate = GATES.contains(sentence.token(i).word()) && sentence.is(i - 1, "the");
      if (gate && AT.contains(sentence.token(i - 2).word())) {
        return true;
      }
    }
    return false;
  }

  static boolean hasPercent(Reading reading) {
    return reading.figures().stream()
        .anyMatch(figure -> figure.figure().getUnit().equals("percent"));
  }
}
