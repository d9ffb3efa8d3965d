package oxus.ingest.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days of one month: {@code 5}, {@code 5-10}, {@code 5 and 6}, {@code 5, 6 and 7}.
 *
 * @param end index behind the last of them
 */
record DayList(int first, int last, int end) {
  private static final Set<String> LINKS =
      Set.of("-", "–", "—", "/", "to", "and", "until", "till", "through", "or");

  /** Days before the name of their month. */
  static @Nullable DayList at(DatedLine line, int at) {
    int first = day(line, at);
    if (first == 0) {
      return null;
    }
    int last = first;
    int end = behind(line, at);
    while (LINKS.contains(line.word(end)) || line.is(end, ",")) {
      int next = line.past(end + 1, "the");
      int day = day(line, next);
      if (day <= last) {
        break;
      }
      last = day;
      end = behind(line, next);
    }
    return new DayList(first, last, end);
  }

  /** Days behind the name of their month, where a number may also count what follows it. */
  static @Nullable DayList behindMonth(DatedLine line, int at) {
    int first = day(line, at);
    if (first == 0) {
      return null;
    }
    int last = first;
    int end = behind(line, at);
    int next = end;
    while (LINKS.contains(line.word(next)) || line.is(next, ",")) {
      int day = day(line, line.past(next + 1, "the"));
      if (day <= last) {
        break;
      }
      boolean comma = line.is(next, ",");
      next = behind(line, line.past(next + 1, "the"));
      if (!comma && line.isCounted(next)) {
        break;
      }
      last = comma ? last : day;
      end = comma ? end : next;
    }
    return new DayList(first, last, end);
  }

  /** {@code 5}, {@code 5th}, {@code fifth}, {@code twenty-second}. */
  private static int day(DatedLine line, int at) {
    int ordinal = DateWords.ordinal(line.word(at));
    if (ordinal > 0 || line.token(at).shape() == Token.Shape.NUMBER) {
      return ordinal > 0 ? ordinal : DateWords.day(line.word(at));
    }
    int tens = line.is(at, "twenty") ? 20 : line.is(at, "thirty") ? 30 : 0;
    int ones = DateWords.ordinal(line.word(at + 1));
    return tens > 0 && ones > 0 && ones < 10 && tens + ones <= 31 ? tens + ones : 0;
  }

  private static int behind(DatedLine line, int at) {
    return line.is(at, "twenty") || line.is(at, "thirty") ? at + 2 : at + 1;
  }
}
