package oxus.ingest.imports;

/** Turns the rows of one kind of table into reports, one row after the other. */
public sealed interface TableImport permits GdeltImport, AcledImport, MappedImport {

  /** What becomes of a row; whatever stands in it, it has a fate. */
  default Fate take(TableRow row) {
    if (row.text().indexOf('\0') >= 0) {
      return Fate.rejected("it holds a NUL character");
    }
    try {
      return read(row);
    } catch (UnreadableRowException e) {
      return Fate.rejected(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads a row.
   *
   * @throws UnreadableRowException naming the cell that cannot be used
   */
  Fate read(TableRow row);
}
