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
import oxus.ingest.Scenarios;
import oxus.standalone.backtest.Backtest;
import oxus.standalone.backtest.BacktestJson;
import oxus.standalone.backtest.BacktestPage;
import oxus.standalone.backtest.BacktestText;
import oxus.standalone.backtest.Baselines;
import oxus.standalone.backtest.Facts;
import oxus.standalone.backtest.LevelChart;
import oxus.standalone.backtest.LevelRun;
import oxus.standalone.backtest.MilestoneReader;
import oxus.standalone.backtest.Scorecard;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine.Command;
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
  @Parameters(
      paramLabel = "SOURCE",
      description =
          "What to replay: a shipped scenario (summer-2021), a CSV file of reports, or articles as for replay.")
  private String source = "";

  @Option(
      names = "--milestones",
      paramLabel = "FILE",
      description =
          "What should have moved levels, and when; its form is told in docs/backtest.md. Default: those shipped with the scenario.")
  private @Nullable String milestones;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy to judge under; may be repeated. Default: the theatre's own.")
  private List<Path> policies = new ArrayList<>();

  @Option(
      names = "--theatre",
      paramLabel = "DIR",
      description =
          "The theatre's folder. Default: the shipped theatre CA, Afghanistan and its neighbours.")
  private @Nullable Path theatre;

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "For a folder of texts: a file with columns doc,published,source.")
  private @Nullable Path manifest;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or ndjson. Default: ${DEFAULT-VALUE}.")
  private String output = "text";

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
    check();
    Theatre loaded =
        Optional.ofNullable(theatre).map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
    String file = milestones == null ? source : milestones;
    MilestoneReader.Reading reading =
        MilestoneReader.read(loaded, file, Scenarios.milestones(file));
    PrintWriter err = command.commandLine().getErr();
    if (!reading.problems().isEmpty()) {
      reading.problems().forEach(problem -> err.println("oxus: " + problem));
      return ExitCode.BAD_INPUT;
    }
    ReplayInput input = new ReplayInputs(loaded, Optional.ofNullable(manifest)).read(source);
    input.rejects().forEach(reject -> err.println("rejected " + reject));
    Facts facts =
        Facts.of(loaded, input.events())
            .orElseThrow(
                () -> new BadInputException(source + " holds no report; there is nothing to test"));
    Backtest backtest = new Backtest(facts, reading.milestones());
    List<Scorecard> cards = runs(input, loaded, facts).stream().map(backtest::score).toList();
    tell(cards, facts);
    return input.rejects().isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  private void check() {
    if (!output.equals("text") && !output.equals("ndjson")) {
      throw new ParameterException(
          command.commandLine(), "--output is '" + output + "'; write text or ndjson");
    }
    if (milestones == null && !Scenarios.SHIPPED.contains(source)) {
      throw new ParameterException(
          command.commandLine(), source + " is shipped with no milestones; name --milestones FILE");
    }
  }

  /** The policies in the order of the command line, then what they must beat. */
  private List<LevelRun> runs(ReplayInput input, Theatre loaded, Facts facts) {
    List<LevelRun> runs = new ArrayList<>();
    if (policies.isEmpty()) {
      runs.add(run("policy", input, loaded));
    }
    for (Path policy : policies) {
      runs.add(run(policy.toString(), input, loaded.under(TheatreOption.policy(policy, loaded))));
    }
    Baselines baselines = new Baselines(facts);
    runs.add(baselines.alwaysHigh());
    runs.add(baselines.byCount(runs.get(0)));
    return runs;
  }

  private static LevelRun run(String name, ReplayInput input, Theatre judged) {
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
    List<String> lines = output.equals("ndjson") ? BacktestJson.of(cards) : BacktestText.of(cards);
    lines.forEach(command.commandLine().getOut()::println);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadInputException("cannot write " + file + ": " + e.getMessage());
    }
  }
}
