package oxus.ingest.extract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of units of time: {@code two weeks}, {@code a few days}, {@code two or three months}.
 *
 * @param least the smaller number, 2 for {@code a few}
 * @param most the greater number; the same when the text is exact
 * @param end index behind the unit
 */
record Count(int least, int most, Unit unit, int end) {
  private static final int GREATEST = 2000;

  static @Nullable Count at(DatedLine line, int at) {
    return switch (line.word(at)) {
      case "a", "an" -> article(line, at + 1);
      case "few" -> of(line, at + 1, 2, 6);
      case "several" -> of(line, at + 1, 3, 7);
      case "couple" -> of(line, line.past(at + 1, "of"), 2, 2);
      case "some" -> {
        Count counted = number(line, at + 1);
        yield counted != null ? counted : of(line, at + 1, 2, 6);
      }
      default -> number(line, at);
    };
  }

  private static @Nullable Count article(DatedLine line, int at) {
    return switch (line.word(at)) {
      case "few", "couple" -> at(line, at);
      case "good" -> of(line, at + 1, 1, 1);
      default -> of(line, at, 1, 1);
    };
  }

  private static @Nullable Count number(DatedLine line, int at) {
    if (at >= line.size()) {
      return null;
    }
    Optional<Numbers.Found> found = Numbers.at(line.tokens(), at);
    if (found.isEmpty()) {
      return null;
    }
    int least = (int) Math.min(found.get().value(), GREATEST);
    int end = found.get().end();
    boolean range = line.is(end, "or") || line.is(end, "to") || line.is(end, "-");
    if (!range || end + 1 >= line.size()) {
      return of(line, end, least, least);
    }
    Optional<Numbers.Found> second = Numbers.at(line.tokens(), end + 1);
    return second.isEmpty() || second.get().value() < least
        ? null
        : of(line, second.get().end(), least, (int) Math.min(second.get().value(), GREATEST));
  }

  /** The unit, and {@code or so}, {@code or two} behind it. */
  private static @Nullable Count of(DatedLine line, int at, int least, int most) {
    Unit unit = Unit.of(line.word(at));
    if (unit == null) {
      return null;
    }
    if (!line.is(at + 1, "or")) {
      return new Count(least, most, unit, at + 1);
    }
    boolean more = line.is(at + 2, "two");
    boolean rest = more || line.is(at + 2, "so");
    return new Count(least, more ? most + 1 : most, unit, rest ? at + 3 : at + 1);
  }

  /** So long before a date. */
  Interval before(Interval date) {
    if (least == most) {
      return unit.from(date, -least);
    }
    return Interval.between(unit.after(date.from(), -most), unit.after(date.to(), -least));
  }

  /** So long after a date. */
  Interval after(Interval date) {
    if (least == most) {
      return unit.from(date, least);
    }
    return Interval.between(unit.after(date.from(), least), unit.after(date.to(), most));
  }

  /** The stretch of this length up to a date. */
  Interval upTo(Interval date) {
    return Interval.between(unit.after(date.to(), -most), date.to());
  }

  /** The stretch of this length from a date on. */
  Interval onFrom(Interval date) {
    return Interval.between(date.from(), unit.after(date.from(), most));
  }
}
