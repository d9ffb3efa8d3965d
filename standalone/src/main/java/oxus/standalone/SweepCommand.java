package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.standalone.backtest.Backtest;
import oxus.standalone.backtest.Facts;
import oxus.standalone.backtest.Scorecard;
import oxus.standalone.backtest.Sweep;
import oxus.standalone.backtest.SweepChart;
import oxus.standalone.backtest.SweepPage;
import oxus.standalone.backtest.SweepRange;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Policy;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus sweep SOURCE --vary PATH=FROM..TO/STEP}. */
@Command(
    name = "sweep",
    description =
        "Varies one number of a policy over a range and shows what a backtest finds at each value: as a table, as lines of JSON and as a drawing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SweepCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SOURCE", description = HistoryOptions.SOURCE)
  private String source = "";

  @Option(
      names = "--vary",
      paramLabel = "PATH=FROM..TO/STEP",
      required = true,
      description =
          "Which number or duration, and its values, for example levels.up.SEVERE=5..8/0.5 or levels.dwell=PT6H..PT36H/PT6H. Paths are the keys of the policy file with dots between; a member of a list is [id].")
  private String vary = "";

  @Mixin private MilestoneOption milestones = new MilestoneOption();
  @Mixin private TheatreOption theatre = new TheatreOption();
  @Mixin private HistoryOptions history = new HistoryOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with drawing and table.")
  private @Nullable Path html;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write the drawing.")
  private @Nullable Path svg;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    milestones.check(source);
    Theatre loaded = theatre.load();
    SweepRange range = range(loaded.policy().text());
    List<Policy> policies =
        range.values().stream().map(value -> policy(loaded, range, value)).toList();
    PrintWriter err = command.commandLine().getErr();
    MilestoneFile file = milestones.read(source, loaded);
    if (!file.problems().isEmpty()) {
      file.problems().forEach(problem -> err.println("oxus: " + problem));
      return ExitCode.BAD_INPUT;
    }
    ReplayInput input = history.read(source, loaded).withoutPolicies();
    input.rejects().forEach(reject -> err.println("rejected " + reject.problem()));
    Facts facts =
        Facts.of(loaded, input.events())
            .orElseThrow(
                () -> new BadInputException(source + " holds no report; there is nothing to test"));
    Backtest backtest = new Backtest(facts, file.milestones());
    Progress progress = new Progress(err, "sweep", policies.size());
    List<Scorecard> cards = new ArrayList<>();
    for (Policy policy : policies) {
      cards.add(
          backtest.score(
              BacktestCommand.run(range.values().get(cards.size()), input, loaded.under(policy))));
      progress.at(cards.size());
    }
    tell(Sweep.of(range, cards, facts));
    return input.rejects().isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  private SweepRange range(String policy) {
    try {
      return SweepRange.of(vary, policy);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--vary: " + e.getMessage(), e);
    }
  }

  /** All are read before any is run: a value that makes no policy is told at once. */
  private Policy policy(Theatre loaded, SweepRange range, String value) {
    try {
      return Policy.parse("policy", range.policy(loaded.policy().text(), value), loaded);
    } catch (InvalidTheatreException e) {
      throw new BadInputException(
          "with " + range.path() + " = " + value + " the policy is not valid: " + e.getMessage());
    }
  }

  private void tell(Sweep sweep) {
    if (svg != null) {
      BacktestCommand.write(svg, SweepChart.of(sweep));
    }
    if (html != null) {
      BacktestCommand.write(html, SweepPage.of(source, sweep));
    }
    List<String> lines = output.isNdjson() ? sweep.ndjson() : sweep.text();
    lines.forEach(command.commandLine().getOut()::println);
  }
}
