package oxus.standalone;

import org.jspecify.annotations.Nullable;
import oxus.theatre.Theatre;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Against which milestones levels are scored: shared by the commands that score. */
final class MilestoneOption {
  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--milestones",
      paramLabel = "FILE",
      description =
          "What should have moved levels, and when; its form is told in docs/backtest.md. Default: those shipped with the scenario.")
  private @Nullable String milestones;

  /** Tells at once what would fail after a long reading. */
  void check(String source) {
    MilestoneFile.check(source, milestones, command);
  }

  MilestoneFile read(String source, Theatre theatre) {
    return MilestoneFile.read(source, milestones, theatre);
  }
}
