package oxus.ingest.extract;

import java.util.List;
import java.util.Set;

/** Tells whether a text is English, by its letters and its most frequent words. */
final class LanguageGuess {
  private static final int SHORT = 40;
  private static final Set<String> FOREIGN =
      Set.of(
          "der", "die", "und", "das", "ist", "nicht", "mit", "von", "les", "des", "est", "une",
          "dans", "que", "pour", "los", "las", "del", "por", "para", "con", "una", "che", "il",
          "het", "een", "niet", "van", "och", "att", "som", "jest", "nie", "bir", "ve", "ile",
          "bilan", "uchun", "va", "baraye", "dar", "az", "ke", "yang", "dan", "di");

  private LanguageGuess() {}

  static boolean isEnglish(String text, List<Sentence> sentences, Set<String> functionWords) {
    int latin = 0;
    int other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isForeign(c)) {
        other++;
      } else if (Normaliser.isLetter(c)) {
        latin++;
      }
    }
    return latin > 0 && other <= latin && speaksEnglish(sentences, functionWords);
  }

  /** A letter of another script than the Latin one. */
  static boolean isForeign(char c) {
    boolean mark = c >= 0x2000 && c < 0x2c00;
    return c >= 0x370 && c < 0xfffd && !mark && !Character.isSurrogate(c);
  }

  private static boolean speaksEnglish(List<Sentence> sentences, Set<String> functionWords) {
    int words = 0;
    int english = 0;
    int foreign = 0;
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        if (token.isWord()) {
          words++;
          english += functionWords.contains(token.word()) ? 1 : 0;
          foreign += FOREIGN.contains(token.word()) ? 1 : 0;
        }
      }
    }
    if (words < SHORT) {
      return foreign <= english + 2;
    }
    return english * 6 > words && english > foreign * 2;
  }
}
