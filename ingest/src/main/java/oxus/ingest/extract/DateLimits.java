package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Reads the word before a date that makes it a limit: {@code since June}, {@code by 5 July}. */
final class DateLimits {

  private DateLimits() {}

  static DateMention of(DatedLine line, DateMention date) {
    int before = line.is(date.from() - 1, "the") ? date.from() - 2 : date.from() - 1;
    return switch (line.word(before)) {
      case "since" -> since(line, date);
      case "until", "till", "by", "before" -> until(line, date);
      case "of" -> line.is(before - 1, "eve") ? eve(date) : date;
      default -> date;
    };
  }

  /** Whether a word before the date makes it a limit, from which no text counts on. */
  static boolean isLimit(DatedLine line, DateMention date) {
    int before = line.is(date.from() - 1, "the") ? date.from() - 2 : date.from() - 1;
    return switch (line.word(before)) {
      case "since", "until", "till" -> true;
      default -> false;
    };
  }

  /** {@code since 22 June, when the port fell}: what is told is of that day. */
  private static DateMention since(DatedLine line, DateMention date) {
    if (line.is(line.past(date.to(), ","), "when")) {
      return date;
    }
    Interval onset = date.past();
    Interval since = Interval.day(middle(onset)).through(line.dates().today());
    return new DateMention(date.from(), date.to(), since, since, false, onset);
  }

  /** What goes on since August began in its first days or in its last. */
  private static LocalDate middle(Interval onset) {
    return onset.from().plusDays(ChronoUnit.DAYS.between(onset.from(), onset.to()) / 2);
  }

  /** A limit that lies ahead says of a plan until when, and of what has happened nothing. */
  private static DateMention until(DatedLine line, DateMention date) {
    Dates dates = line.dates();
    long back = ChronoUnit.DAYS.between(date.past().to(), dates.published());
    long ahead = ChronoUnit.DAYS.between(dates.published(), date.future().to());
    boolean liesAhead = back < 0 || (ahead > 0 && ahead < back);
    Interval past = liesAhead ? dates.unknown() : date.past();
    Interval future =
        date.future().to().isBefore(dates.published())
            ? date.future()
            : dates.today().through(date.future());
    return new DateMention(date.from(), date.to(), past, future);
  }

  private static DateMention eve(DateMention date) {
    return new DateMention(
        date.from(),
        date.to(),
        Interval.day(date.past().from().minusDays(1)),
        Interval.day(date.future().from().minusDays(1)));
  }
}
