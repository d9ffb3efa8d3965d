package oxus.ingest.extract;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The English words that dates are made of. */
final class DateWords {
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("january", 1),
          Map.entry("february", 2),
          Map.entry("march", 3),
          Map.entry("april", 4),
          Map.entry("may", 5),
          Map.entry("june", 6),
          Map.entry("july", 7),
          Map.entry("august", 8),
          Map.entry("september", 9),
          Map.entry("october", 10),
          Map.entry("november", 11),
          Map.entry("december", 12),
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sept", 9),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.of(
          "monday", DayOfWeek.MONDAY,
          "tuesday", DayOfWeek.TUESDAY,
          "wednesday", DayOfWeek.WEDNESDAY,
          "thursday", DayOfWeek.THURSDAY,
          "friday", DayOfWeek.FRIDAY,
          "saturday", DayOfWeek.SATURDAY,
          "sunday", DayOfWeek.SUNDAY);
  private static final Map<String, Integer> SEASONS =
      Map.of("spring", 3, "summer", 6, "autumn", 9, "winter", 12);
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");
  private static final Set<String> COUNT_NOUNS =
      Set.of(
          "men", "women", "people", "children", "personnel", "police", "million", "km", "square");

  /** Words that a date can start with, besides numbers, months and weekdays. */
  private static final Set<String> STARTS =
      Set.of(
          "early",
          "earlier",
          "later",
          "mid",
          "middle",
          "late",
          "beginning",
          "opening",
          "closing",
          "final",
          "start",
          "end",
          "close",
          "last",
          "past",
          "previous",
          "preceding",
          "recent",
          "this",
          "current",
          "next",
          "coming",
          "following",
          "same",
          "that",
          "today",
          "tonight",
          "yesterday",
          "tomorrow",
          "overnight",
          "recently",
          "lately",
          "day",
          "days",
          "weeks",
          "months",
          "years",
          "decades",
          "weekend",
          "a",
          "an",
          "few",
          "several",
          "some",
          "half",
          "fall",
          "nineties",
          "eighties",
          "nowruz",
          "navruz");

  private static final Set<String> CANDIDATES = candidates();

  private DateWords() {}

  private static Set<String> candidates() {
    Set<String> words = new HashSet<>(STARTS);
    words.addAll(MONTHS.keySet());
    words.addAll(WEEKDAYS.keySet());
    words.addAll(SEASONS.keySet());
    words.addAll(ORDINALS);
    return Set.copyOf(words);
  }

  /** Whether a date can start here; most tokens are dismissed by this one look. */
  static boolean canStart(Token token) {
    return token.shape() == Token.Shape.NUMBER
        || CANDIDATES.contains(token.word())
        || Numbers.small(token.word()).isPresent();
  }

  /** 1 to 12 for the name of a month, which needs its capital; else 0. */
  static int month(Token token) {
    return token.isCapital() ? MONTHS.getOrDefault(token.word(), 0) : 0;
  }

  static @Nullable DayOfWeek weekday(Token token) {
    return token.isCapital() ? WEEKDAYS.get(token.word()) : null;
  }

  /** The first month of a season, or 0. */
  static int season(String word) {
    return SEASONS.getOrDefault(word, 0);
  }

  /** 1 to 31 for {@code 5}, {@code 05}, {@code 5th}; else 0. */
  static int day(String word) {
    boolean ordinal =
        word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th");
    String digits = ordinal ? word.substring(0, word.length() - 2) : word;
    int day = digits.length() <= 2 ? number(digits) : 0;
    return day <= 31 ? day : 0;
  }

  /** 1 to 20 for {@code first} to {@code twentieth}; else 0. */
  static int ordinal(String word) {
    return ORDINALS.indexOf(word) + 1;
  }

  /** 1800 to 2100, else 0. */
  static int year(String word) {
    int year = word.length() == 4 ? number(word) : 0;
    return year >= 1800 && year <= 2100 ? year : 0;
  }

  /** A short number in digits; 0 for anything else. */
  static int number(String word) {
    int number = 0;
    if (word.isEmpty() || word.length() > 4) {
      return 0;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Tokeniser.isDigit(word.charAt(i))) {
        return 0;
      }
      number = number * 10 + (word.charAt(i) - '0');
    }
    return number;
  }

  static boolean isCountNoun(String word) {
    return COUNT_NOUNS.contains(word);
  }
}
