package oxus.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.ingest.HistoryImport;
import oxus.ingest.Scenarios;
import oxus.ingest.imports.AcledImport;
import oxus.ingest.imports.Fate;
import oxus.ingest.imports.GdeltImport;
import oxus.ingest.imports.ImportTally;
import oxus.ingest.imports.MappedImport;
import oxus.ingest.imports.Mapping;
import oxus.ingest.imports.RowSpan;
import oxus.ingest.imports.TableImport;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus import gdelt|acled|csv FILE…}. */
@Command(
    name = "import",
    description =
        "Turns history that others have coded (GDELT 2.0, ACLED, any CSV with a mapping) into reports that replay reads, and tells of each row that gave none why.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  enum Form {
    gdelt,
    acled,
    csv
  }

  @Parameters(
      index = "0",
      paramLabel = "FORM",
      description =
          "gdelt: GDELT 2.0 event and mention files; acled: an export of ACLED; csv: any table with a header, by --mapping.")
  private String form = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "The files, packed or not (.gz, .zip). GDELT's mentions may stand among its events.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description =
          "Where reports.ndjson goes, and under import/ what was left out. Replay it with bin/oxus replay FOLDER.")
  private Path out = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "Which column is what, and which values mean which type; form: docs/importing.md. Needed for csv; for the others it replaces the shipped rules.")
  private @Nullable Path mapping;

  @Mixin private SpanOptions span = new SpanOptions();
  @Mixin private TheatreFolder theatre = new TheatreFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Form known = form();
    String rules = rules(known);
    List<Problem> problems = new ArrayList<>();
    String name = mapping == null ? known + ".yaml" : mapping.toString();
    Mapping read = Mapping.parse(name, rules, problems);
    if (!problems.isEmpty()) {
      throw new InvalidTheatreException(problems);
    }
    TableImport table = table(known, theatre.load(), read);
    try (ImportFolder folder = new ImportFolder(out)) {
      HistoryImport history = new HistoryImport(table, read.delimiter(), folder::add);
      inOrder(known).forEach(history::read);
      folder.summary(known.name(), Scenarios.hash(rules));
      tell(folder.tally());
      return folder.tally().of(Fate.Kind.REJECTED) == 0 ? ExitCode.FINE : ExitCode.BAD_INPUT;
    }
  }

  private Form form() {
    for (Form known : Form.values()) {
      if (known.name().equals(form)) {
        return known;
      }
    }
    throw new ParameterException(
        command.commandLine(), "'" + form + "' is no form; write gdelt, acled or csv");
  }

  private String rules(Form known) {
    if (mapping != null) {
      return text(mapping);
    }
    if (known == Form.csv) {
      throw new ParameterException(
          command.commandLine(), "csv needs --mapping FILE; docs/importing.md tells its form");
    }
    return HistoryImport.shippedRules(known.name());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadInputException("cannot read mapping " + file + "; name a YAML file in UTF-8");
    }
  }

  private TableImport table(Form known, Theatre loaded, Mapping read) {
    RowSpan asked = new RowSpan(span.since(), span.until());
    return switch (known) {
      case gdelt ->
          new GdeltImport(
              loaded, read, asked, files.stream().anyMatch(ImportCommand::isOfMentions));
      case acled -> new AcledImport(loaded, read, asked);
      case csv -> new MappedImport(loaded, read, asked);
    };
  }

  /** Mentions come after the events that they mention. */
  private List<Path> inOrder(Form known) {
    return known == Form.gdelt
        ? files.stream().sorted(Comparator.comparing(ImportCommand::isOfMentions)).toList()
        : files;
  }

  private static boolean isOfMentions(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).contains("mentions");
  }

  private void tell(ImportTally tally) {
    PrintWriter text = command.commandLine().getOut();
    text.println(
        tally.rows()
            + " rows: "
            + tally.of(Fate.Kind.IMPORTED)
            + " imported as "
            + tally.reports()
            + " reports, "
            + tally.of(Fate.Kind.UNMAPPED)
            + " unmapped, "
            + tally.of(Fate.Kind.OUTSIDE)
            + " outside, "
            + tally.of(Fate.Kind.REPEATED)
            + " repeated, "
            + tally.of(Fate.Kind.REJECTED)
            + " rejected: "
            + out);
    tally
        .reasons()
        .forEach(
            count ->
                text.println(
                    "  " + Oxus.lower(count.kind()) + " " + count.rows() + ": " + count.reason()));
    if (tally.of(Fate.Kind.IMPORTED) + tally.of(Fate.Kind.OUTSIDE) < tally.rows()) {
      text.println(
          "unmapped, repeated and rejected rows, by file and line: " + ImportFolder.leftOut(out));
    }
  }
}
