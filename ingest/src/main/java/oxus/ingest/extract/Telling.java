package oxus.ingest.extract;

import java.util.Set;

/** How an event is told: as something new, as something told before, how surely. */
final class Telling {
  private static final Set<String> FRESH =
      Set.of("earlier", "previously", "separately", "later", "also", "meanwhile", "another");
  private static final Set<String> POINTERS =
      Set.of("the", "these", "this", "those", "that", "such");
  private static final int GOOD_FIT = 85;

  private Telling() {}

  static boolean isFresh(Reading reading) {
    return reading.sentence().size() > 0 && FRESH.contains(reading.sentence().token(0).word());
  }

  /** {@code the talks}, {@code these clashes}: what was told before. */
  static boolean isDefinite(Reading reading, Mention at, Trigger trigger) {
    if (trigger.form().isVerb()) {
      return false;
    }
    for (int i = Math.max(0, at.from() - 2); i < at.from(); i++) {
      if (POINTERS.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** Per mille: more for a place in the sentence, a date, near arguments, someone who did it. */
  static int confidence(Located located, boolean dated, Arguments arguments) {
    int confidence = 600;
    confidence += located.inferred() ? 0 : 130;
    confidence += dated ? 80 : 0;
    confidence += arguments.score() > GOOD_FIT ? 80 : 0;
    return confidence + (arguments.subject().isPresent() ? 50 : 0);
  }
}
