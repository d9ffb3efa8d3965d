package oxus.ingest.extract;

import java.util.List;

/**
 * The tokens of a sentence and the day from which its dates count; looking over either end finds an
 * empty word.
 */
record DatedLine(List<Token> tokens, Dates dates) {
  private static final Token NOTHING = new Token("", 0, 0, Token.Shape.MARK);

  Token token(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at) : NOTHING;
  }

  String word(int at) {
    return token(at).word();
  }

  boolean is(int at, String word) {
    return token(at).is(word);
  }

  boolean ends(int at) {
    return token(at).shape() == Token.Shape.MARK;
  }

  int size() {
    return tokens.size();
  }

  /** Index behind this word, if it stands here. */
  int past(int at, String word) {
    return is(at, word) ? at + 1 : at;
  }

  /** A common noun in the plural: what stands before it may count it. */
  boolean isCounted(int at) {
    Token token = token(at);
    return token.shape() == Token.Shape.LOWER
        && (token.word().endsWith("s") || DateWords.isCountNoun(token.word()));
  }
}
