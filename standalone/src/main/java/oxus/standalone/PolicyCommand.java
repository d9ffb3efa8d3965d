package oxus.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.standalone.junit.JunitXml;
import oxus.standalone.story.StoryRun;
import oxus.standalone.story.StoryText;
import oxus.standalone.story.Verdict;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus policy test DIR}. */
@Command(
    name = "policy",
    description = "Tests a policy.",
    mixinStandardHelpOptions = true,
    subcommands = PolicyCommand.Test.class,
    synopsisSubcommandLabel = "test DIR")
final class PolicyCommand {

  @Command(
      name = "test",
      description =
          "Runs stories: reports with their times, and the levels that must follow. Says what differs and why.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Test implements Callable<Integer> {
    @Parameters(
        paramLabel = "DIR",
        description = "The folder of stories; their form is told in docs/rules.md.")
    private Path folder = Path.of(".");

    @Mixin private TheatreOption theatre = new TheatreOption();

    @Option(
        names = "--run",
        paramLabel = "GLOB",
        description =
            "Only the stories whose file names without ending match, for example 'crossing*'.")
    private @Nullable String run;

    @Option(
        names = "--junit",
        paramLabel = "FILE",
        description = "Write the results as JUnit XML too.")
    private @Nullable Path junit;

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      Theatre loaded = theatre.load();
      StoryFiles.Reading reading = StoryFiles.read(folder, Optional.ofNullable(run), loaded);
      PrintWriter out = command.commandLine().getOut();
      if (!reading.problems().isEmpty()) {
        PrintWriter err = command.commandLine().getErr();
        reading.problems().forEach(problem -> err.println("oxus: " + problem));
        return ExitCode.BAD_INPUT;
      }
      StoryRun runner = new StoryRun(loaded);
      List<Verdict> verdicts = reading.stories().stream().map(runner::run).toList();
      verdicts.forEach(verdict -> out.print(StoryText.of(verdict)));
      long failed = verdicts.stream().filter(verdict -> !verdict.holds()).count();
      out.println(
          verdicts.size()
              + (verdicts.size() == 1 ? " story, " : " stories, ")
              + failed
              + " failed, policy "
              + loaded.policy().version());
      if (junit != null) {
        write(junit, JunitXml.of("policy", verdicts.stream().map(StoryText::check).toList()));
      }
      return failed == 0 ? ExitCode.FINE : ExitCode.DIFFERS;
    }

    private static void write(Path file, String text) {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new BadInputException("cannot write " + file + ": " + e.getMessage());
      }
    }
  }
}
