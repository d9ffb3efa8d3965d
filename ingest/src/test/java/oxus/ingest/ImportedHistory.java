package oxus.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.ingest.imports.AcledImport;
import oxus.ingest.imports.Fate;
import oxus.ingest.imports.GdeltImport;
import oxus.ingest.imports.ImportTally;
import oxus.ingest.imports.MappedImport;
import oxus.ingest.imports.Mapping;
import oxus.ingest.imports.RowSpan;
import oxus.ingest.imports.TableImport;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** An import of test files, with the fate of each of its rows. */
final class ImportedHistory {
  static final Path FILES = Path.of("src/test/resources/oxus/ingest/imports");
  static final Theatre THEATRE = TheatreLoader.shipped();

  final ImportTally tally = new ImportTally();
  final List<String> reports = new ArrayList<>();
  final Map<String, Fate> fates = new TreeMap<>();

  static ImportedHistory of(String form, Path... files) throws Exception {
    return of(form, new RowSpan(Optional.empty(), Optional.empty()), files);
  }

  static ImportedHistory of(String form, RowSpan span, Path... files) throws Exception {
    ImportedHistory history = new ImportedHistory();
    Mapping mapping = rules(form);
    HistoryImport read =
        new HistoryImport(
            table(form, mapping, span),
            mapping.delimiter(),
            (row, fate) -> {
              history.tally.add(fate);
              history.reports.addAll(fate.reports());
              history.fates.put(Path.of(row.file()).getFileName() + ":" + row.line(), fate);
            });
    for (Path file : files) {
      read.read(file);
    }
    return history;
  }

  Fate fate(String row) {
    return Optional.ofNullable(fates.get(row)).orElseThrow();
  }

  static Mapping rules(String form) throws IOException {
    List<Problem> problems = new ArrayList<>();
    String rules =
        form.equals("desk")
            ? Files.readString(FILES.resolve("desk.yaml"))
            : HistoryImport.shippedRules(form);
    Mapping mapping = Mapping.parse(form, rules, problems);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.toString());
    }
    return mapping;
  }

  private static TableImport table(String form, Mapping mapping, RowSpan span) {
    return switch (form) {
      case "gdelt" -> new GdeltImport(THEATRE, mapping, span, true);
      case "acled" -> new AcledImport(THEATRE, mapping, span);
      default -> new MappedImport(THEATRE, mapping, span);
    };
  }
}
