package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.schemas.connect.Deployment;
import oxus.standalone.replay.RunFolder;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus replay SOURCE --out DIR}. */
@Command(
    name = "replay",
    description =
        "Replays history and writes what it led to. The same history gives the same bytes, in process or brokered.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SOURCE",
      description =
          "A shipped scenario (summer-2021), a CSV file of reports, a folder of articles, or an NDJSON file of articles.")
  private String source = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where changes.ndjson, assessments.ndjson, dispositions.ndjson and manifest.json go.")
  private Path out = Path.of("");

  @Mixin private TheatreOption theatre = new TheatreOption();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "For a folder of texts: a file with columns doc,published,source.")
  private @Nullable Path manifest;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Know nothing after this instant, for example 2021-07-15T00:00:00Z.")
  private @Nullable Instant until;

  @Option(
      names = "--ticks",
      paramLabel = "DURATION",
      description =
          "Put further ticks between the reports, for example PT1M or P1D. They change nothing.")
  private @Nullable Duration ticks;

  @Option(
      names = "--embedded",
      description = "Go through an embedded broker instead of the pure core.")
  private boolean embedded;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "SERVERS",
      description = "Go through this Kafka, under a topic prefix of its own.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "Partitions of the topics that scale, brokered only. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the embedded broker's data here; the same command resumes a run that was cut off.")
  private @Nullable Path data;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Theatre loaded = theatre.load();
    ReplayInput input = new ReplayInputs(loaded, Optional.ofNullable(manifest)).read(source);
    PrintWriter err = command.commandLine().getErr();
    for (Problem reject : input.rejects()) {
      err.println("rejected " + reject);
    }
    Replay replay =
        new Replay(input, loaded, Optional.ofNullable(ticks), Optional.ofNullable(until));
    Progress progress = new Progress(err, "replay", replay.size());
    RunFolder run =
        embedded || bootstrapServers != null
            ? brokered(replay, loaded, progress)
            : replay.inProcess(progress::at);
    run.write(out, replay.manifest());
    command
        .commandLine()
        .getOut()
        .println(
            run.changeCount()
                + " changes, "
                + run.assessmentCount()
                + " assessments, "
                + replay.manifest().reports()
                + " reports, "
                + input.rejects().size()
                + " rejected: "
                + out);
    return input.rejects().isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  private RunFolder brokered(Replay replay, Theatre loaded, Progress progress) {
    String prefix =
        Deployment.EXERCISE
            + "replay-"
            + replay.manifest().hash()
            + "-"
            + replay.size()
            + "-p"
            + partitions
            + "-";
    if (bootstrapServers != null) {
      return through(bootstrapServers, prefix, dataFolder(), replay, loaded, progress);
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(dataFolder().resolve("kafka"), 0)) {
      return through(broker.bootstrapServers(), prefix, dataFolder(), replay, loaded, progress);
    }
  }

  private RunFolder through(
      String servers,
      String prefix,
      Path folder,
      Replay replay,
      Theatre loaded,
      Progress progress) {
    Deployment deployment =
        new Deployment(
            servers, prefix, partitions, "127.0.0.1", 0, folder.resolve("state"), Optional.empty());
    try (Pipeline pipeline = Pipeline.silent(deployment, loaded)) {
      replay.publish(deployment, progress::at);
      return replay.collect(deployment, pipeline);
    }
  }

  private Path dataFolder() {
    if (data == null) {
      data = TemporaryFolder.create("oxus-replay-");
      TemporaryFolder.deleteOnExit(data);
    }
    return data;
  }
}
