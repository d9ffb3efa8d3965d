package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds days and months of the calendar, alone or from one to another. */
final class CalendarSpans {
  private static final Set<String> TO =
      Set.of("-", "–", "—", "/", "to", "until", "till", "through");

  private CalendarSpans() {}

  static @Nullable DateMention at(DatedLine line, int at) {
    CalendarPoint first = CalendarPoint.at(line, at);
    if (first == null) {
      return null;
    }
    CalendarPoint last = last(line, at, first);
    CalendarDate until = last == null ? first.last() : last.last();
    int end = behindWeekday(line, last == null ? first.end() : last.end());
    Interval past = line.dates().span(first.first(), until, false);
    Interval future = line.dates().span(first.first(), until, true);
    if (first.first().isDay()) {
      return new DateMention(at, end, past, future);
    }
    return pointed(line, at, new DateMention(at, end, past, future));
  }

  /** {@code last June} is over, {@code next June} has not begun; a running month is cut. */
  private static DateMention pointed(DatedLine line, int at, DateMention month) {
    Dates dates = line.dates();
    Interval future = dates.henceforth(month.future());
    if (line.is(at - 1, "next")) {
      boolean over = future.to().isBefore(dates.published());
      Interval next = over ? future.shiftedYears(1) : future;
      return new DateMention(at - 1, month.to(), next, next);
    }
    boolean runs = !month.past().to().isBefore(dates.published());
    Interval past =
        runs && line.is(at - 1, "last") ? month.past().shiftedYears(-1) : dates.sofar(month.past());
    return new DateMention(at, month.to(), past, future);
  }

  private static @Nullable CalendarPoint last(DatedLine line, int at, CalendarPoint first) {
    int end = first.end();
    boolean and = line.is(end, "and") && !line.is(at - 1, "between");
    // A hyphen between letters leaves no token: May-June, August 5-September 2.
    boolean adjoins = DateWords.month(line.token(end)) > 0;
    if (!adjoins && !and && !line.is(end, "and") && !TO.contains(line.word(end))) {
      return null;
    }
    CalendarPoint last = CalendarPoint.named(line, adjoins ? end : line.past(end + 1, "the"));
    if (last == null) {
      return null;
    }
    boolean alike = first.last().isDay() == last.last().isDay();
    boolean two = and && first.last().isDay();
    return two || ((and || adjoins) && !alike) ? null : last;
  }

  /** {@code 6 July, Tuesday}. */
  private static int behindWeekday(DatedLine line, int end) {
    boolean mark = line.is(end, ",") || line.is(end, "(");
    return mark && DateWords.weekday(line.token(end + 1)) != null ? end + 2 : end;
  }
}
