package oxus.standalone;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import oxus.ingest.FeedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus feeds import OPML} and {@code oxus feeds validate FILE}. */
@Command(
    name = "feeds",
    description = "Lists of feeds.",
    mixinStandardHelpOptions = true,
    subcommands = {FeedsCommand.Import.class, FeedsCommand.Validate.class},
    synopsisSubcommandLabel = "(import OPML | validate FILE)")
final class FeedsCommand {

  @Command(
      name = "import",
      description = "Prints the feed list that an OPML file of a feed reader stands for.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Parameters(paramLabel = "OPML", description = "The file that the feed reader exported.")
    private Path file = Path.of("feeds.opml");

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      command.commandLine().getOut().print(FeedFiles.fromOpml(file));
      command.commandLine().getOut().flush();
      return ExitCode.FINE;
    }
  }

  @Command(
      name = "validate",
      description = "Names line, culprit and cure of everything that is wrong in a feed list.",
      mixinStandardHelpOptions = true)
  static final class Validate implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The feed list; its form: docs/intake.md.")
    private Path file = Path.of("feeds.yaml");

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      int feeds = FeedFiles.read(file).size();
      command.commandLine().getOut().println(file + ": no problems, feeds: " + feeds);
      return ExitCode.FINE;
    }
  }
}
