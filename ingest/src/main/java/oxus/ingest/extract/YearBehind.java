package oxus.ingest.extract;

import org.jspecify.annotations.Nullable;

/** Reads the year behind a day or month: {@code , 2021}, {@code of 2021}, {@code last year}. */
final class YearBehind {
  private YearBehind() {}

  static @Nullable CalendarPoint of(DatedLine line, DayList days, int month, int end) {
    CalendarDate last = CalendarDate.ofDay(0, month, days.last());
    if (!last.exists()) {
      return null;
    }
    CalendarPoint point = of(line, last, end);
    CalendarDate first = CalendarDate.ofDay(point.last().year(), month, days.first());
    return new CalendarPoint(first, point.last(), point.end());
  }

  static CalendarPoint of(DatedLine line, CalendarDate date, int end) {
    int at = line.past(line.past(end, ","), "of");
    int year = DateWords.year(line.word(at));
    if (year > 0 && !(year % 100 == 0 && line.isCounted(at + 1))) {
      return dated(date, year, at + 1);
    }
    if (line.is(at + 1, "year") && !line.is(end, ",") && isPointer(line.word(at))) {
      int offset = line.is(at, "last") ? -1 : line.is(at, "next") ? 1 : 0;
      return dated(date, line.dates().published().getYear() + offset, at + 2);
    }
    return dated(date, 0, end);
  }

  private static boolean isPointer(String word) {
    return word.equals("last") || word.equals("this") || word.equals("next");
  }

  private static CalendarPoint dated(CalendarDate date, int year, int end) {
    CalendarDate dated = date.ofYear(year);
    return new CalendarPoint(dated, dated, end);
  }
}
