package oxus.ingest.extract;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds days of the week: {@code on Tuesday}, {@code last Friday}, {@code Sunday to Monday}. */
final class Weekdays {
  private static final Set<String> TO =
      Set.of("-", "–", "—", "/", "to", "through", "until", "till", "and", "or");

  private final DatedLine line;
  private final int at;
  private final DayOfWeek day;
  private final Dates dates;

  private Weekdays(DatedLine line, int at, DayOfWeek day) {
    this.line = line;
    this.at = at;
    this.day = day;
    this.dates = line.dates();
  }

  static @Nullable DateMention at(DatedLine line, int at) {
    DayOfWeek day = DateWords.weekday(line.token(at));
    if (day == null) {
      return null;
    }
    Weekdays weekdays = new Weekdays(line, at, day);
    DateMention dated = weekdays.dated();
    if (dated != null) {
      return dated;
    }
    DateMention ofWeek = weekdays.ofWeek();
    if (ofWeek != null) {
      return ofWeek;
    }
    DateMention range = weekdays.range();
    return range != null ? range : weekdays.single();
  }

  /** {@code Tuesday, 22 June}: the weekday only repeats the date. */
  private @Nullable DateMention dated() {
    boolean mark = line.is(at + 1, ",") || line.is(at + 1, "(");
    int next = line.past(mark ? at + 2 : at + 1, "the");
    CalendarPoint point = CalendarPoint.at(line, next);
    DateMention date = point != null && point.first().isDay() ? CalendarSpans.at(line, next) : null;
    return date == null ? null : new DateMention(at, date.to(), date.past(), date.future());
  }

  /** {@code Thursday last week}, {@code Monday of next week}. */
  private @Nullable DateMention ofWeek() {
    int next = line.past(at + 1, "of");
    PeriodWords.Period week = line.is(next + 1, "week") ? PeriodWords.at(line, next, false) : null;
    if (week == null) {
      return null;
    }
    Interval meant = Interval.day(week.past().from().plusDays(day.getValue() - 1L));
    return new DateMention(at, week.end(), meant, meant);
  }

  private @Nullable DateMention range() {
    int next = TO.contains(line.word(at + 1)) ? at + 2 : at + 1;
    DayOfWeek second = DateWords.weekday(line.token(next));
    if (second == null) {
      return null;
    }
    int length = Math.floorMod(second.getValue() - day.getValue(), 7);
    Interval last = dates.weekday(second, false);
    Interval first = dates.weekday(day, true);
    return new DateMention(
        at, next + 1, last.shifted(-length).through(last), first.through(first.shifted(length)));
  }

  private DateMention single() {
    Interval past = dates.weekday(day, false);
    Interval future = dates.weekday(day, true);
    boolean today = past.from().equals(dates.published());
    return switch (line.word(at - 1)) {
      case "last" -> mention(at - 1, today ? past.shifted(-7) : past, future);
      case "next", "coming" -> {
        Interval next = today ? future.shifted(7) : future;
        yield mention(at - 1, next, next);
      }
      default -> mention(at, past, future);
    };
  }

  /** A night runs into the next day. */
  private DateMention mention(int from, Interval past, Interval future) {
    if (!line.is(at + 1, "night")) {
      return new DateMention(from, at + 1, past, future);
    }
    Interval night = dates.sofar(past.through(past.shifted(1)));
    return new DateMention(from, at + 2, night, future.through(future.shifted(1)));
  }
}
