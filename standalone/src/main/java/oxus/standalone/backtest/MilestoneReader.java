package oxus.standalone.backtest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import oxus.standalone.backtest.Milestone.Direction;
import oxus.theatre.Border;
import oxus.theatre.Problem;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * Reads milestones, one a row. A score by half of the milestones would mislead, so one bad row
 * spoils the file; all bad rows are named.
 */
public final class MilestoneReader {
  private static final List<String> COLUMNS =
      List.of("number", "known", "scope", "direction", "what", "reports");
  private static final String HEADER = String.join(",", COLUMNS);
  private static final Pattern BETWEEN_VALUES = Pattern.compile("\\s*\\|\\s*");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .setCommentMarker('#')
          .get();

  private final Theatre theatre;
  private final String file;
  private final List<Milestone> milestones = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * What a file holds.
   *
   * @param problems everything that is wrong; the milestones are not to be used when there is any
   */
  public record Reading(List<Milestone> milestones, List<Problem> problems) {
    public Reading {
      milestones = List.copyOf(milestones);
      problems = List.copyOf(problems);
    }
  }

  private MilestoneReader(Theatre theatre, String file) {
    this.theatre = theatre;
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   */
  public static Reading read(Theatre theatre, String file, String csv) {
    MilestoneReader reader = new MilestoneReader(theatre, file);
    reader.parse(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
    return new Reading(reader.milestones, reader.problems);
  }

  private void parse(String csv) {
    int line = 1;
    boolean headed = false;
    // The parser counts a line when it reads its end, so the last line must have one.
    try (CSVParser rows = CSVParser.parse(new StringReader(csv + "\n"), FORMAT)) {
      for (CSVRecord row : rows) {
        line = (int) rows.getCurrentLineNumber();
        if (headed) {
          accept(row, line);
        } else if (!row.toList().equals(COLUMNS)) {
          problem(line, "the header is " + String.join(",", row), "write " + HEADER);
          return;
        }
        headed = true;
      }
    } catch (IOException | UncheckedIOException e) {
      problem(line, "not CSV: " + e.getMessage(), "mend the quotes at or below it");
      return;
    }
    if (milestones.isEmpty() && problems.isEmpty()) {
      problem(1, "there is no milestone", "write " + HEADER + " and a row for each");
    }
  }

  private void accept(CSVRecord row, int line) {
    if (row.size() != COLUMNS.size()) {
      String cells = "row '" + row.get(0) + "' has " + row.size() + " cells";
      problem(line, cells, "write " + COLUMNS.size() + ": " + HEADER);
      return;
    }
    int before = problems.size();
    filled(row, "number", line);
    filled(row, "what", line);
    Optional<Instant[]> known = known(cell(row, "known"), line);
    List<String> sectors = sectors(cell(row, "scope"), line);
    Optional<Direction> direction = direction(cell(row, "direction"), line);
    if (problems.size() > before || known.isEmpty() || direction.isEmpty()) {
      return;
    }
    milestones.add(
        new Milestone(
            cell(row, "number"),
            known.get()[0],
            known.get()[1],
            sectors,
            direction.get(),
            cell(row, "what"),
            values(cell(row, "reports")).toList()));
  }

  private void filled(CSVRecord row, String column, int line) {
    if (cell(row, column).isEmpty()) {
      problem(line, "column '" + column + "' is empty", "fill it");
    }
  }

  /** First and last possible moment: of a bare date its day, of an instant itself. */
  private Optional<Instant[]> known(String text, int line) {
    try {
      if (text.length() > 10) {
        Instant known = Instant.parse(text);
        return Optional.of(new Instant[] {known, known});
      }
      LocalDate day = LocalDate.parse(text);
      return Optional.of(
          new Instant[] {
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC)
          });
    } catch (DateTimeException e) {
      problem(line, "'" + text + "' is no time", "write it as 2021-06-22 or 2021-06-22T12:23:00Z");
      return Optional.empty();
    }
  }

  private Optional<Direction> direction(String text, int line) {
    Optional<Direction> direction =
        Stream.of(Direction.values())
            .filter(choice -> text.equals(choice == Direction.UP ? "up" : "down"))
            .findFirst();
    if (direction.isEmpty()) {
      problem(line, "direction '" + text + "' is unknown", "write up or down");
    }
    return direction;
  }

  /** A border or the theatre stands for each of its sectors. */
  private List<String> sectors(String cell, int line) {
    List<String> scopes = values(cell).toList();
    if (scopes.isEmpty()) {
      problem(line, "column 'scope' is empty", "name the sectors whose levels should move");
    }
    for (String scope : scopes) {
      if (theatre.sectors().stream().noneMatch(sector -> lies(sector, scope))) {
        problem(line, "scope '" + scope + "' is not in the theatre", "use one of " + choices());
      }
    }
    return theatre.sectors().stream()
        .filter(sector -> scopes.stream().anyMatch(scope -> lies(sector, scope)))
        .map(Sector::id)
        .toList();
  }

  private boolean lies(Sector sector, String scope) {
    return scope.equals(sector.id()) || scope.equals(sector.border()) || scope.equals(theatre.id());
  }

  private String choices() {
    return Stream.concat(
            theatre.sectors().stream().map(Sector::id), theatre.borders().stream().map(Border::id))
        .collect(Collectors.joining(", "));
  }

  private static String cell(CSVRecord row, String column) {
    return row.get(COLUMNS.indexOf(column));
  }

  private static Stream<String> values(String cell) {
    return BETWEEN_VALUES.splitAsStream(cell).filter(value -> !value.isEmpty());
  }

  private void problem(int line, String culprit, String cure) {
    problems.add(new Problem(file, line, culprit, cure));
  }
}
