package oxus.ingest.extract;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Finds words that mean a day by themselves: {@code yesterday}, {@code overnight}. */
final class DayWords {
  private static final long RECENT_DAYS = 30;

  private DayWords() {}

  static @Nullable DateMention at(DatedLine line, int at) {
    Interval today = line.dates().today();
    return switch (line.word(at)) {
      case "today", "tonight" -> both(at, at + 1, today);
      case "yesterday" -> both(at, at + 1, today.shifted(-1));
      case "tomorrow" -> both(at, at + 1, today.shifted(1));
      case "overnight" -> overnight(line, at);
      case "recently", "lately" -> both(at, at + 1, line.dates().past(RECENT_DAYS));
      case "weekend" -> line.is(at - 1, "the") ? PointedDates.at(line, at - 1, null) : null;
      default -> null;
    };
  }

  /** {@code overnight}, {@code overnight on Monday}: with the evening before. */
  private static @Nullable DateMention overnight(DatedLine line, int at) {
    boolean from = line.is(at + 1, "from");
    boolean linked = from || line.is(at + 1, "on") || line.is(at + 1, "into");
    int next = linked ? at + 2 : at + 1;
    DayOfWeek weekday = DateWords.weekday(line.token(next));
    if (weekday == null) {
      Interval today = line.dates().today();
      return both(at, at + 1, today.shifted(-1).through(today));
    }
    if (from) {
      return null;
    }
    Interval past = line.dates().weekday(weekday, false);
    Interval future = line.dates().weekday(weekday, true);
    return new DateMention(
        at, next + 1, past.shifted(-1).through(past), future.shifted(-1).through(future));
  }

  private static DateMention both(int from, int to, Interval interval) {
    return new DateMention(from, to, interval, interval);
  }
}
