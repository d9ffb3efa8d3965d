package oxus.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.ingest.Scenarios;
import oxus.standalone.backtest.Milestone;
import oxus.standalone.backtest.MilestoneReader;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The milestones that levels are scored against: those of a file, or those shipped with a source.
 */
record MilestoneFile(List<Milestone> milestones, List<Problem> problems) {
  MilestoneFile {
    milestones = List.copyOf(milestones);
    problems = List.copyOf(problems);
  }

  /** Tells at once what would fail after a long reading. */
  static void check(String source, @Nullable String milestones, CommandSpec command) {
    boolean isShipped = Scenarios.SHIPPED.contains(source);
    if (!isShipped && !Files.exists(Path.of(source))) {
      throw new BadInputException(
          source
              + " is neither a shipped scenario nor a file or folder; shipped: "
              + String.join(", ", Scenarios.SHIPPED));
    }
    if (milestones == null && !isShipped) {
      throw new ParameterException(
          command.commandLine(), source + " is shipped with no milestones; name --milestones FILE");
    }
  }

  static MilestoneFile read(String source, @Nullable String milestones, Theatre theatre) {
    String file = milestones == null ? source : milestones;
    MilestoneReader.Reading reading =
        MilestoneReader.read(theatre, file, Scenarios.milestones(file));
    return new MilestoneFile(reading.milestones(), reading.problems());
  }
}
