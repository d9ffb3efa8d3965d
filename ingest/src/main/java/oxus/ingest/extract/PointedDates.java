package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds days and stretches of days that a word points at: {@code last night}, {@code next day}. */
final class PointedDates {
  private static final Set<String> BACK =
      Set.of("last", "past", "previous", "preceding", "recent", "latest");
  private static final Set<String> ON = Set.of("next", "coming", "following");
  private static final Set<String> PARTS_OF_DAY =
      Set.of("morning", "afternoon", "evening", "night");

  private final DatedLine line;
  private final int at;
  private final @Nullable DateMention told;

  private PointedDates(DatedLine line, int at, @Nullable DateMention told) {
    this.line = line;
    this.at = at;
    this.told = told;
  }

  /**
   * The date pointed at here.
   *
   * @param told the date that the text told before
   */
  static @Nullable DateMention at(DatedLine line, int at, @Nullable DateMention told) {
    PointedDates pointed = new PointedDates(line, at, told);
    String word = line.word(at + 1);
    if (word.equals("day") || PARTS_OF_DAY.contains(word)) {
      return pointed.day(word);
    }
    return word.equals("weekend") ? pointed.anyWeekend() : pointed.stretch();
  }

  private @Nullable DateMention day(String part) {
    Interval today = line.dates().today();
    return switch (line.word(at)) {
      case "this" -> part.equals("day") ? null : both(today);
      case "last" -> lastPart(part);
      case "previous", "preceding" -> shifted(-1);
      case "next", "following" -> told != null ? shifted(1) : plan(today.shifted(1));
      case "same", "that" -> told != null ? shifted(0) : null;
      default -> null;
    };
  }

  private @Nullable DateMention lastPart(String part) {
    Interval yesterday = line.dates().today().shifted(-1);
    return switch (part) {
      case "night" -> both(yesterday.through(line.dates().today()));
      case "evening" -> both(yesterday);
      default -> null;
    };
  }

  private DateMention shifted(int days) {
    return told != null
        ? new DateMention(at, at + 2, told.past().shifted(days), told.future().shifted(days))
        : both(line.dates().today().shifted(days));
  }

  private DateMention plan(Interval future) {
    return new DateMention(at, at + 2, line.dates().today(), future);
  }

  /** {@code the weekend of 24–25 July}: that date. */
  private @Nullable DateMention anyWeekend() {
    DateMention named =
        line.is(at + 2, "of") ? CalendarSpans.at(line, line.past(at + 3, "the")) : null;
    return named == null
        ? weekend()
        : new DateMention(at, named.to(), named.past(), named.future());
  }

  private @Nullable DateMention weekend() {
    Dates dates = line.dates();
    Interval own = dates.weekend(0);
    Interval begun = own.from().isAfter(dates.published()) ? dates.weekend(-1) : own;
    return switch (line.word(at)) {
      case "last" -> both(dates.weekend(-1));
      case "past" -> both(begun);
      case "next" -> both(dates.weekend(1));
      case "this", "coming", "the" -> new DateMention(at, at + 2, begun, own);
      default -> null;
    };
  }

  /** {@code recent days}, {@code the past two months}, {@code the next 48 hours}. */
  private @Nullable DateMention stretch() {
    boolean back = BACK.contains(line.word(at));
    if (!back && !ON.contains(line.word(at))) {
      return null;
    }
    Unit unit = Unit.plural(line.word(at + 1));
    if (unit != null) {
      long days = days(unit);
      return days == 0 ? null : stretch(at + 2, back, days);
    }
    Count count = Count.at(line, at + 1);
    if (count == null) {
      return null;
    }
    Interval today = line.dates().today();
    Interval meant = back ? count.upTo(today) : count.onFrom(today);
    return new DateMention(at, count.end(), meant, meant);
  }

  private DateMention stretch(int end, boolean back, long days) {
    Interval meant = back ? line.dates().past(days) : line.dates().ahead(days);
    return new DateMention(at, end, meant, meant);
  }

  /** How far an uncounted plural reaches; 0 when too far to be a date. */
  private static long days(Unit unit) {
    return switch (unit) {
      case HOUR -> 1;
      case DAY -> 7;
      case WEEK, FORTNIGHT -> 30;
      case MONTH -> 90;
      case YEAR, DECADE -> 0;
    };
  }

  private DateMention both(Interval interval) {
    return new DateMention(at, at + 2, interval, interval);
  }
}
