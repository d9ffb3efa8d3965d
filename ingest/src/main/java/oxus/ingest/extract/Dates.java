package oxus.ingest.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import oxus.schemas.Precision;

/** Reckons dates against a day, mostly that of publication. */
record Dates(LocalDate published) {
  /** A day just after publication is a slip of time zones, not last year's. */
  private static final int SLACK = 2;

  /** A plan for a day that has just passed is old news, not a plan for next year. */
  private static final int LATELY = 30;

  Interval today() {
    return Interval.day(published);
  }

  /** What says nothing of when it happened. */
  Interval unknown() {
    return new Interval(published, published, Precision.UNKNOWN);
  }

  /** From a date to a date; without a year the span that lies nearest before or after. */
  Interval span(CalendarDate first, CalendarDate last, boolean future) {
    int written = first.year() > 0 ? first.year() : last.year();
    if (written == 0) {
      Interval here = span(first, last, published.getYear(), true);
      int shift = yearShift(here, future, first.isDay() ? SLACK : 0);
      return span(first, last, published.getYear() + shift, true);
    }
    boolean startsInIt = first.year() > 0;
    if (startsInIt && last.year() > 0) {
      return join(first.in(first.year()), last.in(last.year()));
    }
    return span(first, last, written, startsInIt);
  }

  private static Interval span(
      CalendarDate first, CalendarDate last, int year, boolean startsInIt) {
    if (!last.in(year).to().isBefore(first.in(year).from())) {
      return join(first.in(year), last.in(year));
    }
    return startsInIt
        ? join(first.in(year), last.in(year + 1))
        : join(first.in(year - 1), last.in(year));
  }

  private static Interval join(Interval first, Interval last) {
    return first.equals(last) ? first : first.through(last);
  }

  private int yearShift(Interval span, boolean future, int slack) {
    if (future) {
      return span.to().isBefore(published.minusDays(LATELY)) ? 1 : 0;
    }
    return span.from().isAfter(published.plusDays(slack)) ? -1 : 0;
  }

  /** A running period as what happened in it: up to publication. */
  Interval sofar(Interval period) {
    boolean runs = period.to().isAfter(published) && !period.from().isAfter(published);
    return runs ? new Interval(period.from(), published, period.precision()) : period;
  }

  /** A running period as what is planned in it: from publication on. */
  Interval henceforth(Interval period) {
    boolean runs = period.from().isBefore(published) && !period.to().isBefore(published);
    return runs ? new Interval(published, period.to(), period.precision()) : period;
  }

  /** The last such day, publication day included; or the next one. */
  Interval weekday(DayOfWeek day, boolean future) {
    int back = Math.floorMod(published.getDayOfWeek().getValue() - day.getValue(), 7);
    LocalDate last = published.minusDays(back);
    return Interval.day(future && back > 0 ? last.plusDays(7) : last);
  }

  /** The week of Monday to Sunday that lies so many weeks from the one of publication. */
  Interval week(int offset) {
    LocalDate monday = published.with(DayOfWeek.MONDAY).plusWeeks(offset);
    return Interval.between(monday, monday.plusDays(6));
  }

  Interval weekend(int offset) {
    LocalDate saturday = week(offset).from().plusDays(5);
    return Interval.between(saturday, saturday.plusDays(1));
  }

  Interval month(int offset) {
    LocalDate first = published.withDayOfMonth(1).plusMonths(offset);
    return Interval.between(first, first.plusMonths(1).minusDays(1));
  }

  Interval year(int offset) {
    return years(published.getYear() + offset, published.getYear() + offset);
  }

  static Interval years(int first, int last) {
    return Interval.between(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }

  /** The season that starts with this month of this year. */
  static Interval season(int month, int year) {
    LocalDate first = LocalDate.of(year, month, 1);
    return Interval.between(first, first.plusMonths(3).minusDays(1));
  }

  /** The latest season of this name that has begun. */
  Interval seasonBegun(int month) {
    Interval season = season(month, published.getYear());
    return season.from().isAfter(published) ? season(month, published.getYear() - 1) : season;
  }

  /** The first season of this name that is not over. */
  Interval seasonAhead(int month) {
    Interval season = season(month, published.getYear() - 1);
    int year = published.getYear() - 1;
    while (season.to().isBefore(published)) {
      year++;
      season = season(month, year);
    }
    return season;
  }

  /** The last so many days, publication day included. */
  Interval past(long days) {
    return Interval.between(published.minusDays(days), published);
  }

  Interval ahead(long days) {
    return Interval.between(published, published.plusDays(days));
  }
}
