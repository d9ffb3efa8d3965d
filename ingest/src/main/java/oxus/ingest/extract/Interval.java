package oxus.ingest.extract;

import java.time.LocalDate;
import oxus.schemas.Precision;

/** Days between which something happened, both inclusive, and how exactly the text says so. */
record Interval(LocalDate from, LocalDate to, Precision precision) {

  static Interval day(LocalDate day) {
    return new Interval(day, day, Precision.DAY);
  }

  /** Precision by length: up to a day, ten days, five weeks. */
  static Interval between(LocalDate from, LocalDate to) {
    long days = to.toEpochDay() - from.toEpochDay();
    if (days <= 2) {
      return new Interval(from, to, Precision.DAY);
    }
    if (days <= 11) {
      return new Interval(from, to, Precision.WEEK);
    }
    return new Interval(from, to, days <= 35 ? Precision.MONTH : Precision.SEASON);
  }

  boolean overlaps(Interval other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }

  /** The span from the start of this one to the end of the other. */
  Interval through(Interval other) {
    return from.isAfter(other.to) ? this : between(from, other.to);
  }

  Interval shiftedYears(long years) {
    return new Interval(from.plusYears(years), to.plusYears(years), precision);
  }

  Interval shifted(long days) {
    return new Interval(from.plusDays(days), to.plusDays(days), precision);
  }
}
