package oxus.ingest.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reckons dates against the day of publication. */
final class Dates {
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

  /** A date a little after publication is a slip of time zones, not last year's. */
  private static final int SLACK = 2;

  static final int WHOLE = 0;
  static final int EARLY = 1;
  static final int MIDDLE = 2;
  static final int LATE = 3;

  private final LocalDate published;

  Dates(LocalDate published) {
    this.published = published;
  }

  LocalDate published() {
    return published;
  }

  Interval today() {
    return Interval.day(published);
  }

  /** 1 to 12 for the name of a month, which needs its capital; else 0. */
  static int month(Token token) {
    return token.isCapital() ? MONTHS.getOrDefault(token.word(), 0) : 0;
  }

  static Optional<DayOfWeek> weekday(Token token) {
    return token.isCapital() ? Optional.ofNullable(WEEKDAYS.get(token.word())) : Optional.empty();
  }

  /** 1 to 31 for {@code 5}, {@code 05}, {@code 5th}; else 0. */
  static int day(String word) {
    String digits = word;
    for (String end : List.of("st", "nd", "rd", "th")) {
      if (word.endsWith(end)) {
        digits = word.substring(0, word.length() - 2);
      }
    }
    int day = digits.length() <= 2 ? number(digits) : 0;
    return day >= 1 && day <= 31 ? day : 0;
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

  static Optional<LocalDate> exact(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * From a day to a day of a month.
   *
   * @param days day, month, last day, its month
   * @param year 0: the year that puts it nearest to publication
   */
  Optional<Interval> span(int[] days, int year, boolean future) {
    Optional<LocalDate> from = exact(year == 0 ? published.getYear() : year, days[1], days[0]);
    Optional<LocalDate> to = exact(year == 0 ? published.getYear() : year, days[3], days[2]);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = to.get().isBefore(from.get()) ? to.get().plusYears(1) : to.get();
    int shift = year == 0 ? yearShift(from.get(), last, future) : 0;
    LocalDate start = from.get().plusYears(shift);
    LocalDate end = last.plusYears(shift);
    return Optional.of(start.equals(end) ? Interval.day(start) : Interval.between(start, end));
  }

  /** Years to add so that the span lies nearest before publication, or after it for plans. */
  private int yearShift(LocalDate from, LocalDate to, boolean future) {
    if (future) {
      boolean longGone = to.isBefore(published.minusDays(30));
      return longGone ? 1 : 0;
    }
    return from.isAfter(published.plusDays(SLACK)) ? -1 : 0;
  }

  /** A month or months, whole or in part. */
  Interval months(int first, int last, int year, int part, boolean future) {
    LocalDate from = LocalDate.of(year == 0 ? published.getYear() : year, first, 1);
    LocalDate end = from.withMonth(last);
    LocalDate to = (end.isBefore(from) ? end.plusYears(1) : end).plusMonths(1).minusDays(1);
    if (year == 0) {
      int shift = yearShift(from, to, future);
      from = from.plusYears(shift);
      to = to.plusYears(shift);
      to = to.plusMonths(1).withDayOfMonth(1).minusDays(1);
    }
    Interval whole = cut(from, to, part);
    boolean running = !future && whole.to().isAfter(published) && !whole.from().isAfter(published);
    return running ? new Interval(whole.from(), published, whole.precision()) : whole;
  }

  private static Interval cut(LocalDate from, LocalDate to, int part) {
    return switch (part) {
      case EARLY -> Interval.between(from, from.plusDays(9));
      case MIDDLE -> Interval.between(from.plusDays(10), from.plusDays(19));
      case LATE -> Interval.between(from.plusDays(20), to);
      default -> Interval.between(from, to);
    };
  }

  /** Which part of a month or season the words before it mean. */
  static int part(List<Token> tokens, int at) {
    int before = at - 1;
    if (before >= 0 && (tokens.get(before).is("of") || tokens.get(before).is("the"))) {
      before--;
    }
    if (before < 0) {
      return WHOLE;
    }
    return switch (tokens.get(before).word()) {
      case "early", "beginning", "start" -> EARLY;
      case "mid", "middle" -> MIDDLE;
      case "late", "end" -> LATE;
      default -> WHOLE;
    };
  }

  /** The last such day, publication day included; or the next one. */
  Interval weekday(DayOfWeek day, boolean future) {
    int back = Math.floorMod(published.getDayOfWeek().getValue() - day.getValue(), 7);
    LocalDate last = published.minusDays(back);
    return Interval.day(future && back > 0 ? last.plusDays(7) : last);
  }

  /** The week of Monday to Sunday that lies so many weeks from the one of publication. */
  Interval week(int offset) {
    LocalDate monday =
        published.minusDays(published.getDayOfWeek().getValue() - 1L).plusDays(7L * offset);
    return Interval.between(monday, monday.plusDays(6));
  }

  Interval month(int offset) {
    LocalDate first = published.withDayOfMonth(1).plusMonths(offset);
    return Interval.between(first, first.plusMonths(1).minusDays(1));
  }

  Interval year(int offset) {
    LocalDate first = published.withDayOfYear(1).plusYears(offset);
    return Interval.between(first, first.plusYears(1).minusDays(1));
  }

  /** The last so many days, publication day included. */
  Interval past(long days) {
    return Interval.between(published.minusDays(days), published);
  }
}
