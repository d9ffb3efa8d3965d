package oxus.ingest.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oxus.ingest.article.Draft.PublicationTime;

/** Reads publication times: ISO dates and instants, and the date line of a text. */
public final class PublicationTimes {
  private static final int LINES_SEARCHED = 12;
  private static final int LONGEST_DATE_LINE = 120;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final Pattern ISO = Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2}) " + MONTH + ",? (20\\d\\d)\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " (\\d{1,2}),? (20\\d\\d)\\b");

  private PublicationTimes() {}

  /**
   * Reads an ISO date or date-time.
   *
   * @throws IllegalArgumentException naming the text and the forms that are read
   */
  public static PublicationTime parse(String text) {
    try {
      return text.length() > 10
          ? new PublicationTime(OffsetDateTime.parse(text).toInstant(), false)
          : day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no publication time; write 2021-06-22 or 2021-06-22T12:23:00Z", e);
    }
  }

  /** The date on a short line near the top of a text: a date line or a page's date stamp. */
  public static Optional<PublicationTime> dateLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .limit(LINES_SEARCHED)
        .filter(line -> line.length() <= LONGEST_DATE_LINE)
        .flatMap(line -> date(line).stream())
        .findFirst()
        .map(PublicationTimes::day);
  }

  private static Optional<LocalDate> date(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    Matcher iso = ISO.matcher(lower);
    if (iso.find()) {
      return of(iso.group(1), number(iso.group(2)), iso.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(lower);
    if (dayFirst.find()) {
      return of(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(lower);
    return monthFirst.find()
        ? of(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2))
        : Optional.empty();
  }

  private static Optional<LocalDate> of(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static PublicationTime day(LocalDate day) {
    Instant end = day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    return new PublicationTime(end, true);
  }
}
