package oxus.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import oxus.ingest.imports.Fate;
import oxus.ingest.imports.ImportTally;
import oxus.ingest.imports.TableRow;

/**
 * Where an import goes: reports that a replay reads, and beside them, in a folder that it does not
 * look into, which rows gave none and why.
 */
final class ImportFolder implements AutoCloseable {
  private static final int LONGEST_TEXT = 2000;
  private static final JsonFactory JSON = new JsonFactory();

  private final Path beside;
  private final Writer reports;
  private final Writer leftOut;
  private final ImportTally tally = new ImportTally();

  ImportFolder(Path folder) {
    this.beside = folder.resolve("import");
    try {
      Files.createDirectories(beside);
      this.reports = writer(folder.resolve("reports.ndjson"));
      this.leftOut = writer(leftOut(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Where the rows that gave no report lie, in the folder of an import. */
  static Path leftOut(Path folder) {
    return folder.resolve("import").resolve("left-out.ndjson");
  }

  /** Of a cut text half a character may be left, so what cannot be encoded is replaced. */
  private static Writer writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
  }

  ImportTally tally() {
    return tally;
  }

  /** Rows elsewhere in the world are counted, not listed: of a world-wide table they are most. */
  void add(TableRow row, Fate fate) {
    tally.add(fate);
    try {
      for (String report : fate.reports()) {
        reports.write(report);
        reports.write('\n');
      }
      if (fate.kind() != Fate.Kind.IMPORTED && fate.kind() != Fate.Kind.OUTSIDE) {
        leftOut.write(line(row, fate));
        leftOut.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write to " + beside.getParent() + ": " + e.getMessage(), e);
    }
  }

  private static String line(TableRow row, Fate fate) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", row.file());
      json.writeNumberField("line", row.line());
      json.writeStringField("fate", Oxus.lower(fate.kind()));
      json.writeStringField("reason", fate.reason());
      if (fate.kind() == Fate.Kind.REJECTED) {
        String text = row.text();
        json.writeStringField(
            "text", text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
      }
      json.writeEndObject();
    }
    return out.toString();
  }

  /** Writes the counts: what the command prints, for programs. */
  void summary(String form, String mapping) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("form", form);
      json.writeStringField("mappingHash", mapping);
      json.writeStringField("softwareVersion", Oxus.VERSION);
      json.writeNumberField("rows", tally.rows());
      json.writeNumberField("reports", tally.reports());
      for (Fate.Kind kind : Fate.Kind.values()) {
        json.writeNumberField(Oxus.lower(kind), tally.of(kind));
      }
      json.writeArrayFieldStart("reasons");
      for (ImportTally.Count count : tally.reasons()) {
        json.writeStartObject();
        json.writeStringField("fate", Oxus.lower(count.kind()));
        json.writeStringField("reason", count.reason());
        json.writeNumberField("rows", count.rows());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
      Files.writeString(beside.resolve("summary.json"), out + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + beside + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (reports;
        leftOut) {
      reports.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write to " + beside.getParent() + ": " + e.getMessage(), e);
    }
  }
}
