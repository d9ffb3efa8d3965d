package oxus.ingest.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import oxus.theatre.Position;

/** Reads values from cells; what is no such value is told with its cell. */
final class Cells {
  private static final int LONGEST_SHOWN = 60;
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,15})?");
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);
  private static final DateTimeFormatter SECONDS = strict("uuuuMMddHHmmss");
  private static final DateTimeFormatter DAY = strict("uuuuMMdd");

  private Cells() {}

  static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static String filled(TableRow row, String column) {
    String cell = row.cell(column);
    if (cell.isEmpty()) {
      throw new UnreadableRowException("column " + column + " is empty");
    }
    return cell;
  }

  /** Fourteen digits, as GDELT writes a moment of UTC. */
  static Instant seconds(TableRow row, String column) {
    String cell = filled(row, column);
    try {
      return LocalDateTime.parse(cell, SECONDS).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw unreadable(cell, column, "moment, as in 20210705121500");
    }
  }

  /** Eight digits, as GDELT writes a day. */
  static LocalDate day(TableRow row, String column) {
    return day(filled(row, column), column, DAY, "day, as in 20210705");
  }

  static LocalDate day(String cell, String column, DateTimeFormatter form, String meant) {
    try {
      return LocalDate.parse(cell, form);
    } catch (DateTimeException e) {
      throw unreadable(cell, column, meant);
    }
  }

  /** A bare day is known at its end. */
  static Instant endOf(LocalDate day) {
    return day.atTime(LAST).toInstant(ZoneOffset.UTC);
  }

  /** Where it is; empty when neither cell is filled. */
  static Optional<Position> position(TableRow row, String latitude, String longitude) {
    if (row.cell(latitude).isEmpty() && row.cell(longitude).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Position(
            degrees(row, longitude, 180, "longitude"), degrees(row, latitude, 90, "latitude")));
  }

  private static double degrees(TableRow row, String column, int most, String what) {
    String cell = filled(row, column);
    if (!DECIMAL.matcher(cell).matches() || StrictMath.abs(Double.parseDouble(cell)) > most) {
      throw unreadable(cell, column, what + ", from -" + most + " to " + most);
    }
    return Double.parseDouble(cell);
  }

  static UnreadableRowException unreadable(String cell, String column, String meant) {
    return new UnreadableRowException(
        "'" + shown(cell) + "' in column " + column + " is no " + meant);
  }

  /** At most so much of a cell that a message stays one line. */
  static String shown(String cell) {
    String line = cell.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
