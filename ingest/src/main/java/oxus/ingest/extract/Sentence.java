package oxus.ingest.extract;

import java.util.List;
import java.util.Set;

/**
 * One sentence of the clean text.
 *
 * @param paragraph counts the blocks of the text, so that neighbours can be told
 * @param headline true when it is a line of its own without a full stop
 */
record Sentence(int start, int end, List<Token> tokens, int paragraph, boolean headline) {
  private static final Set<String> QUOTES = Set.of("\"", "“", "”");

  boolean isQuestion() {
    for (int i = tokens.size() - 1; i >= 0 && i >= tokens.size() - 3; i--) {
      if (tokens.get(i).is("?")) {
        return true;
      }
    }
    return false;
  }

  /** {@code Minister: the gate stays shut}: a headline's way to say who says so. */
  boolean hasSpeakerColon() {
    for (int i = 1; i < 6 && i < tokens.size(); i++) {
      if (tokens.get(i).is(":")) {
        return headline;
      }
    }
    return false;
  }

  boolean hasQuotes() {
    return tokens.stream().anyMatch(token -> QUOTES.contains(token.word()));
  }

  Token token(int index) {
    return tokens.get(index);
  }

  boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  /** Whether a word, or two words with a space between, stands in a stretch of tokens. */
  boolean hasPhrase(String phrase, int from, int to) {
    int space = phrase.indexOf(' ');
    String first = space < 0 ? phrase : phrase.substring(0, space);
    String second = space < 0 ? "" : phrase.substring(space + 1);
    for (int i = from; i < to; i++) {
      if (is(i, first) && (second.isEmpty() || is(i + 1, second))) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return tokens.size();
  }
}
