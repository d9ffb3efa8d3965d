package oxus.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import oxus.ingest.imports.Columns;
import oxus.ingest.imports.Fate;
import oxus.ingest.imports.GdeltImport;
import oxus.ingest.imports.MappedImport;
import oxus.ingest.imports.Mapping;
import oxus.ingest.imports.TableImport;
import oxus.ingest.imports.TableRow;

/**
 * Reads files of somebody else's history row by row, and tells what becomes of each. Packed files
 * (gzip, zip) are read as they are.
 */
public final class HistoryImport {
  private final TableImport table;
  private final Optional<Character> delimiter;
  private final BiConsumer<TableRow, Fate> told;

  /**
   * An import.
   *
   * @param delimiter between cells, where the table has a header; empty: as the header shows
   * @param told gets every row but empty ones and headers, with its fate
   */
  public HistoryImport(
      TableImport table, Optional<Character> delimiter, BiConsumer<TableRow, Fate> told) {
    this.table = table;
    this.delimiter = delimiter;
    this.told = told;
  }

  /** The rules that are shipped for a form of table, as YAML. */
  public static String shippedRules(String form) {
    String resource = form + ".yaml";
    try (InputStream stream = Mapping.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not on the class path; build the project anew");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException when it is not there, or its header lacks a column
   */
  public void read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(file + " is not there; name a file that exists");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
      if (name.endsWith(".zip")) {
        readZip(file.toString(), stream);
      } else {
        read(file.toString(), name.endsWith(".gz") ? new GZIPInputStream(stream) : stream);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private void readZip(String file, InputStream stream) throws IOException {
    ZipInputStream zip = new ZipInputStream(stream);
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      throw new BadInputException(file + " is no zip file, or an empty one");
    }
    while (entry != null) {
      if (!entry.isDirectory()) {
        read(file + ":" + entry.getName(), zip);
      }
      entry = zip.getNextEntry();
    }
  }

  private void read(String file, InputStream stream) {
    Reader reader =
        new InputStreamReader(
            stream,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    if (table instanceof GdeltImport) {
      TableRows rows = new TableRows(reader);
      for (TableRows.RawRow row = rows.read(); row != null; row = rows.read()) {
        tell(file, GdeltImport.columns(row.cells().size()), row, row.cells().size());
      }
      return;
    }
    TableRows rows = TableRows.quoted(reader, delimiter);
    TableRows.RawRow header = rows.read();
    if (header == null || !header.problem().isEmpty()) {
      throw new BadInputException(file + " has no header; its first line must name the columns");
    }
    Map<String, Integer> columns = Columns.of(header.cells());
    List<String> missing = missing(columns);
    if (!missing.isEmpty()) {
      throw new BadInputException(
          file
              + " has no column "
              + String.join(", ", missing)
              + "; docs/importing.md tells which it needs");
    }
    int width = header.cells().size();
    rows.mustHave(width);
    for (TableRows.RawRow row = rows.read(); row != null; row = rows.read()) {
      tell(file, columns, row, width);
    }
  }

  private void tell(String file, Map<String, Integer> columns, TableRows.RawRow row, int width) {
    TableRow told = new TableRow(file, row.line(), columns, row.cells(), row.text());
    this.told.accept(told, fate(told, row, width));
  }

  private Fate fate(TableRow row, TableRows.RawRow raw, int width) {
    if (!raw.problem().isEmpty()) {
      return Fate.rejected(raw.problem());
    }
    if (raw.cells().size() != width) {
      return Fate.rejected("it has " + raw.cells().size() + " cells; the header names " + width);
    }
    return table.take(row);
  }

  private List<String> missing(Map<String, Integer> columns) {
    if (table instanceof MappedImport mapped) {
      return mapped.missing(columns::containsKey);
    }
    return Columns.ACLED.stream().filter(column -> !columns.containsKey(column)).toList();
  }
}
