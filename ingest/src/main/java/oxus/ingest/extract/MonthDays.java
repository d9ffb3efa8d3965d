package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a day of the month without its month: {@code on the 14th}, {@code by the sixth}. */
final class MonthDays {
  private static final int SLACK = 2;

  /** Smaller ordinals in words mostly count other things: {@code on the second}. */
  private static final int FIRST_WORD = 4;

  private static final Set<String> BEFORE =
      Set.of("on", "by", "from", "until", "till", "since", "before", "after", "as");
  private static final Set<String> PARTS_OF_DAY =
      Set.of("morning", "afternoon", "evening", "night", "nights", "eve");

  /** What may follow the day; after any other word it counts something: {@code the 14th round}. */
  private static final Set<String> BEHIND =
      Set.of(
          "and", "to", "after", "before", "by", "with", "when", "while", "in", "at", "but", "said",
          "the", "was", "were", "is", "are", "or", "as", "near", "a", "an", "over", "there", "it",
          "he", "she", "they", "we", "for", "without", "during", "between");

  private final DatedLine line;
  private final int at;
  private final int first;
  private final @Nullable DateMention told;

  private MonthDays(DatedLine line, int at, int first, @Nullable DateMention told) {
    this.line = line;
    this.at = at;
    this.first = first;
    this.told = told;
  }

  /**
   * The day named here.
   *
   * @param told the date that the text told before: the day is the next of this number
   */
  static @Nullable DateMention at(DatedLine line, int at, @Nullable DateMention told) {
    if (DateWords.weekday(line.token(at)) != null) {
      return behindWeekday(line, at);
    }
    int day = line.is(at - 1, "the") ? day(line, at) : 0;
    if (day == 0) {
      return null;
    }
    boolean before =
        BEFORE.contains(line.word(at - 2))
            || (line.is(at - 2, "of") && PARTS_OF_DAY.contains(line.word(at - 3)));
    return before ? new MonthDays(line, at, day, told).find() : null;
  }

  /** {@code Monday 21.} */
  private static @Nullable DateMention behindWeekday(DatedLine line, int at) {
    int day = DateWords.day(line.word(at + 1));
    return day == 0 || !line.ends(at + 2) || line.is(at + 2, "-")
        ? null
        : new MonthDays(line, at, day, null).mention(at + 2, day);
  }

  private @Nullable DateMention find() {
    if (line.is(at + 1, "of")) {
      return ofMonth();
    }
    boolean to = line.is(at + 1, "to") || line.is(at + 1, "and") || line.is(at + 1, "until");
    int last = to && line.is(at + 2, "the") ? day(line, at + 3) : 0;
    if (last > first && ends(at + 4)) {
      return mention(at + 4, last);
    }
    return ends(at + 1) ? mention(at + 1, first) : null;
  }

  /** {@code the 14th of last month}. */
  private @Nullable DateMention ofMonth() {
    int next = line.past(at + 2, "the");
    PeriodWords.Period month =
        line.is(next, "month") || line.is(next + 1, "month")
            ? PeriodWords.at(line, next, true)
            : null;
    if (month == null) {
      return null;
    }
    Interval meant = onDay(YearMonth.from(month.past().from()), first);
    return new DateMention(at, month.end(), meant, meant);
  }

  private DateMention mention(int end, int last) {
    LocalDate published = line.dates().published();
    YearMonth month = YearMonth.from(published);
    YearMonth over = first > published.getDayOfMonth() + SLACK ? month.minusMonths(1) : month;
    over = told == null ? over : next(YearMonth.from(told.past().from()), over);
    YearMonth ahead = last < published.getDayOfMonth() ? month.plusMonths(1) : month;
    return new DateMention(at, end, span(over, last), span(ahead, last));
  }

  /** The month of the date told, or the one behind it when the day had passed. */
  private YearMonth next(YearMonth month, YearMonth latest) {
    boolean passed = told != null && first < told.past().from().getDayOfMonth();
    YearMonth next = passed ? month.plusMonths(1) : month;
    return next.isAfter(latest) ? latest : next;
  }

  private Interval span(YearMonth month, int last) {
    Interval from = onDay(month, first);
    return last == first ? from : from.through(onDay(month, last));
  }

  private static Interval onDay(YearMonth month, int day) {
    return Interval.day(month.atDay(Math.min(day, month.lengthOfMonth())));
  }

  private static int day(DatedLine line, int at) {
    int ordinal = DateWords.ordinal(line.word(at));
    if (ordinal > 0) {
      return ordinal >= FIRST_WORD ? ordinal : 0;
    }
    return line.word(at).length() > 2 ? DateWords.day(line.word(at)) : 0;
  }

  private boolean ends(int end) {
    return line.ends(end) ? !line.is(end, "-") : BEHIND.contains(line.word(end));
  }
}
