package oxus.ingest.scenario;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import oxus.schemas.BorderEvent;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/**
 * Reads report-level history: one CSV row, or one line of JSON with the same names, is one
 * article's statement about one event (columns: docs/scenarios.md). A row that cannot be read is a
 * reject with its line; the others still come.
 */
public final class ScenarioReader {
  private static final String CURE = "mend the row; docs/scenarios.md tells the columns";

  private final ReportRow rows;
  private final String file;
  private final List<BorderEvent> events = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * What a file holds.
   *
   * @param events in order of knowledge time, article and id
   * @param rejects rows that could not be read
   */
  public record Reading(List<BorderEvent> events, List<Reject> rejects) {
    public Reading {
      events = List.copyOf(events);
      rejects = List.copyOf(rejects);
    }

    /** What is wrong with the rows that could not be read. */
    public List<Problem> problems() {
      return rejects.stream().map(Reject::problem).toList();
    }
  }

  /** The order in which a replay publishes reports. */
  public static final Comparator<BorderEvent> ORDER =
      Comparator.comparing(BorderEvent::getKnownAt)
          .thenComparing(BorderEvent::getArticleKey)
          .thenComparing(BorderEvent::getId);

  /**
   * A reader for one file of a theatre.
   *
   * @param file its name, for messages
   */
  public ScenarioReader(Theatre theatre, String file) {
    this.rows = new ReportRow(theatre);
    this.file = file;
  }

  /** Reads a CSV file's text. */
  public Reading read(String csv) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    // The parser counts a line when it reads its end, so the last line must have one.
    String unmarked = withoutMark(csv);
    if (unmarked.isBlank()) {
      reject(0, "the file is empty", "docs/scenarios.md tells its form", "");
      return reading();
    }
    String text = unmarked.endsWith("\n") ? unmarked : unmarked + "\n";
    try (CSVParser parsed = CSVParser.parse(new StringReader(text), format)) {
      if (!parsed.getHeaderNames().contains("report_id")) {
        reject(
            1,
            "no header with column report_id",
            "docs/scenarios.md tells the columns",
            text.lines().findFirst().orElse(""));
        return reading();
      }
      for (CSVRecord row : parsed) {
        // The parser counts lines up to the end of the row.
        take(
            column -> row.isSet(column) ? Optional.of(row.get(column)) : Optional.empty(),
            row.size() > 0 ? row.get(0) : "?",
            (int) parsed.getCurrentLineNumber(),
            String.join(",", row.values()));
      }
    } catch (IllegalArgumentException e) {
      reject(
          1, "a column of the header has no name or an earlier one's", "name each column once", "");
    } catch (IOException | UncheckedIOException e) {
      // broken in the header, broken in a row
      reject(0, "not CSV: " + e.getMessage(), "mend the quotes", "");
    }
    return reading();
  }

  /** Reads lines of JSON. */
  public Reading readLines(String text) {
    int number = 0;
    for (String line : withoutMark(text).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        line(line, number);
      }
    }
    return reading();
  }

  private void line(String line, int number) {
    try {
      JsonCells cells = JsonCells.of(line);
      take(cells::cell, cells.cell("report_id").orElse("?"), number, line);
    } catch (IllegalArgumentException e) {
      reject(number, String.valueOf(e.getMessage()), CURE, line);
    }
  }

  private void take(ReportRow.Cells cells, String id, int line, String text) {
    try {
      BorderEvent event = rows.event(cells);
      if (!ids.add(event.getId())) {
        throw new IllegalArgumentException("id '" + event.getId() + "' is taken by an earlier row");
      }
      events.add(event);
    } catch (IllegalArgumentException | DateTimeException e) {
      reject(line, "row " + id + ": " + e.getMessage(), CURE, text);
    }
  }

  private void reject(int line, String culprit, String cure, String text) {
    rejects.add(new Reject(new Problem(file, line, culprit, cure), text));
  }

  private Reading reading() {
    return new Reading(events.stream().sorted(ORDER).toList(), rejects);
  }

  /** Spreadsheets begin a file with a byte order mark. */
  private static String withoutMark(String csv) {
    return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
  }
}
