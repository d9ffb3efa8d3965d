package oxus.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import oxus.ingest.scenario.Reject;
import oxus.schemas.connect.Deployment;
import oxus.standalone.replay.RunFolder;
import oxus.standalone.replay.RunManifest;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus replay SOURCE --out DIR}. */
@Command(
    name = "replay",
    description =
        "Replays history and writes what it led to. The same history gives the same bytes, in"
            + " process or brokered.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..1",
      description = HistoryOptions.SOURCE + " Left out with --from-topics.")
  private @Nullable String source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where changes.ndjson, assessments.ndjson, dispositions.ndjson, metrics.json,"
              + " manifest.json and rejects.ndjson go.")
  private Path out = Path.of("");

  @Mixin private TheatreOption theatre = new TheatreOption();
  @Mixin private HistoryOptions history = new HistoryOptions();
  @Mixin private WhatIfOptions whatIf = new WhatIfOptions();
  @Mixin private SpanOptions span = new SpanOptions();
  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--ticks",
      paramLabel = "DURATION",
      description =
          "Put further ticks between the reports, for example PT1M or P1D. They change nothing.")
  private @Nullable Duration ticks;

  @Option(
      names = "--speed",
      paramLabel = "X",
      converter = SpeedConverter.class,
      defaultValue = "max",
      description =
          "How many times faster than it happened, for example 3600; max: as fast as it can."
              + " Default: ${DEFAULT-VALUE}.")
  private SpeedConverter.Speed speed = new SpeedConverter.Speed(Optional.empty());

  @Option(
      names = "--start-paused",
      description = "Get everything ready, then wait for Enter before the first record.")
  private boolean startPaused;

  @Option(
      names = "--resume",
      description =
          "Go on with the run in --out that was cut off; another one there is an error. Without it"
              + " the same command goes on too.")
  private boolean resume;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    Theatre loaded = theatre.load();
    ReplayInput input = input(loaded);
    Replay replay = new Replay(input, loaded, Optional.ofNullable(ticks), until());
    for (Reject reject : replay.rejects()) {
      err.println("rejected " + reject.problem());
    }
    Optional<Instant> before = CutRun.in(out, replay.manifest(), resume);
    CutRun.replaced(out, replay.manifest())
        .ifPresent(
            policy ->
                err.println(
                    out
                        + " held a finished run under policy "
                        + policy
                        + "; this one replaces it"));
    before.ifPresent(at -> err.println("going on with the run that was cut off at " + at));
    RunInputs.write(out, replay.records(), replay.rejects());
    Progress progress = new Progress(err, "replay", replay.size());
    boolean isWhole;
    try (StopSignal stop = new StopSignal(() -> {})) {
      Pace pace = new Pace(replay.records(), speed.factor(), before, stop::isGiven);
      isWhole =
          broker.isUsed(source == null)
              ? brokered(replay, loaded, pace, progress::at)
              : inProcess(replay, pace, progress::at);
    }
    if (!isWhole) {
      err.println("stopped; the same command goes on from here");
      return ExitCode.INTERRUPTED;
    }
    return replay.rejects().isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  private ReplayInput input(Theatre loaded) {
    if (source == null && !whatIf.injected().isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "--inject goes with a SOURCE: write the topics with oxus record first, then replay that");
    }
    ReplayInput input =
        source == null
            ? broker.slice(span, command).input("topics")
            : history.read(source, whatIf.injected(), loaded);
    if (source != null && broker.isFromTopics()) {
      throw new ParameterException(
          command.commandLine(), "both SOURCE and --from-topics are given; leave one out");
    }
    if (source != null && span.since().isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "--since goes with --from-topics only: a level rests on all that came before");
    }
    return whatIf.whatIf().of(theatre.namesPolicy() ? input.withoutPolicies() : input);
  }

  private Optional<Instant> until() {
    return source == null ? Optional.empty() : span.until();
  }

  private boolean inProcess(Replay replay, Pace pace, LongConsumer progress) {
    ready();
    Replay.Outcome outcome = replay.inProcess(pace, progress);
    RunManifest manifest = replay.manifest();
    boolean isWhole = outcome.cut().isEmpty();
    outcome.folder().write(out, isWhole ? manifest : manifest.cutOff(outcome.cut()));
    if (isWhole) {
      tell(outcome.folder().changeCount(), outcome.folder().assessmentCount(), manifest);
    }
    return isWhole;
  }

  private boolean brokered(Replay replay, Theatre loaded, Pace pace, LongConsumer progress) {
    RunManifest manifest = replay.manifest();
    CutRun.mark(out, manifest);
    String prefix =
        Deployment.EXERCISE
            + "replay-"
            + manifest.hash()
            + "-"
            + replay.size()
            + "-p"
            + broker.partitions()
            + "-";
    return broker.run(
        out,
        prefix,
        deployment -> {
          try (Pipeline pipeline = Pipeline.silent(deployment, loaded)) {
            command
                .commandLine()
                .getErr()
                .println("EXERCISE on " + deployment.bootstrapServers() + ", prefix " + prefix);
            ready();
            if (!replay.publish(deployment, pace, progress)) {
              return false;
            }
            RunFolder run = replay.collect(deployment, pipeline);
            run.write(out, manifest);
            tell(run.changeCount(), run.assessmentCount(), manifest);
            return true;
          }
        });
  }

  private void tell(int changes, int assessments, RunManifest manifest) {
    command
        .commandLine()
        .getOut()
        .println(
            changes
                + " changes, "
                + assessments
                + " assessments, "
                + manifest.reports()
                + " reports, "
                + manifest.rejects()
                + " rejected: "
                + out);
  }

  private void ready() {
    if (!startPaused) {
      return;
    }
    command.commandLine().getErr().println("paused; Enter starts the replay");
    try {
      InputStream keys = System.in;
      int key = keys.read();
      while (key != '\n') {
        if (key < 0) {
          throw new ParameterException(
              command.commandLine(),
              "--start-paused waits for Enter, and standard input is closed; leave it out");
        }
        key = keys.read();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
