package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the name of a week, month, season, year, decade or century. */
final class PeriodWords {
  /** Before a bare number only these make it a year. */
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "in",
          "since",
          "during",
          "until",
          "till",
          "by",
          "of",
          "from",
          "before",
          "after",
          "around",
          "between",
          "(",
          "year",
          "throughout");

  /** Behind these a year may be followed by a plural: {@code in 2014 militants seized}. */
  private static final Set<String> SURELY_YEAR = Set.of("in", "since", "during", "until", "till");

  private static final Set<String> BEFORE_SEASON =
      Set.of("the", "in", "by", "since", "until", "till", "during", "before", "after", "of");
  private static final int OLDEST_CENTURY = 15;
  private static final int NEWEST_CENTURY = 20;

  private final DatedLine line;
  private final Dates dates;
  private final boolean cut;

  private PeriodWords(DatedLine line, boolean cut) {
    this.line = line;
    this.dates = line.dates();
    this.cut = cut;
  }

  /**
   * A whole period, whether over, running or to come.
   *
   * @param past the one meant of something that has happened
   * @param future the one meant of a plan
   * @param end index behind its last token
   */
  record Period(Interval past, Interval future, int end) {}

  /**
   * The period named here.
   *
   * @param cut whether a portion of it is asked for, as by {@code early}
   */
  static @Nullable Period at(DatedLine line, int at, boolean cut) {
    PeriodWords words = new PeriodWords(line, cut);
    if (line.token(at).shape() == Token.Shape.NUMBER) {
      Period year = words.year(at);
      return year != null ? year : words.decadeOrCentury(at);
    }
    return switch (line.word(at)) {
      case "last", "previous", "past" -> words.pointed(at, -1);
      case "this", "current" -> words.pointed(at, 0);
      case "next", "coming", "following" -> words.pointed(at, 1);
      case "week", "month", "year" -> cut ? words.unit(at, 0) : null;
      case "spring", "summer", "autumn", "winter", "fall" -> words.season(at);
      default -> words.decadeOrCentury(at);
    };
  }

  private @Nullable Period pointed(int at, int offset) {
    return line.word(at + 1).equals("fall") || DateWords.season(line.word(at + 1)) > 0
        ? pointedSeason(at + 1, offset)
        : unit(at + 1, offset);
  }

  private @Nullable Period unit(int at, int offset) {
    return switch (line.word(at)) {
      case "week" -> both(dates.week(offset), at + 1);
      case "month" -> both(dates.month(offset), at + 1);
      case "year" -> both(dates.year(offset), at + 1);
      default -> null;
    };
  }

  private Period pointedSeason(int at, int offset) {
    int month = firstMonth(at);
    Interval begun = dates.seasonBegun(month);
    Interval ahead = dates.seasonAhead(month);
    if (offset < 0) {
      return both(begun.to().isBefore(dates.published()) ? begun : begun.shiftedYears(-1), at + 1);
    }
    if (offset == 0) {
      return new Period(begun, ahead, at + 1);
    }
    boolean runs = !ahead.from().isAfter(dates.published());
    return both(runs ? Dates.season(month, ahead.from().getYear() + 1) : ahead, at + 1);
  }

  /** {@code the spring}, {@code summer 2020}, {@code fall of 2020}. */
  private @Nullable Period season(int at) {
    int month = firstMonth(at);
    int next = line.past(at + 1, "of");
    int year = DateWords.year(line.word(next));
    if (year > 0) {
      return both(Dates.season(month, year), next + 1);
    }
    boolean named = cut || BEFORE_SEASON.contains(line.word(at - 1));
    return !named || line.is(at, "fall")
        ? null
        : new Period(dates.seasonBegun(month), dates.seasonAhead(month), at + 1);
  }

  private int firstMonth(int at) {
    return line.is(at, "fall") ? DateWords.season("autumn") : DateWords.season(line.word(at));
  }

  private @Nullable Period year(int at) {
    int first = DateWords.year(line.word(at));
    if (first == 0 || !(cut || BEFORE_YEAR.contains(line.word(at - 1)))) {
      return null;
    }
    int last = lastYear(at + 1, first);
    int end = last == 0 ? at + 1 : at + 3;
    boolean counts = line.isCounted(end) && !SURELY_YEAR.contains(line.word(at - 1));
    return counts && !cut ? null : both(Dates.years(first, Math.max(first, last)), end);
  }

  /** {@code and 2018}, {@code -20}; 0 if no year follows. */
  private int lastYear(int at, int first) {
    boolean dash = line.is(at, "-") || line.is(at, "–") || line.is(at, "/");
    if (!dash && !line.is(at, "to") && !line.is(at, "and") && !line.is(at, "until")) {
      return 0;
    }
    String word = line.word(at + 1);
    if (dash && word.length() == 2 && DateWords.number(word) > first % 100) {
      return first - first % 100 + DateWords.number(word);
    }
    return DateWords.year(word) >= first ? DateWords.year(word) : 0;
  }

  private @Nullable Period decadeOrCentury(int at) {
    int decade = decade(line.word(at));
    if (decade > 0) {
      return both(Dates.years(decade, decade + 9), at + 1);
    }
    if (!line.is(at + 1, "century")) {
      return null;
    }
    String word = line.word(at);
    int century = Math.max(DateWords.day(word), DateWords.ordinal(word));
    return century < OLDEST_CENTURY || century > NEWEST_CENTURY
        ? null
        : both(Dates.years(100 * (century - 1) + 1, 100 * century), at + 2);
  }

  private static int decade(String word) {
    if (word.length() == 5 && word.endsWith("0s")) {
      return DateWords.year(word.substring(0, 4));
    }
    return word.equals("nineties") ? 1990 : word.equals("eighties") ? 1980 : 0;
  }

  private static Period both(Interval interval, int end) {
    return new Period(interval, interval, end);
  }
}
