package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import oxus.ingest.BadInputException;
import oxus.standalone.diff.Causes;
import oxus.standalone.diff.Comparison;
import oxus.standalone.diff.DiffJson;
import oxus.standalone.diff.DiffJunit;
import oxus.standalone.diff.DiffText;
import oxus.standalone.diff.Explained;
import oxus.standalone.diff.RunDiff;
import oxus.standalone.junit.JunitXml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus diff RUN RUN}. */
@Command(
    name = "diff",
    description =
        "Compares two runs record by record and field by field, and explains where they first part.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  enum Form {
    text,
    ndjson,
    junit
  }

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A folder that oxus replay has written.")
  private Path one = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN", description = "Another one.")
  private Path other = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, ndjson or junit. Default: ${DEFAULT-VALUE}.")
  private String output = "text";

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Form form = form();
    RunInFolder left = RunInFolder.open(one);
    RunInFolder right = RunInFolder.open(other);
    PrintWriter out = command.commandLine().getOut();
    try {
      Comparison comparison =
          new RunDiff(left, right)
              .compare(
                  difference -> {
                    if (form == Form.ndjson) {
                      out.println(DiffJson.of(difference));
                    }
                  });
      Optional<Explained> explained = Explained.of(left, right, comparison);
      switch (form) {
        case text ->
            DiffText.of(comparison, explained, new Causes(left, right)).forEach(out::println);
        case junit -> out.print(JunitXml.of("diff", DiffJunit.of(comparison, explained)));
        case ndjson -> {
          explained.map(DiffJson::of).ifPresent(out::println);
          out.println(DiffJson.of(comparison));
        }
      }
      out.flush();
      return comparison.isSame() ? ExitCode.FINE : ExitCode.DIFFERS;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "a record of "
              + one
              + " or "
              + other
              + " is damaged ("
              + e.getMessage()
              + "); replay it anew");
    }
  }

  private Form form() {
    for (Form form : Form.values()) {
      if (form.name().equals(output)) {
        return form;
      }
    }
    throw new ParameterException(
        command.commandLine(), "--output is '" + output + "'; write text, ndjson or junit");
  }
}
