package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds dates counted from another: {@code two days ago}, {@code three weeks after 5 July}. */
final class CountedDates {
  /** Behind {@code the day after} these do not name an event. */
  private static final Set<String> NO_EVENT =
      Set.of("is", "was", "were", "are", "be", "has", "had", "and", "or", "but", "that", "day");

  private static final int VAGUE_DAYS = 14;

  private final DatedLine line;
  private final int at;
  private final @Nullable Told told;
  private final int sentence;

  private CountedDates(DatedLine line, int at, @Nullable Told told, int sentence) {
    this.line = line;
    this.at = at;
    this.told = told;
    this.sentence = sentence;
  }

  /**
   * The date counted here.
   *
   * @param told the date that the text told last
   * @param sentence the number of this sentence
   */
  static @Nullable DateMention at(DatedLine line, int at, @Nullable Told told, int sentence) {
    CountedDates counted = new CountedDates(line, at, told, sentence);
    Count count = counted.count();
    return count == null ? null : counted.date(count);
  }

  private @Nullable Count count() {
    if (line.is(at, "half")) {
      return half();
    }
    if (line.is(at, "day")) {
      return line.is(at - 1, "the") ? new Count(1, 1, Unit.DAY, at + 1) : null;
    }
    Unit plural = Unit.plural(line.word(at));
    if (plural != null) {
      return line.is(at + 1, "ago") ? new Count(2, 6, plural, at + 1) : null;
    }
    return Count.at(line, at);
  }

  private @Nullable Count half() {
    boolean article = line.is(at + 1, "a");
    return switch (article ? line.word(at + 2) : "") {
      case "year" -> new Count(6, 6, Unit.MONTH, at + 3);
      case "month" -> new Count(2, 2, Unit.WEEK, at + 3);
      default -> null;
    };
  }

  private @Nullable DateMention date(Count count) {
    int end = count.end();
    Interval today = line.dates().today();
    return switch (line.word(end)) {
      case "ago" -> both(end + 1, count.before(today));
      case "earlier", "previously" -> onwards(count, end + 1, false);
      case "later", "afterwards" -> onwards(count, end + 1, true);
      case "from" -> line.is(end + 1, "now") ? both(end + 2, count.after(today)) : null;
      case "before", "after" -> fromNamed(count, end);
      default -> within(count, end);
    };
  }

  /** From the date that the text told before; only what lies back can count from publication. */
  private @Nullable DateMention onwards(Count count, int end, boolean later) {
    DateMention from = Told.near(told, sentence, count.unit());
    if (from != null) {
      return shifted(count, end, from, later);
    }
    return later ? anchored(end) : both(end, count.before(line.dates().today()));
  }

  private DateMention shifted(Count count, int end, DateMention from, boolean later) {
    return later
        ? new DateMention(at, end, count.after(from.past()), count.after(from.future()), true)
        : new DateMention(at, end, count.before(from.past()), count.before(from.future()), true);
  }

  /** {@code two days before 5 July}, {@code the day before}, {@code a week after the fall}. */
  private @Nullable DateMention fromNamed(Count count, int end) {
    boolean later = line.is(end, "after");
    int next = line.past(end + 1, "the");
    DateMention named = DayWords.at(line, next);
    named = named != null ? named : CalendarSpans.at(line, next);
    if (named != null) {
      return shifted(count, named.to(), named, later);
    }
    if (line.ends(end + 1)) {
      return onwards(count, end + 1, later);
    }
    return NO_EVENT.contains(line.word(end + 1)) ? null : fromEvent(count, end + 1, later);
  }

  /** Beside a date of the same sentence, it only says how that date lies to the event. */
  private @Nullable DateMention fromEvent(Count count, int end, boolean later) {
    DateMention from = Told.near(told, sentence, count.unit());
    if (from == null) {
      return line.is(at, "day") ? null : anchored(end);
    }
    if (isBeside()) {
      return null;
    }
    return count.unit() == Unit.DAY ? about(count, end, from) : shifted(count, end, from, later);
  }

  /** Whether the event named is the one told or the one that followed cannot be told. */
  private DateMention about(Count count, int end, DateMention from) {
    Interval past = count.before(from.past()).through(count.after(from.past()));
    Interval future = count.before(from.future()).through(count.after(from.future()));
    return new DateMention(at, end, past, future, true);
  }

  private boolean isBeside() {
    return told != null && told.sentence() == sentence;
  }

  /** Some time lately: the date to count from is not known. */
  private DateMention anchored(int end) {
    Interval vague = line.dates().past(VAGUE_DAYS);
    return new DateMention(at, end, vague, vague, true);
  }

  /** {@code in ten days}: a plan counts on from publication; what has happened took so long. */
  private @Nullable DateMention within(Count count, int end) {
    Interval today = line.dates().today();
    if (line.is(at - 1, "within")) {
      DateMention from = Told.near(told, sentence, count.unit());
      Interval past = from == null ? count.upTo(today) : count.onFrom(from.past());
      return from == null && isBeside()
          ? null
          : new DateMention(at, end, past, count.onFrom(today));
    }
    boolean ends = line.ends(end) || line.is(end, "time");
    return line.is(at - 1, "in") && ends
        ? new DateMention(at, end, count.upTo(today), count.after(today))
        : null;
  }

  private DateMention both(int end, Interval interval) {
    return new DateMention(at, end, interval, interval);
  }
}
