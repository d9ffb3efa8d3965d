package oxus.standalone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oxus.schemas.connect.Deployment;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Through which Kafka a replay goes, if through any, or from which topics it takes its history. */
final class BrokerOptions {
  @Option(
      names = "--embedded",
      description = "Go through an embedded broker instead of the pure core.")
  private boolean embedded;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "SERVERS",
      description =
          "Go through this Kafka, under a topic prefix of its own; with --from-topics: where the"
              + " topics are.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--from-topics",
      description =
          "Take the history from the topics of a running Oxus, from --since to --until, as it"
              + " stands there.")
  private boolean fromTopics;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "Prefix of those topics. Default: none, the real thing.")
  private String prefix = "";

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
          "Keep the embedded broker's data here. Default: in --out until the run is whole.")
  private @Nullable Path data;

  boolean isFromTopics() {
    return fromTopics;
  }

  int partitions() {
    return partitions;
  }

  /** Whether the replay goes through a broker. */
  boolean isUsed(boolean fromTopics) {
    return embedded || (bootstrapServers != null && !fromTopics);
  }

  /** The history in the topics of a running Oxus. */
  TopicSlice slice(SpanOptions span, CommandSpec command) {
    if (!fromTopics || bootstrapServers == null) {
      throw new ParameterException(
          command.commandLine(),
          "nothing to replay; name a SOURCE, or --from-topics with --bootstrap-servers");
    }
    return TopicSlice.read(
        deployment(bootstrapServers, prefix, Path.of(System.getProperty("java.io.tmpdir")))
            .withKafkaConfig(System.getenv()),
        span);
  }

  /** Runs with a broker; what it keeps goes when the run is whole, unless a folder is named. */
  boolean run(Path out, String exercise, Predicate<Deployment> run) {
    Path folder = Optional.ofNullable(data).orElseGet(() -> out.resolve(".broker"));
    boolean isWhole;
    if (bootstrapServers != null && !fromTopics) {
      isWhole =
          run.test(
              deployment(bootstrapServers, exercise, folder.resolve("state"))
                  .withKafkaConfig(System.getenv()));
    } else {
      try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
        isWhole =
            run.test(deployment(broker.bootstrapServers(), exercise, folder.resolve("state")));
      }
    }
    if (isWhole && data == null) {
      TemporaryFolder.delete(folder);
    }
    return isWhole;
  }

  private Deployment deployment(String servers, String topics, Path state) {
    return new Deployment(servers, topics, partitions, "127.0.0.1", 0, state, Optional.empty());
  }
}
