package oxus.theatre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file whose rows know their line. The first row names the columns; lines that begin with #
 * are comments; a cell holds several values with | between them. Reading goes on after a problem,
 * so that one run reports them all.
 */
final class Csv {
  private static final Pattern BETWEEN_VALUES = Pattern.compile("\\|");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private final String file;
  private final List<String> columns;
  private final List<Problem> problems;
  private final List<Row> rows = new ArrayList<>();
  private boolean headed;

  private Csv(String file, List<String> columns, List<Problem> problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  static List<Row> read(String file, String text, List<String> columns, List<Problem> problems) {
    Csv csv = new Csv(file, columns, problems);
    csv.parse(text);
    return csv.rows;
  }

  private void parse(String text) {
    int line = 1;
    // The parser counts a line when it reads its end, so the last line must have one.
    try (CSVParser parser = CSVParser.parse(text.endsWith("\n") ? text : text + "\n", FORMAT)) {
      for (CSVRecord row : parser) {
        line = (int) parser.getCurrentLineNumber();
        accept(row, line);
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(
          new Problem(file, line, "not CSV: " + e.getMessage(), "mend the quotes at or below it"));
    }
    if (!headed) {
      problems.add(new Problem(file, 1, "the header is missing", "begin with " + header()));
    }
  }

  private void accept(CSVRecord row, int line) {
    if (!headed) {
      headed = true;
      if (!row.toList().equals(columns)) {
        problems.add(
            new Problem(file, line, "the header is " + String.join(",", row), "write " + header()));
      }
      return;
    }
    if (row.size() != columns.size()) {
      problems.add(
          new Problem(
              file,
              line,
              "row '" + row.get(0) + "' has " + row.size() + " cells",
              "write " + columns.size() + ": " + header() + ", with quotes around commas"));
      return;
    }
    rows.add(new Row(row, line));
  }

  private String header() {
    return String.join(",", columns);
  }

  /** One line of the file. */
  final class Row {
    private final CSVRecord cells;
    private final int line;

    private Row(CSVRecord cells, int line) {
      this.cells = cells;
      this.line = line;
    }

    String text(String column) {
      return cells.get(columns.indexOf(column));
    }

    Optional<String> find(String column) {
      return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    List<String> texts(String column) {
      return BETWEEN_VALUES
          .splitAsStream(text(column))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .toList();
    }

    <T> Located<T> locate(T value) {
      return new Located<>(value, file, line);
    }

    void problem(String culprit, String cure) {
      problems.add(new Problem(file, line, culprit, cure));
    }
  }
}
