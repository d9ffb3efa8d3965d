package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import oxus.theatre.Problem;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus theatre validate DIR}. */
@Command(
    name = "theatre",
    description = "Checks a theatre's files.",
    mixinStandardHelpOptions = true,
    subcommands = TheatreCommand.Validate.class,
    synopsisSubcommandLabel = "validate DIR")
final class TheatreCommand {

  @Command(
      name = "validate",
      description =
          "Names file, line, culprit and cure of everything that is wrong in a theatre's folder.",
      mixinStandardHelpOptions = true)
  static final class Validate implements Callable<Integer> {
    @Parameters(
        paramLabel = "DIR",
        description = "The theatre's folder; its form is told in theatre/README.md.")
    private Path folder = Path.of(".");

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = command.commandLine().getOut();
      List<Problem> problems = TheatreLoader.validate(folder);
      problems.forEach(out::println);
      if (problems.isEmpty()) {
        out.println(folder + ": no problems");
        return ExitCode.FINE;
      }
      command
          .commandLine()
          .getErr()
          .println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
      return ExitCode.BAD_INPUT;
    }
  }
}
