package oxus.ingest.imports;

import java.util.List;
import java.util.Map;

/**
 * One row of somebody else's table, its cells found by the names of their columns.
 *
 * @param line the line of the file on which the row begins
 * @param columns where each column stands, by its name in lower case
 */
public record TableRow(
    String file, long line, Map<String, Integer> columns, List<String> cells, String text) {
  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The cell of a column without surrounding space; empty when the row has no such column. */
  public String cell(String column) {
    Integer place = columns.get(Columns.key(column));
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }
}
