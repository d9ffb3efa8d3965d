package oxus.ingest.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that only publication gives a meaning: {@code yesterday}, {@code two weeks ago}. */
final class RelativeDates {
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("hour", 0),
          Map.entry("hours", 0),
          Map.entry("day", 1),
          Map.entry("days", 1),
          Map.entry("week", 7),
          Map.entry("weeks", 7),
          Map.entry("fortnight", 14),
          Map.entry("month", 30),
          Map.entry("months", 30),
          Map.entry("year", 365),
          Map.entry("years", 365),
          Map.entry("decade", 3650),
          Map.entry("decades", 3650));
  private static final Map<String, Integer> SEASONS =
      Map.of("spring", 3, "summer", 6, "autumn", 9, "winter", 12);
  private static final Set<String> LAST = Set.of("last", "past", "previous", "preceding", "recent");
  private static final Set<String> NEXT = Set.of("next", "coming", "following");

  private final List<Token> tokens;
  private final int at;
  private final Dates dates;

  private RelativeDates(List<Token> tokens, int at, Dates dates) {
    this.tokens = tokens;
    this.at = at;
    this.dates = dates;
  }

  static @Nullable DateMention at(List<Token> tokens, int at, Dates dates) {
    return new RelativeDates(tokens, at, dates).find();
  }

  private @Nullable DateMention find() {
    DateMention word = single();
    if (word != null) {
      return word;
    }
    DateMention weekday = weekday();
    if (weekday != null) {
      return weekday;
    }
    DateMention counted = counted();
    return counted != null ? counted : unit();
  }

  private @Nullable DateMention single() {
    LocalDate published = dates.published();
    return switch (tokens.get(at).word()) {
      case "today", "tonight" -> both(at + 1, Interval.day(published));
      case "yesterday" -> both(at + 1, Interval.day(published.minusDays(1)));
      case "tomorrow" -> both(at + 1, Interval.day(published.plusDays(1)));
      case "overnight" -> both(at + 1, Interval.between(published.minusDays(1), published));
      case "recently", "lately" -> both(at + 1, dates.past(30));
      case "earlier" -> earlier();
      default -> null;
    };
  }

  /** {@code earlier this week}, {@code earlier in the day}, {@code a day earlier}. */
  private @Nullable DateMention earlier() {
    return is(at + 1, "today") ? both(at + 2, Interval.day(dates.published())) : null;
  }

  private @Nullable DateMention weekday() {
    Optional<DayOfWeek> day = Dates.weekday(tokens.get(at));
    if (day.isEmpty()) {
      return null;
    }
    Interval past = dates.weekday(day.get(), false);
    Interval future = dates.weekday(day.get(), true);
    boolean last = at > 0 && tokens.get(at - 1).is("last");
    boolean sameDay = last && past.from().equals(dates.published());
    boolean next = at > 0 && NEXT.contains(tokens.get(at - 1).word());
    Interval meant = next ? future : sameDay ? past.shifted(-7) : past;
    if (at > 0 && tokens.get(at - 1).is("since")) {
      meant = meant.through(dates.today());
    }
    return new DateMention(at, at + 1, meant, future);
  }

  /** {@code two days ago}, {@code three weeks earlier}, {@code two weeks before 10 July}. */
  private @Nullable DateMention counted() {
    int number;
    int unit;
    Optional<Numbers.Found> found = Numbers.at(tokens, at);
    if (found.isPresent()) {
      number = (int) Math.min(found.get().value(), 10_000);
      unit = found.get().end();
    } else if (is(at, "a") || is(at, "an")) {
      boolean several = is(at + 1, "few") || is(at + 1, "couple");
      number = several ? 3 : 1;
      unit = several ? (is(at + 2, "of") ? at + 3 : at + 2) : at + 1;
    } else if (is(at, "several") || is(at, "few") || is(at, "some")) {
      number = 3;
      unit = at + 1;
    } else {
      return null;
    }
    Integer length = unit < tokens.size() ? UNITS.get(tokens.get(unit).word()) : null;
    return length == null ? null : distance((long) number * length, length, unit + 1);
  }

  private @Nullable DateMention distance(long days, int unit, int end) {
    if (end < tokens.size() && (is(end, "ago") || is(end, "earlier"))) {
      return both(end + 1, around(dates.published().minusDays(days), unit));
    }
    if (isLast(at - 1)) {
      return both(end, dates.past(days));
    }
    if (at > 0 && (is(at - 1, "in") || is(at - 1, "within")) && isAfterNow(end)) {
      Interval ahead = around(dates.published().plusDays(days), unit);
      return new DateMention(at, end, dates.past(days), ahead);
    }
    if (is(end, "before") || is(end, "after") || is(end, "later")) {
      Interval around = dates.past(Math.min(days, 14));
      return new DateMention(at, end + 1, around, around, true);
    }
    return null;
  }

  private boolean isAfterNow(int end) {
    return end >= tokens.size() || tokens.get(end).shape() == Token.Shape.MARK || is(end, "time");
  }

  private static Interval around(LocalDate day, int unit) {
    long slack = unit >= 365 ? 180 : unit >= 30 ? 15 : unit >= 7 ? 3 : 0;
    return Interval.between(day.minusDays(slack), day.plusDays(slack));
  }

  private boolean isLast(int before) {
    return before >= 0 && LAST.contains(tokens.get(before).word());
  }

  /** {@code last week}, {@code this month}, {@code in recent days}, {@code this summer}. */
  private @Nullable DateMention unit() {
    if (at == 0) {
      return null;
    }
    String before = tokens.get(at - 1).word();
    int offset = LAST.contains(before) ? -1 : NEXT.contains(before) ? 1 : 0;
    boolean pointed = offset != 0 || before.equals("this") || before.equals("current");
    Integer season = SEASONS.get(tokens.get(at).word());
    if (season != null) {
      return pointed || before.equals("the") || before.equals("in") ? season(season, offset) : null;
    }
    if (!pointed) {
      return null;
    }
    if (before.equals("recent")) {
      return recent();
    }
    boolean rolling = before.equals("past") || (before.equals("last") && is(at - 2, "the"));
    return switch (tokens.get(at).word()) {
      case "week" -> both(at + 1, rolling ? dates.past(7) : known(dates.week(offset), offset));
      case "weekend" -> both(at + 1, weekend(offset));
      case "month" -> both(at + 1, rolling ? dates.past(30) : known(dates.month(offset), offset));
      case "year" -> both(at + 1, known(dates.year(offset), offset));
      case "morning", "afternoon", "evening" -> both(at + 1, Interval.day(dates.published()));
      case "night" -> both(at + 1, dates.past(1));
      case "days" -> both(at + 1, offset < 0 ? dates.past(7) : ahead(7));
      case "weeks" -> both(at + 1, offset < 0 ? dates.past(30) : ahead(30));
      case "months" -> both(at + 1, offset < 0 ? dates.past(90) : ahead(90));
      default -> null;
    };
  }

  private @Nullable DateMention recent() {
    return switch (tokens.get(at).word()) {
      case "days", "hours" -> both(at + 1, dates.past(7));
      case "weeks" -> both(at + 1, dates.past(30));
      case "months" -> both(at + 1, dates.past(90));
      default -> null;
    };
  }

  private Interval ahead(long days) {
    return Interval.between(dates.published(), dates.published().plusDays(days));
  }

  private Interval weekend(int offset) {
    LocalDate saturday = dates.week(Math.min(offset, 0)).from().plusDays(5);
    boolean ahead = saturday.isAfter(dates.published()) && offset <= 0;
    LocalDate meant = ahead ? saturday.minusDays(7) : saturday;
    return Interval.between(meant, meant.plusDays(1));
  }

  /** What is still running has happened up to publication. */
  private Interval known(Interval whole, int offset) {
    return offset == 0 && whole.to().isAfter(dates.published())
        ? new Interval(whole.from(), dates.published(), whole.precision())
        : whole;
  }

  private DateMention season(int month, int offset) {
    LocalDate first = LocalDate.of(dates.published().getYear(), month, 1);
    LocalDate start = first.isAfter(dates.published()) && offset <= 0 ? first.minusYears(1) : first;
    Interval whole = Interval.between(start, start.plusMonths(3).minusDays(1));
    return both(at + 1, known(whole, offset <= 0 ? 0 : 1));
  }

  private DateMention both(int end, Interval interval) {
    return new DateMention(at, end, interval, interval);
  }

  private boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }
}
