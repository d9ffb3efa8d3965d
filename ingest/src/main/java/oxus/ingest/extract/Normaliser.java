package oxus.ingest.extract;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Mends dirty text in one pass: curly quotes, odd spaces, invisible characters, accents, Cyrillic
 * look-alikes inside Latin words, words broken by a hyphen.
 *
 * <p>All tables are written out here: Unicode tables of the platform differ between releases.
 */
final class Normaliser {
  private static final String ACCENTED =
      "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEe"
          + "GgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUu"
          + "WwYyYZzZzZzs";
  private static final String CYRILLIC = "АВЕКМНОРСТХаеорсухіІ";
  private static final String LATIN = "ABEKMHOPCTXaeopcyxiI";

  private final String original;
  private final Predicate<String> known;
  private final StringBuilder text;
  private int[] origin;

  private Normaliser(String original, Predicate<String> known) {
    this.original = original;
    this.known = known;
    this.text = new StringBuilder(original.length());
    this.origin = new int[original.length() + 1];
  }

  /**
   * Cleans a text.
   *
   * @param known tells whether a word in lower case belongs to the vocabulary: only into a known
   *     word are broken pieces put together
   */
  static CleanText normalise(String original, Predicate<String> known) {
    return new Normaliser(original, known).run();
  }

  private CleanText run() {
    int at = 0;
    while (at < original.length()) {
      char c = original.charAt(at);
      if (isLetter(c)) {
        at = word(at);
      } else if (c == '-' && joins(at)) {
        at = behindBreak(at);
      } else {
        other(c, at);
        at++;
      }
    }
    origin[text.length()] = original.length();
    return new CleanText(original, text.toString(), Arrays.copyOf(origin, text.length() + 1));
  }

  private int word(int from) {
    int end = from;
    boolean latin = false;
    while (end < original.length() && isWordPart(original.charAt(end))) {
      latin |= isLatin(original.charAt(end));
      end++;
    }
    for (int at = from; at < end; at++) {
      char c = original.charAt(at);
      if (!isInvisible(c) && !isCombining(c)) {
        append(latin ? latinFor(c) : c, at);
      }
    }
    return end;
  }

  private void other(char c, int at) {
    if (isInvisible(c) || isCombining(c) || c == '\r') {
      return;
    }
    append(plain(c), at);
  }

  private void append(char c, int at) {
    origin[text.length()] = at;
    text.append(c);
  }

  /** A hyphen inside a word that only together is a known word: {@code bor-der}. */
  private boolean joins(int hyphen) {
    if (text.length() == 0 || !isLetter(text.charAt(text.length() - 1))) {
      return false;
    }
    int next = behindBreak(hyphen);
    int end = next;
    while (end < original.length() && isLetter(original.charAt(end)) && end - next < 40) {
      end++;
    }
    int from = text.length();
    while (from > 0 && isLetter(text.charAt(from - 1)) && text.length() - from < 40) {
      from--;
    }
    if (end == next) {
      return false;
    }
    String left = Words.lower(text.substring(from));
    String right = Words.lower(original.substring(next, end));
    return known.test(left + right) && !(known.test(left) && known.test(right));
  }

  private int behindBreak(int hyphen) {
    int next = hyphen + 1;
    while (next < original.length() && next - hyphen < 4 && isLineBreak(original.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static char latinFor(char c) {
    if (c >= 0xC0 && c < 0x180) {
      return ACCENTED.charAt(c - 0xC0);
    }
    int index = c >= 0x400 ? CYRILLIC.indexOf(c) : -1;
    return index < 0 ? c : LATIN.charAt(index);
  }

  private static char plain(char c) {
    return switch (c) {
      case '‘', '’', '‚', '‛', '`', '´', 'ʼ', '′' -> '\'';
      case '“', '”', '„', '‟', '«', '»', '″' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2212' -> '-';
      case '\u2015' -> '—';
      case '\t', '\u00a0', '\u202f', '\u2007', '\u2009', '\u3000' -> ' ';
      case '\u2028', '\u2029', '\u000b', '\u000c', '\u0085' -> '\n';
      default -> c;
    };
  }

  private static boolean isWordPart(char c) {
    return isLetter(c) || isInvisible(c) || isCombining(c);
  }

  static boolean isLetter(char c) {
    return isLatin(c) || (c >= 0x370 && c <= 0x52F);
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0xC0 && c < 0x180 && c != '×' && c != '÷');
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad' || (c >= 0x200b && c <= 0x200f) || c == '\u2060' || c == '\ufeff';
  }

  private static boolean isCombining(char c) {
    return c >= 0x300 && c <= 0x36F;
  }
}
