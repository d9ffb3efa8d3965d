package oxus.ingest.extract;

import org.jspecify.annotations.Nullable;

/** Reads dates that are written in digits alone: {@code 2021-08-15}, {@code 15.08.2021}. */
final class DigitDate {

  private DigitDate() {}

  static @Nullable CalendarPoint at(DatedLine line, int at) {
    String word = line.word(at);
    int point = word.indexOf('.');
    if (point > 0) {
      int second = word.indexOf('.', point + 1);
      return second < 0
          ? null
          : dayFirst(
              word.substring(0, point),
              word.substring(point + 1, second),
              word.substring(second + 1),
              at + 1);
    }
    String mark = line.word(at + 1);
    if (!(mark.equals("-") || mark.equals("/")) || !line.is(at + 3, mark)) {
      return null;
    }
    String middle = line.word(at + 2);
    String last = line.word(at + 4);
    return word.length() == 4
        ? exact(word, middle, last, at + 5)
        : dayFirst(word, middle, last, at + 5);
  }

  /** {@code June 22,2021}: the space behind the comma is missing. */
  static @Nullable CalendarPoint behindMonth(DatedLine line, int at, int month) {
    String word = line.word(at);
    int comma = word.indexOf(',');
    if (comma < 1 || comma > 2 || DateWords.year(word.substring(comma + 1)) == 0) {
      return null;
    }
    String day = word.substring(0, comma);
    return exact(word.substring(comma + 1), Integer.toString(month), day, at + 1);
  }

  /** Day before month, unless only the other way round gives a date. */
  private static @Nullable CalendarPoint dayFirst(String day, String month, String year, int end) {
    return DateWords.number(month) > 12
        ? exact(year, day, month, end)
        : exact(year, month, day, end);
  }

  private static @Nullable CalendarPoint exact(String year, String month, String day, int end) {
    CalendarDate date =
        CalendarDate.ofDay(DateWords.year(year), DateWords.number(month), DateWords.number(day));
    return date.year() > 0 && date.isDay() && date.exists()
        ? new CalendarPoint(date, date, end)
        : null;
  }
}
