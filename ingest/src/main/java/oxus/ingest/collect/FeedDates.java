package oxus.ingest.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oxus.ingest.article.Draft.PublicationTime;

/**
 * Dates in the forms that feeds use: RFC 822 and its many variants, ISO 8601, C's {@code asctime},
 * seconds since 1970. A time without a zone is taken as UTC.
 */
public final class FeedDates {
  private static final int LONGEST = 80;
  private static final String TIME = "(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?";
  private static final String ZONE =
      "\\s*((?:GMT|UTC)?[+-]\\d{1,2}:?(?:\\d{2})?|[A-Z]{1,5})?(?:\\s*\\([^)]*\\))?";
  private static final String WEEKDAY = "(?:[A-Z]{2,9}\\.?,?\\s+|[A-Z]{2,9},)?";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})([-/]?)(\\d{2})\\2(\\d{2})(?:[T\\s]\\s*" + TIME + ZONE + ")?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(\\d{1,2})(?:ST|ND|RD|TH)?[\\s-]\\s*([A-Z]{3,9})\\.?,?[\\s-]\\s*(\\d{4}|\\d{2})(?:,?\\s+"
              + TIME
              + ZONE
              + ")?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY
              + "([A-Z]{3,9})\\.?\\s+(\\d{1,2})(?:ST|ND|RD|TH)?,?\\s+(\\d{4})(?:,?\\s+"
              + TIME
              + ZONE
              + ")?");
  private static final Pattern ASCTIME =
      Pattern.compile(WEEKDAY + "([A-Z]{3})\\s+(\\d{1,2})\\s+" + TIME + ZONE + "\\s+(\\d{4})");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("PKT", 5),
          Map.entry("UZT", 5),
          Map.entry("TJT", 5),
          Map.entry("TMT", 5));

  private FeedDates() {}

  /** The time that a text tells; empty when it tells none. */
  public static Optional<PublicationTime> parse(@Nullable String text) {
    String date = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return read(date);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicationTime> read(String date) {
    if (SECONDS.matcher(date).matches()) {
      return Optional.of(new PublicationTime(Instant.ofEpochSecond(Long.parseLong(date)), false));
    }
    if (MILLISECONDS.matcher(date).matches()) {
      return Optional.of(new PublicationTime(Instant.ofEpochMilli(Long.parseLong(date)), false));
    }
    Matcher iso = ISO.matcher(date);
    if (iso.matches()) {
      return time(
          LocalDate.of(number(iso.group(1)), number(iso.group(3)), number(iso.group(4))), iso, 5);
    }
    Matcher dayFirst = DAY_FIRST.matcher(date);
    if (dayFirst.matches()) {
      return time(day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)), dayFirst, 4);
    }
    Matcher monthFirst = MONTH_FIRST.matcher(date);
    if (monthFirst.matches()) {
      return time(
          day(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2)), monthFirst, 4);
    }
    Matcher asctime = ASCTIME.matcher(date);
    return asctime.matches()
        ? time(day(asctime.group(7), asctime.group(1), asctime.group(2)), asctime, 3)
        : Optional.empty();
  }

  /** Two digits of a year are of 1970 to 2069. */
  private static LocalDate day(String year, String month, String day) {
    int whole = number(year);
    int full = whole >= 100 ? whole : whole + (whole < 70 ? 2000 : 1900);
    return LocalDate.of(full, MONTHS.indexOf(month.substring(0, 3)) + 1, number(day));
  }

  private static Optional<PublicationTime> time(LocalDate day, Matcher found, int hour) {
    if (found.group(hour) == null) {
      Instant end = day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
      return Optional.of(new PublicationTime(end, true));
    }
    String second = found.group(hour + 2);
    LocalTime time =
        LocalTime.of(
            number(found.group(hour)),
            number(found.group(hour + 1)),
            second == null ? 0 : Math.min(59, number(second)));
    return Optional.of(
        new PublicationTime(day.atTime(time).toInstant(zone(found.group(hour + 3))), false));
  }

  private static ZoneOffset zone(@Nullable String text) {
    String zone = text == null ? "" : text.replaceFirst("^(GMT|UTC)(?=[+-])", "");
    if (zone.isEmpty() || Character.isLetter(zone.charAt(0))) {
      return ZoneOffset.ofHours(HOURS.getOrDefault(zone, 0));
    }
    String digits = zone.substring(1).replace(":", "");
    int hours = number(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? number(digits.substring(digits.length() - 2)) : 0;
    int sign = zone.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
