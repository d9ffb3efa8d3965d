package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts clean text into sentences, also where a space behind a full stop is missing. */
final class SentenceSplitter {
  /** Longer stretches without a full stop are cut, so that no sentence is costly to read. */
  private static final int LONGEST = 1500;

  /** Where no space comes either, they are cut behind any word or mark. */
  private static final int LONGEST_UNSPACED = 2 * LONGEST;

  private static final int MOST_CLOSING = 20;

  private final String text;
  private final Set<String> abbreviations;
  private final List<Sentence> sentences = new ArrayList<>();
  private int from;
  private int paragraph;

  private SentenceSplitter(String text, Set<String> abbreviations) {
    this.text = text;
    this.abbreviations = abbreviations;
  }

  static List<Sentence> split(String text, Set<String> abbreviations) {
    SentenceSplitter splitter = new SentenceSplitter(text, abbreviations);
    splitter.run();
    return splitter.sentences;
  }

  private void run() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' && isLineEnd(at)) {
        close(at, true);
        paragraph++;
        at++;
      } else if (isStop(c) && isSentenceEnd(at)) {
        at = behindClosing(at + 1);
        close(at, false);
      } else {
        at++;
        if (isTooLong(at, c)) {
          close(at, false);
        }
      }
    }
    close(text.length(), true);
  }

  private boolean isTooLong(int at, char before) {
    if (at - from > LONGEST_UNSPACED && at < text.length()) {
      char next = text.charAt(at);
      boolean inWord = isWordPart(before) && isWordPart(next);
      return !inWord && !Character.isLowSurrogate(next);
    }
    return at - from > LONGEST && before == ' ';
  }

  private static boolean isWordPart(char c) {
    return Normaliser.isLetter(c) || Tokeniser.isDigit(c);
  }

  private void close(int end, boolean lineEnd) {
    int start = from;
    from = end;
    int stop = end;
    while (start < stop && isSpace(text.charAt(start))) {
      start++;
    }
    while (stop > start && isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    if (start == stop) {
      return;
    }
    boolean headline = lineEnd && !isStop(text.charAt(stop - 1)) && stop - start < 200;
    List<Token> tokens = Tokeniser.tokenise(text, start, stop);
    sentences.add(new Sentence(start, stop, tokens, paragraph, headline));
  }

  /** A line break ends a sentence unless the text was only wrapped there. */
  private boolean isLineEnd(int newline) {
    int next = newline + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length() || text.charAt(next) == '\n') {
      return true;
    }
    char c = text.charAt(next);
    return !(c >= 'a' && c <= 'z');
  }

  private boolean isSentenceEnd(int stop) {
    if (stop + 1 >= text.length()) {
      return true;
    }
    char next = text.charAt(stop + 1);
    if (isStop(next)) {
      return false;
    }
    if (text.charAt(stop) != '.') {
      return true;
    }
    int behind = behindClosing(stop + 1);
    if (behind >= text.length()) {
      return true;
    }
    char following = text.charAt(behind);
    if (isSpace(following)) {
      return startsSentence(behind) && !isAbbreviation(stop, behind);
    }
    return isCapital(following) && isGlued(stop, behind) && !isAbbreviation(stop, behind);
  }

  /** {@code Taliban.The}: a small letter or digit, the stop, a capitalised word. */
  private boolean isGlued(int stop, int behind) {
    char before = text.charAt(Math.max(0, stop - 1));
    boolean ends = (before >= 'a' && before <= 'z') || before == ')' || before == '"';
    boolean starts =
        behind + 1 < text.length()
            && (text.charAt(behind + 1) == ' '
                || (text.charAt(behind + 1) >= 'a' && text.charAt(behind + 1) <= 'z'));
    return ends && starts;
  }

  private boolean startsSentence(int at) {
    int next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    return !(c >= 'a' && c <= 'z') && c != ',' && c != ';';
  }

  private boolean isAbbreviation(int stop, int behind) {
    int start = stop;
    while (start > 0 && Normaliser.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int length = stop - start;
    if (length == 1 && isCapital(text.charAt(start))) {
      return true;
    }
    if (length == 0 || length > 6) {
      return false;
    }
    boolean digitNext = behind + 1 < text.length() && Tokeniser.isDigit(text.charAt(behind + 1));
    String word = Words.lower(text.substring(start, stop));
    return abbreviations.contains(word) || (digitNext && abbreviations.contains(word + "+"));
  }

  private int behindClosing(int at) {
    int behind = at;
    int limit = Math.min(text.length(), at + MOST_CLOSING);
    while (behind < limit && isClosing(text.charAt(behind))) {
      behind++;
    }
    return behind;
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '\'' || c == ')' || c == ']';
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }
}
