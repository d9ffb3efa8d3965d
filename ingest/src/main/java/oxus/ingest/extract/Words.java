package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** How a phrase of the lexicon or the theatre becomes the words that a text is matched by. */
final class Words {

  private Words() {}

  /** Lower case of plain Latin letters only, the same on every platform. */
  static String lower(CharSequence word) {
    StringBuilder lower = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }

  /** The tokens of a phrase, as the tokeniser would cut them. */
  static List<String> of(String phrase) {
    CleanText clean = Normaliser.normalise(phrase, word -> false);
    List<String> words = new ArrayList<>();
    for (Token token : Tokeniser.tokenise(clean.text(), 0, clean.text().length())) {
      words.add(token.word());
    }
    return List.copyOf(words);
  }
}
