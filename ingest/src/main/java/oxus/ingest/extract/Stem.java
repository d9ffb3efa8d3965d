package oxus.ingest.extract;

/** Cuts the endings off a word so that its forms meet; crude, but the same everywhere. */
final class Stem {
  private static final String[] ENDINGS = {
    "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "ly"
  };
  private static final int SHORTEST = 3;

  private Stem() {}

  static String of(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      boolean doubled = ending.equals("s") && word.endsWith("ss");
      if (word.endsWith(ending) && !doubled && word.length() - ending.length() >= SHORTEST) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    return stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
