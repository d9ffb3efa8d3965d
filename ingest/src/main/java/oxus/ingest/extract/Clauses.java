package oxus.ingest.extract;

import java.util.Set;

/** Tells the clauses of a sentence apart, by marks and linking words. */
final class Clauses {
  private static final Set<String> MARKS = Set.of(";", ":", "—", "(", ")", "\"");
  private static final Set<String> LINKS =
      Set.of(
          "while",
          "after",
          "because",
          "although",
          "though",
          "but",
          "which",
          "who",
          "whose",
          "where",
          "when",
          "unless",
          "whereas",
          "before",
          "if",
          "amid",
          "following");
  private static final Set<String> AFTER_COMMA =
      Set.of("and", "with", "since", "until", "including", "or", "so", "saying", "that");

  private Clauses() {}

  static int[] of(Sentence sentence) {
    int[] clauses = new int[sentence.size()];
    int clause = 0;
    for (int at = 0; at < clauses.length; at++) {
      if (at > 0 && isBoundary(sentence, at)) {
        clause++;
      }
      clauses[at] = clause;
    }
    return clauses;
  }

  private static boolean isBoundary(Sentence sentence, int at) {
    String word = sentence.token(at).word();
    if (MARKS.contains(word) || LINKS.contains(word)) {
      return !(word.equals("but") && sentence.is(at + 1, "also"));
    }
    if (word.equals("as")) {
      return startsClause(sentence, at);
    }
    if (word.equals("–") || word.equals("-")) {
      return !isNumber(sentence, at + 1);
    }
    boolean behindComma = sentence.is(at - 1, ",");
    return behindComma && AFTER_COMMA.contains(word) && !isListEnd(sentence, at);
  }

  /** {@code as Kunduz fell}, but not {@code such as Kunduz}. */
  private static boolean startsClause(Sentence sentence, int at) {
    if (at + 1 >= sentence.size() || sentence.is(at - 1, "such") || sentence.is(at - 1, "well")) {
      return false;
    }
    Token next = sentence.token(at + 1);
    boolean subject = next.isCapital() || next.is("the") || next.is("their") || next.is("its");
    return sentence.is(at - 1, ",") || subject;
  }

  /** {@code Kunduz, Takhar, and Balkh} is a list, not a new clause. */
  private static boolean isListEnd(Sentence sentence, int at) {
    return at + 1 < sentence.size()
        && sentence.is(at, "and")
        && sentence.token(at + 1).isCapital()
        && (at + 2 >= sentence.size() || !sentence.token(at + 2).isWord());
  }

  private static boolean isNumber(Sentence sentence, int at) {
    return at < sentence.size() && sentence.token(at).shape() == Token.Shape.NUMBER;
  }
}
