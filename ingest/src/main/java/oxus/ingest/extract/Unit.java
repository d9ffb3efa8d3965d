package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Precision;

/** A unit in which texts count the time between two dates. */
enum Unit {
  HOUR(0),
  DAY(0),
  WEEK(3),
  FORTNIGHT(7),
  MONTH(15),
  YEAR(182),
  DECADE(1825);

  private static final Map<String, Unit> SINGULAR =
      Map.of(
          "hour", HOUR,
          "day", DAY,
          "week", WEEK,
          "fortnight", FORTNIGHT,
          "month", MONTH,
          "year", YEAR,
          "decade", DECADE);
  private static final Map<String, Unit> PLURAL =
      Map.of(
          "hours", HOUR,
          "days", DAY,
          "weeks", WEEK,
          "fortnights", FORTNIGHT,
          "months", MONTH,
          "years", YEAR,
          "decades", DECADE);

  /** How many days the text's rounding may be off: a week ago is some day about then. */
  private final int slack;

  Unit(int slack) {
    this.slack = slack;
  }

  static @Nullable Unit of(String word) {
    Unit unit = SINGULAR.get(word);
    return unit != null ? unit : plural(word);
  }

  static @Nullable Unit plural(String word) {
    return PLURAL.get(word);
  }

  LocalDate after(LocalDate day, long count) {
    return switch (this) {
      case HOUR -> day.plusDays(count / 24);
      case DAY -> day.plusDays(count);
      case WEEK -> day.plusWeeks(count);
      case FORTNIGHT -> day.plusWeeks(2 * count);
      case MONTH -> day.plusMonths(count);
      case YEAR -> day.plusYears(count);
      case DECADE -> day.plusYears(10 * count);
    };
  }

  /** So many of this unit after a date, before it when negative. */
  Interval from(Interval date, long count) {
    LocalDate from = after(date.from(), count).minusDays(slack);
    return Interval.between(from, after(date.to(), count).plusDays(slack));
  }

  /** Whether one can count from so vague a date: days only from a day, weeks not from a year. */
  boolean countsFrom(Interval date) {
    return switch (this) {
      case HOUR, DAY -> date.precision() == Precision.DAY;
      case WEEK, FORTNIGHT, MONTH -> date.precision() != Precision.SEASON;
      case YEAR, DECADE -> true;
    };
  }
}
