package oxus.ingest.extract;

import org.jspecify.annotations.Nullable;

/** Reads the words for a part of a period: {@code mid-}, {@code the second half of}. */
final class PortionWords {

  private PortionWords() {}

  /**
   * A portion and where the period that it is cut from starts.
   *
   * @param period index of the first token of that period
   */
  record Found(Portion portion, int period) {}

  static @Nullable Found at(DatedLine line, int at) {
    return switch (line.word(at)) {
      case "early" -> loose(line, at, Portion.EARLY);
      case "late" -> loose(line, at, Portion.LATE);
      case "mid" -> loose(line, at, Portion.MIDDLE);
      case "earlier", "later" -> loose(line, at, Portion.WHOLE);
      case "beginning", "start" -> of(line, at + 1, Portion.START);
      case "middle" -> of(line, at + 1, Portion.MIDDLE);
      case "end", "close" -> of(line, at + 1, Portion.END);
      case "opening" -> numbered(line, at, 1);
      case "last", "final", "closing" -> numbered(line, at, 0);
      default -> {
        int ordinal = DateWords.ordinal(line.word(at));
        yield ordinal >= 1 && ordinal <= 4 ? numbered(line, at, ordinal) : null;
      }
    };
  }

  /** {@code mid-June}, {@code early in June}, {@code late last month}. */
  private static Found loose(DatedLine line, int at, Portion portion) {
    int next = line.past(line.past(at + 1, "-"), "in");
    return new Found(portion, line.past(next, "the"));
  }

  private static @Nullable Found of(DatedLine line, int at, Portion portion) {
    return line.is(at, "of") ? new Found(portion, line.past(at + 1, "the")) : null;
  }

  /** {@code second half of}, {@code third decade of}, {@code last week of}; 0 is the last. */
  private static @Nullable Found numbered(DatedLine line, int at, int number) {
    Portion portion =
        switch (line.word(at + 1)) {
          case "half" -> numbered(Portion.Kind.HALF, number);
          case "decade", "third" -> numbered(Portion.Kind.THIRD, number);
          case "quarter" -> numbered(Portion.Kind.QUARTER, number);
          case "week", "days" ->
              number == 0 ? Portion.LAST_WEEK : numbered(Portion.Kind.WEEK, number);
          case "weekend" -> number == 0 ? Portion.LAST_WEEKEND : null;
          case "ten", "10" ->
              line.is(at + 2, "days") && number <= 1 ? numbered(Portion.Kind.THIRD, number) : null;
          default -> null;
        };
    int counted = portion != null && line.is(at + 2, "days") ? 3 : 2;
    return portion == null ? null : of(line, at + counted, portion);
  }

  private static @Nullable Portion numbered(Portion.Kind kind, int number) {
    int index = number == 0 ? kind.count : number;
    return index > kind.count ? null : new Portion(kind, index - 1);
  }
}
