package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A day, list of days or month as it is written: {@code 22 June 2021}, {@code July 5 and 6}, {@code
 * mid-August}.
 *
 * @param first the first day or month named
 * @param last the last one, of the same month
 * @param end index behind its last token
 */
record CalendarPoint(CalendarDate first, CalendarDate last, int end) {
  /** Names of months that also are verbs, names of people or pieces of other words. */
  private static final Set<String> AMBIGUOUS =
      Set.of("may", "march", "jan", "mar", "jun", "jul", "sep", "sept", "dec", "nov", "oct", "feb");

  /** Behind these an ambiguous name is a month. */
  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in",
          "since",
          "of",
          "by",
          "from",
          "until",
          "till",
          "during",
          "before",
          "after",
          "for",
          "between",
          "early",
          "mid",
          "late",
          "this",
          "last",
          "next",
          "through",
          "throughout",
          "around",
          "(");

  static @Nullable CalendarPoint at(DatedLine line, int at) {
    return at(line, at, false);
  }

  /** The second point of a range: an ambiguous name can only be a month here. */
  static @Nullable CalendarPoint named(DatedLine line, int at) {
    return at(line, at, true);
  }

  private static @Nullable CalendarPoint at(DatedLine line, int at, boolean named) {
    if (line.token(at).shape() == Token.Shape.NUMBER) {
      CalendarPoint written = DigitDate.at(line, at);
      return written != null ? written : dayFirst(line, at);
    }
    int month = DateWords.month(line.token(at));
    if (month > 0) {
      CalendarPoint day = monthFirst(line, at, month);
      return day != null || (!named && isDoubtful(line, at)) ? day : month(line, at, Portion.WHOLE);
    }
    if (line.is(at, "nowruz") || line.is(at, "navruz")) {
      return BEFORE_MONTH.contains(line.word(at - 1)) || line.is(at - 1, "at")
          ? YearBehind.of(line, CalendarDate.ofDay(0, 3, 21), at + 1)
          : null;
    }
    CalendarPoint day = dayFirst(line, at);
    return day != null ? day : portion(line, at);
  }

  private static @Nullable CalendarPoint portion(DatedLine line, int at) {
    PortionWords.Found portion = PortionWords.at(line, at);
    return portion == null || DateWords.month(line.token(portion.period())) == 0
        ? null
        : month(line, portion.period(), portion.portion());
  }

  /** {@code 22 June}, {@code 22nd of June 2021}, {@code 5, 6 and 7 July}. */
  private static @Nullable CalendarPoint dayFirst(DatedLine line, int at) {
    DayList days = DayList.at(line, at);
    if (days == null) {
      return null;
    }
    int next = line.past(days.end(), "of");
    int month = DateWords.month(line.token(next));
    boolean word = line.token(at).shape() != Token.Shape.NUMBER;
    return month == 0 || (word && next == days.end())
        ? null
        : YearBehind.of(line, days, month, next + 1);
  }

  /** {@code June 22}, {@code Aug. 15, 2021}, {@code July 5-8}. */
  private static @Nullable CalendarPoint monthFirst(DatedLine line, int at, int month) {
    int next = line.past(behindName(line, at), "the");
    CalendarPoint tight = DigitDate.behindMonth(line, next, month);
    if (tight != null) {
      return tight;
    }
    DayList days = DayList.behindMonth(line, next);
    return days == null ? null : YearBehind.of(line, days, month, days.end());
  }

  private static CalendarPoint month(DatedLine line, int at, Portion portion) {
    CalendarDate month = new CalendarDate(0, DateWords.month(line.token(at)), 0, portion);
    return YearBehind.of(line, month, behindName(line, at));
  }

  private static boolean isDoubtful(DatedLine line, int at) {
    return AMBIGUOUS.contains(line.word(at))
        && !BEFORE_MONTH.contains(line.word(at - 1))
        && YearBehind.of(line, CalendarDate.ofDay(0, 1, 0), behindName(line, at)).first().year()
            == 0;
  }

  /** Behind the name of a month and the point of its abbreviation. */
  private static int behindName(DatedLine line, int at) {
    return line.word(at).length() < 5 ? line.past(at + 1, ".") : at + 1;
  }
}
