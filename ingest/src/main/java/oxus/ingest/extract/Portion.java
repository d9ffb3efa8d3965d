package oxus.ingest.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import oxus.schemas.Precision;

/**
 * Which part of a week, month, season, year or decade a text means.
 *
 * @param index 0 for the first part of its kind
 */
record Portion(Kind kind, int index) {
  static final Portion WHOLE = new Portion(Kind.WHOLE, 0);
  static final Portion EARLY = new Portion(Kind.THIRD, 0);
  static final Portion MIDDLE = new Portion(Kind.THIRD, 1);
  static final Portion LATE = new Portion(Kind.THIRD, 2);
  static final Portion START = new Portion(Kind.EDGE, 0);
  static final Portion END = new Portion(Kind.EDGE, 1);
  static final Portion LAST_WEEK = new Portion(Kind.WEEK, 4);
  static final Portion LAST_WEEKEND = new Portion(Kind.WEEKEND, 0);

  private static final int WEEK = 7;
  private static final int YEAR = 12;

  enum Kind {
    WHOLE(1),
    HALF(2),
    THIRD(3),
    QUARTER(4),
    WEEK(4),
    /** Seven days of a month; of what is longer or shorter as much as of a third. */
    EDGE(2),
    WEEKEND(1);

    /** How many of them texts number, the last apart. */
    final int count;

    Kind(int count) {
      this.count = count;
    }
  }

  Interval of(Interval whole) {
    LocalDate from = whole.from();
    int months = Math.toIntExact(months(whole));
    return switch (kind) {
      case WHOLE -> whole;
      case HALF -> half(whole, months);
      case THIRD -> third(whole, months);
      case QUARTER -> months(from, 3L * index, 3);
      case WEEK -> {
        LocalDate last = whole.to().minusDays(WEEK - 1L);
        LocalDate first = index < Kind.WEEK.count ? from.plusDays((long) WEEK * index) : last;
        yield Interval.between(first, first.plusDays(WEEK - 1L));
      }
      case EDGE -> edge(whole, months);
      case WEEKEND -> {
        LocalDate sunday = whole.to().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        yield Interval.between(sunday.minusDays(1), sunday);
      }
    };
  }

  /** How many months the period has; 0 or 1 when it is a week. */
  private static long months(Interval whole) {
    YearMonth first = YearMonth.from(whole.from());
    return ChronoUnit.MONTHS.between(first, YearMonth.from(whole.to().plusDays(1)));
  }

  private Interval half(Interval whole, int months) {
    if (months > 1) {
      return months(whole.from(), (long) index * months / 2, months / 2);
    }
    LocalDate middle = whole.from().plusDays(whole.precision() == Precision.WEEK ? 3 : 15);
    return index == 0
        ? Interval.between(whole.from(), middle.minusDays(1))
        : Interval.between(middle, whole.to());
  }

  private Interval edge(Interval whole, int months) {
    if (months != 1 || whole.precision() == Precision.WEEK) {
      return new Portion(Kind.THIRD, 2 * index).of(whole);
    }
    return new Portion(Kind.WEEK, Kind.WEEK.count * index).of(whole);
  }

  /** Ten days of a month; of what is longer, months or years; of a week, days. */
  private Interval third(Interval whole, int months) {
    LocalDate from = whole.from();
    if (whole.precision() == Precision.WEEK) {
      return days(from, new int[] {0, 2, 4, WEEK});
    }
    if (months <= 1) {
      return days(from, new int[] {0, 10, 20, from.lengthOfMonth()});
    }
    if (months > YEAR) {
      return months(from, 36L * index, 48);
    }
    long edge = Math.max(1, months / 4);
    return switch (index) {
      case 0 -> months(from, 0, edge);
      case 1 -> months(from, months / 3, months / 3);
      default -> months(from, months - edge, edge);
    };
  }

  private Interval days(LocalDate from, int[] bounds) {
    return Interval.between(from.plusDays(bounds[index]), from.plusDays(bounds[index + 1] - 1L));
  }

  private static Interval months(LocalDate from, long skipped, long length) {
    LocalDate start = from.plusMonths(skipped);
    return Interval.between(start, start.plusMonths(length).minusDays(1));
  }
}
