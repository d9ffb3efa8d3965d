package oxus.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.standalone.backtest.Backtest;
import oxus.standalone.backtest.BacktestJson;
import oxus.standalone.backtest.BacktestPage;
import oxus.standalone.backtest.BacktestText;
import oxus.standalone.backtest.Baselines;
import oxus.standalone.backtest.Facts;
import oxus.standalone.backtest.LevelChart;
import oxus.standalone.backtest.LevelRun;
import oxus.standalone.backtest.Requirement;
import oxus.standalone.backtest.Scorecard;
import oxus.standalone.junit.JunitCase;
import oxus.standalone.junit.JunitXml;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus backtest SOURCE}. */
@Command(
    name = "backtest",
    description =
        "Replays history and scores its levels against dated milestones: policies and two plain baselines side by side.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SOURCE", description = HistoryOptions.SOURCE)
  private String source = "";

  @Mixin private MilestoneOption milestones = new MilestoneOption();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy to judge under; may be repeated. Default: the theatre's own.")
  private List<Path> policies = new ArrayList<>();

  @Mixin private TheatreFolder theatre = new TheatreFolder();
  @Mixin private HistoryOptions history = new HistoryOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--require",
      paramLabel = "THRESHOLD",
      split = ",",
      description =
          "A figure that each policy must reach, for example sensitivity>=0.8 or chatter<=0; may be repeated. Not reached: exit code 1.")
  private List<String> required = new ArrayList<>();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write how the thresholds were met as JUnit XML.")
  private @Nullable Path junit;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with the table, a chart for each run, every milestone and rise.")
  private @Nullable Path html;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write the chart of the first policy.")
  private @Nullable Path svg;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    milestones.check(source);
    List<Requirement> requirements = required.stream().map(this::requirement).toList();
    Theatre loaded = theatre.load();
    MilestoneFile reading = milestones.read(source, loaded);
    PrintWriter err = command.commandLine().getErr();
    if (!reading.problems().isEmpty()) {
      reading.problems().forEach(problem -> err.println("oxus: " + problem));
      return ExitCode.BAD_INPUT;
    }
    ReplayInput input = history.read(source, loaded);
    input.rejects().forEach(reject -> err.println("rejected " + reject.problem()));
    Facts facts =
        Facts.of(loaded, input.events())
            .orElseThrow(
                () -> new BadInputException(source + " holds no report; there is nothing to test"));
    Backtest backtest = new Backtest(facts, reading.milestones());
    List<Scorecard> cards = runs(input, loaded, facts).stream().map(backtest::score).toList();
    tell(cards, facts);
    boolean isMet = areMet(requirements, cards.subList(0, Math.max(1, policies.size())));
    if (!input.rejects().isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    return isMet ? ExitCode.FINE : ExitCode.DIFFERS;
  }

  private Requirement requirement(String text) {
    try {
      return Requirement.of(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--require: " + e.getMessage(), e);
    }
  }

  /** Holds every policy to every threshold; the baselines need not meet any. */
  private boolean areMet(List<Requirement> requirements, List<Scorecard> cards) {
    List<JunitCase> cases = new ArrayList<>();
    for (Scorecard card : cards) {
      for (Requirement requirement : requirements) {
        String name = card.run().name() + ": " + requirement.text();
        String got = requirement.got(card);
        cases.add(
            requirement.isMet(card)
                ? JunitCase.held(name)
                : JunitCase.failed(name, got, got + "\n"));
      }
    }
    List<JunitCase> failed = cases.stream().filter(each -> each.failure().isPresent()).toList();
    PrintWriter err = command.commandLine().getErr();
    failed.forEach(each -> err.println("oxus: not met: " + each.failure().orElseThrow().message()));
    if (junit != null) {
      write(junit, JunitXml.of("backtest", cases));
    }
    return failed.isEmpty();
  }

  /** The policies in the order of the command line, then what they must beat. */
  private List<LevelRun> runs(ReplayInput input, Theatre loaded, Facts facts) {
    List<LevelRun> runs = new ArrayList<>();
    if (policies.isEmpty()) {
      runs.add(run("policy", input, loaded));
    }
    for (Path policy : policies) {
      runs.add(
          run(
              policy.toString(),
              input.withoutPolicies(),
              loaded.under(TheatreOption.policy(policy, loaded))));
    }
    Baselines baselines = new Baselines(facts);
    runs.add(baselines.alwaysHigh());
    runs.add(baselines.byCount(runs.get(0)));
    return runs;
  }

  static LevelRun run(String name, ReplayInput input, Theatre judged) {
    Replay replay = new Replay(input, judged, Optional.empty(), Optional.empty());
    return LevelRun.of(
        name,
        "version " + judged.policy().version(),
        judged.sectors().stream().map(Sector::id).toList(),
        replay.inProcess(done -> {}).changes());
  }

  private void tell(List<Scorecard> cards, Facts facts) {
    if (svg != null) {
      write(svg, LevelChart.of(cards.get(0), facts));
    }
    if (html != null) {
      write(html, BacktestPage.of(source, cards, facts));
    }
    List<String> lines = output.isNdjson() ? BacktestJson.of(cards) : BacktestText.of(cards);
    lines.forEach(command.commandLine().getOut()::println);
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInputException("cannot write " + file + ": " + e.getMessage());
    }
  }
}
