package oxus.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import oxus.ingest.BadInputException;
import oxus.ingest.scenario.Reject;
import oxus.schemas.AvroFile;
import oxus.schemas.connect.Deployment;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code oxus record --out DIR}. */
@Command(
    name = "record",
    description =
        "Captures the topics of a running Oxus as a scenario that replays to the same bytes, with"
            + " what came of it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RecordCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Where log.avro and dispositions.avro go, and in outcome the run as it was, for oxus"
              + " diff.")
  private Path out = Path.of("");

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "SERVERS",
      required = true,
      description = "The Kafka that has the topics.")
  private String bootstrapServers = "";

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Prefix of the topics. Default: none, the real thing.")
  private String prefix = "";

  @Mixin private SpanOptions span = new SpanOptions();
  @Mixin private TheatreOption theatre = new TheatreOption();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (Files.exists(out.resolve(HistoryFiles.LOG))) {
      throw new BadInputException(out + " holds a recording already; name another --out");
    }
    Theatre loaded = theatre.load();
    Deployment deployment =
        new Deployment(
                bootstrapServers, prefix, 1, "127.0.0.1", 0, out.resolve("state"), Optional.empty())
            .withKafkaConfig(System.getenv());
    TopicSlice slice = TopicSlice.read(deployment, span);
    Replay replay = new Replay(slice.input("record"), loaded, Optional.empty(), span.until());
    for (Reject reject : replay.rejects()) {
      command.commandLine().getErr().println("rejected " + reject.problem());
    }
    try {
      Files.createDirectories(out);
      Files.write(out.resolve(HistoryFiles.DISPOSITIONS), AvroFile.of(slice.dispositions()));
      slice.outcome().write(out.resolve("outcome"), replay.manifest());
      RunInputs.write(out.resolve("outcome"), replay.records(), replay.rejects());
      // last: a recording without its log is none
      Files.write(out.resolve(HistoryFiles.LOG), AvroFile.of(slice.log()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + out + ": " + e.getMessage(), e);
    }
    command
        .commandLine()
        .getOut()
        .println(
            slice.log().size() + " records, " + slice.outcome().changeCount() + " changes: " + out);
    return ExitCode.FINE;
  }
}
