package oxus.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row in bounded memory. A quote that opens and does not close costs the row
 * in which it stands, not the rest of the file.
 */
final class TableRows {
  /** Characters of a line; a longer one is no row of any table that we read. */
  static final int LONGEST = 1_000_000;

  /** Lines over which a quoted cell may run. */
  static final int MOST_LINES = 50;

  private final BoundedLines lines;
  private final Deque<BoundedLines.Line> ahead = new ArrayDeque<>();
  private Optional<CSVFormat> format = Optional.empty();
  private int width;

  /**
   * A row as it stands.
   *
   * @param problem why it could not be divided into cells; empty: it could
   */
  record RawRow(long line, List<String> cells, String text, String problem) {}

  /** Rows of cells between tabs in which quotes mean nothing. */
  TableRows(Reader reader) {
    this.lines = new BoundedLines(reader, LONGEST);
  }

  /**
   * Rows in which a cell may stand in quotes.
   *
   * @param delimiter empty: the one that the first line has most of
   */
  static TableRows quoted(Reader reader, Optional<Character> delimiter) {
    TableRows rows = new TableRows(reader);
    BoundedLines.Line first = rows.line();
    String header = first == null ? "" : first.text();
    if (first != null) {
      rows.ahead.add(first);
    }
    char between = delimiter.orElseGet(() -> delimiter(header));
    rows.format = Optional.of(CSVFormat.RFC4180.builder().setDelimiter(between).get());
    return rows;
  }

  private static char delimiter(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(letter -> letter == wanted).count();
  }

  /** From now on a row that runs over several lines must have so many cells. */
  void mustHave(int cells) {
    width = cells;
  }

  /** The next row that is not empty; null at the end. */
  @Nullable RawRow read() {
    BoundedLines.Line line = line();
    while (line != null && line.text().isBlank() && line.isWhole()) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    if (!line.isWhole()) {
      return broken(line, "the line is longer than " + LONGEST + " characters");
    }
    if (format.isEmpty()) {
      List<String> cells = Arrays.asList(line.text().split("\t", -1));
      return new RawRow(line.number(), cells, line.text(), "");
    }
    return isOpen(line.text()) ? over(line) : quoted(line, line.text());
  }

  private BoundedLines.@Nullable Line line() {
    if (!ahead.isEmpty()) {
      return ahead.poll();
    }
    try {
      return lines.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Joins lines until the quotes are even; when they do not fit, only the first line is lost. */
  private RawRow over(BoundedLines.Line first) {
    List<BoundedLines.Line> taken = new ArrayList<>();
    StringBuilder text = new StringBuilder(first.text());
    boolean isOpen = true;
    while (isOpen && taken.size() < MOST_LINES && text.length() <= LONGEST) {
      BoundedLines.Line line = line();
      if (line == null) {
        break;
      }
      taken.add(line);
      text.append('\n').append(line.text());
      isOpen = isOpen != isOpen(line.text());
    }
    RawRow row = quoted(first, text.toString());
    if (!isOpen && row.problem().isEmpty() && (width == 0 || row.cells().size() == width)) {
      return row;
    }
    for (int last = taken.size() - 1; last >= 0; last--) {
      ahead.addFirst(taken.get(last));
    }
    return broken(first, "a quote opens in it and does not close as it should");
  }

  private static boolean isOpen(String text) {
    return count(text, '"') % 2 == 1;
  }

  private RawRow quoted(BoundedLines.Line line, String text) {
    try (CSVParser parser = CSVParser.parse(text, format.orElseThrow())) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() == 1) {
        return new RawRow(line.number(), records.get(0).toList(), text, "");
      }
      return broken(line, "it is no single row of CSV");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return broken(line, "it is not CSV: a quote stands where none may stand");
    }
  }

  private static RawRow broken(BoundedLines.Line line, String problem) {
    return new RawRow(line.number(), List.of(), line.text(), problem);
  }
}
