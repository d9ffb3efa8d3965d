package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * A day or month as a text writes it, perhaps without its year.
 *
 * @param year 0: not written
 * @param day 0: the whole month, or the portion of it
 */
record CalendarDate(int year, int month, int day, Portion portion) {

  static CalendarDate ofDay(int year, int month, int day) {
    return new CalendarDate(year, month, day, Portion.WHOLE);
  }

  /** Whether the calendar has such a day, at least in some years. */
  boolean exists() {
    return month >= 1 && month <= 12 && day <= Month.of(month).maxLength();
  }

  boolean isDay() {
    return day > 0;
  }

  CalendarDate ofYear(int written) {
    return new CalendarDate(written, month, day, portion);
  }

  Interval in(int meant) {
    YearMonth whole = YearMonth.of(meant, month);
    if (isDay()) {
      LocalDate exact = whole.atDay(Math.min(day, whole.lengthOfMonth()));
      return Interval.day(exact);
    }
    return portion.of(Interval.between(whole.atDay(1), whole.atEndOfMonth()));
  }
}
