package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds weeks, months, seasons and years, whole or in part: {@code last week}, {@code mid-2020}.
 */
final class Periods {

  private static final Set<String> FROM_TOLD = Set.of("following", "previous");

  private Periods() {}

  /**
   * The period named here.
   *
   * @param told the date that the text told before
   */
  static @Nullable DateMention at(DatedLine line, int at, @Nullable DateMention told) {
    PortionWords.Found portion = PortionWords.at(line, at);
    if (portion != null) {
      DatedLine then =
          told != null && line.is(portion.period(), "month")
              ? new DatedLine(line.tokens(), new Dates(told.past().to()))
              : line;
      PeriodWords.Period period = PeriodWords.at(then, portion.period(), true);
      return period == null ? null : mention(line, at, portion.portion(), period);
    }
    PeriodWords.Period period = PeriodWords.at(line, at, false);
    if (period == null) {
      return null;
    }
    if (told != null && FROM_TOLD.contains(line.word(at))) {
      return new DateMention(
          at, period.end(), from(line, at, told.past()), from(line, at, told.future()), true);
    }
    return isRolling(line, at)
        ? rolling(line, at, period.end())
        : mention(line, at, Portion.WHOLE, period);
  }

  /** {@code the following week}: behind the date told. */
  private static Interval from(DatedLine line, int at, Interval told) {
    DatedLine then = new DatedLine(line.tokens(), new Dates(told.to()));
    PeriodWords.Period period = PeriodWords.at(then, at, false);
    return period == null ? told : period.past();
  }

  private static DateMention mention(
      DatedLine line, int at, Portion portion, PeriodWords.Period period) {
    Interval past = line.dates().sofar(portion.of(period.past()));
    Interval future = line.dates().henceforth(portion.of(period.future()));
    return new DateMention(at, period.end(), past, future);
  }

  /**
   * {@code the last week} counts back from publication, {@code last week} is that of a calendar.
   */
  private static boolean isRolling(DatedLine line, int at) {
    boolean back = line.is(at, "past") || (line.is(at, "last") && line.is(at - 1, "the"));
    return (back || line.is(at, "coming")) && Unit.of(line.word(at + 1)) != null;
  }

  private static @Nullable DateMention rolling(DatedLine line, int at, int end) {
    Unit unit = Unit.of(line.word(at + 1));
    if (unit == null) {
      return null;
    }
    Count one = new Count(1, 1, unit, end);
    Interval today = line.dates().today();
    Interval meant = line.is(at, "coming") ? one.onFrom(today) : one.upTo(today);
    return new DateMention(at, end, meant, meant);
  }
}
