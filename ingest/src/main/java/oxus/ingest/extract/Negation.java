package oxus.ingest.extract;

import java.util.Set;

/** Tells whether a sentence says that something did not happen or that nobody did it. */
final class Negation {
  private static final int NOBODY_REACH = 7;
  private static final Set<String> NAUGHT =
      Set.of("no", "not", "never", "without", "neither", "nor");

  private static final Set<String> NOBODY = Set.of("none", "nobody", "neither");

  private static final int NOUN_REACH = 3;

  private Negation() {}

  /** {@code nobody crossed}, {@code not a single one crossed}. */
  static boolean before(Reading reading, Mention at) {
    for (int i = Math.max(0, at.from() - NOBODY_REACH); i < at.from(); i++) {
      boolean near = i >= at.from() - 4 && reading.sentence().is(i, "no");
      boolean nobody = NOBODY.contains(reading.sentence().token(i).word());
      boolean single = reading.sentence().is(i, "not") && reading.sentence().is(i + 2, "single");
      if ((near || nobody || single) && reading.boundaries(i, at.from()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code no crossing}, {@code without an attack}. */
  static boolean ofNoun(Reading reading, Mention at) {
    for (int i = Math.max(0, at.from() - NOUN_REACH); i < at.from(); i++) {
      if (NAUGHT.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }
}
