package oxus.ingest.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads numbers written in digits or words. */
final class Numbers {
  private static final Map<String, Long> SMALL =
      Map.ofEntries(
          Map.entry("one", 1L),
          Map.entry("two", 2L),
          Map.entry("three", 3L),
          Map.entry("four", 4L),
          Map.entry("five", 5L),
          Map.entry("six", 6L),
          Map.entry("seven", 7L),
          Map.entry("eight", 8L),
          Map.entry("nine", 9L),
          Map.entry("ten", 10L),
          Map.entry("eleven", 11L),
          Map.entry("twelve", 12L),
          Map.entry("thirteen", 13L),
          Map.entry("fourteen", 14L),
          Map.entry("fifteen", 15L),
          Map.entry("sixteen", 16L),
          Map.entry("seventeen", 17L),
          Map.entry("eighteen", 18L),
          Map.entry("nineteen", 19L),
          Map.entry("twenty", 20L),
          Map.entry("thirty", 30L),
          Map.entry("forty", 40L),
          Map.entry("fifty", 50L),
          Map.entry("sixty", 60L),
          Map.entry("seventy", 70L),
          Map.entry("eighty", 80L),
          Map.entry("ninety", 90L));
  private static final Map<String, Long> SCALES =
      Map.of(
          "hundred", 100L,
          "thousand", 1000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "dozen", 12L);

  private Numbers() {}

  /**
   * A number and where it ends.
   *
   * @param end index behind its last token
   */
  record Found(long value, int end) {}

  /** The number that starts at this token. */
  static Optional<Found> at(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    if (first.shape() == Token.Shape.NUMBER) {
      return digits(first.word()).map(value -> scaled(value, tokens, from + 1));
    }
    if (first.is("half")) {
      return half(tokens, from);
    }
    OptionalLong start = small(first.word());
    boolean article = first.is("a") && from + 1 < tokens.size() && isScale(tokens.get(from + 1));
    if (start.isEmpty() && !article) {
      return Optional.empty();
    }
    return Optional.of(words(tokens, from, article));
  }

  static OptionalLong small(String word) {
    Long value = SMALL.get(word);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** {@code half a million}. */
  private static Optional<Found> half(List<Token> tokens, int from) {
    boolean scale = is(tokens, from + 1, "a") && scale(tokens, from + 2) > 0;
    return scale ? Optional.of(new Found(scale(tokens, from + 2) / 2, from + 3)) : Optional.empty();
  }

  /** {@code two to three thousand}: the scale of the second number holds for the first. */
  static long scaledLike(List<Token> tokens, Found first, Found second) {
    long scale = scale(tokens, second.end() - 1);
    boolean shares = scale > 0 && scale(tokens, first.end() - 1) == 0;
    return shares && first.value() * scale < second.value() ? first.value() * scale : first.value();
  }

  /** The scale that this word means: 1000 for {@code thousand}; else 0. */
  static long scale(List<Token> tokens, int at) {
    return at < tokens.size() ? SCALES.getOrDefault(tokens.get(at).word(), 0L) : 0;
  }

  private static boolean is(List<Token> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  private static Found words(List<Token> tokens, int from, boolean article) {
    long total = 0;
    long group = article ? 1 : 0;
    long last = 1;
    int at = article ? from + 1 : from;
    while (at < tokens.size()) {
      String word = tokens.get(at).word();
      Long small = SMALL.get(word);
      Long scale = SCALES.get(word);
      if (small != null) {
        group += small;
      } else if (scale != null && scale >= 1000) {
        total += Math.max(1, group) * scale;
        group = 0;
      } else if (scale != null) {
        group = Math.max(1, group) * scale;
      } else if (!(word.equals("and") && total + group >= 100 && continues(tokens, at + 1))) {
        break;
      }
      last = scale != null ? scale : last;
      at++;
    }
    return andHalf(tokens, at, total + group, last);
  }

  /** {@code a thousand and a half}, {@code two and a half thousand}. */
  private static Found andHalf(List<Token> tokens, int at, long value, long last) {
    if (!is(tokens, at, "and") || !is(tokens, at + 1, "a") || !is(tokens, at + 2, "half")) {
      return new Found(value, at);
    }
    long scale = scale(tokens, at + 3);
    if (scale > 0) {
      return new Found(value * scale + scale / 2, at + 4);
    }
    return last > 1 ? new Found(value + last / 2, at + 3) : new Found(value, at);
  }

  private static boolean continues(List<Token> tokens, int at) {
    return at < tokens.size() && SMALL.containsKey(tokens.get(at).word());
  }

  private static Found scaled(BigDecimal value, List<Token> tokens, int at) {
    BigDecimal number = value;
    int end = at;
    while (end < at + 2 && scaleBehindDigits(tokens, end) > 0) {
      number = number.multiply(BigDecimal.valueOf(scaleBehindDigits(tokens, end)));
      end++;
    }
    return rounded(number, end);
  }

  static Found rounded(BigDecimal number, int end) {
    BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
    boolean fits = whole.precision() <= 15;
    return new Found(fits ? whole.longValueExact() : 0, end);
  }

  /** Behind digits also {@code 165 thousands}, as translations have it. */
  private static long scaleBehindDigits(List<Token> tokens, int at) {
    return is(tokens, at, "thousands")
        ? 1000
        : is(tokens, at, "millions") ? 1_000_000 : scale(tokens, at);
  }

  private static boolean isScale(Token token) {
    return SCALES.containsKey(token.word());
  }

  /** {@code 1,344}, {@code 3.5}, {@code 20000}; nothing for {@code 22nd} or {@code 15.08.2021}. */
  static Optional<BigDecimal> digits(String word) {
    int points = 0;
    int sinceComma = -1;
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == ',' || c == '.') {
        boolean grouped = sinceComma < 0 || sinceComma == 3;
        if (!grouped || points > 0) {
          return Optional.empty();
        }
        sinceComma = c == ',' ? 0 : -1;
        points += c == '.' ? 1 : 0;
      } else if (!Tokeniser.isDigit(c)) {
        return Optional.empty();
      } else if (sinceComma >= 0) {
        sinceComma++;
      }
      if (c != ',') {
        plain.append(c);
      }
    }
    boolean whole = sinceComma < 0 || sinceComma == 3;
    return !whole || plain.isEmpty() || plain.length() > 18
        ? Optional.empty()
        : Optional.of(new BigDecimal(plain.toString()));
  }
}
