package oxus.ingest.evaluate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oxus.schemas.Evidence;

/** Compares pieces of text: a quote with the article that it comes from, and with a gold cue. */
final class Passage {
  static final int LONGEST_QUOTE = 400;

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

  private Passage() {}

  /** Words in lower case; hyphens fall out, since a line's break may have put them there. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT).replace("-", ""));
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  /** Whether the quote has seven in ten of the cue's words. */
  static boolean carries(String quote, String cue) {
    Set<String> cueWords = words(cue);
    Set<String> quoteWords = words(quote);
    long shared = cueWords.stream().filter(quoteWords::contains).count();
    return 10 * shared >= 7L * cueWords.size();
  }

  /** Whether the quote is an exact piece of the text, where it says it is, and not too long. */
  static boolean isExact(Evidence evidence, String text) {
    String quote = evidence.getQuote();
    if (quote.isEmpty() || quote.codePointCount(0, quote.length()) > LONGEST_QUOTE) {
      return false;
    }
    if (evidence.getStart().isEmpty() || evidence.getEnd().isEmpty()) {
      return text.contains(quote);
    }
    return quote.equals(piece(text, evidence.getStart().get(), evidence.getEnd().get()));
  }

  private static String piece(String text, int start, int end) {
    if (start < 0 || end < start || end > text.codePointCount(0, text.length())) {
      return "";
    }
    int first = text.offsetByCodePoints(0, start);
    return text.substring(first, text.offsetByCodePoints(first, end - start));
  }
}
