package oxus.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the word that governs a verb: the {@code may} of {@code may soon have been taken}. */
final class Governor {
  private static final int CHAIN = 8;
  private static final long GOVERNING =
      Kind.mask(
          List.of(
              Kind.POSSIBLE,
              Kind.DUTY,
              Kind.WILL,
              Kind.WOULD,
              Kind.PLAN,
              Kind.ATTEMPT,
              Kind.ACTUAL,
              Kind.NEGATION,
              Kind.WISH,
              Kind.THREAT,
              Kind.DENIAL,
              Kind.CONDITION));
  private static final Set<String> CHAIN_WORDS =
      Set.of(
          "to", "be", "been", "being", "is", "are", "was", "were", "have", "has", "had", "do",
          "does", "did", "also", "now", "already", "then", "still", "soon", "again", "even", "just",
          "only", "so", "far", "yet", "both", "all", "that", "it", "they", "he", "she", "its",
          "their", "his", "further", "about", "a", "the", "any", "some", "in", "future");

  private Governor() {}

  /** The nearest word that governs the verb, through its chain of auxiliaries. */
  static @Nullable Mention of(Reading reading, Mention at) {
    int token = at.from() - 1;
    for (int steps = 0; token >= 0 && steps < CHAIN; steps++) {
      Mention mention = reading.at(token);
      if (mention != null && mention.is(GOVERNING)) {
        return mention;
      }
      String word = reading.sentence().token(token).word();
      boolean passes = CHAIN_WORDS.contains(word) || word.endsWith("ly");
      if (!passes || reading.boundaries(token, at.from()) > 0) {
        return null;
      }
      token--;
    }
    return null;
  }
}
