package oxus.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import oxus.ingest.BadInputException;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import picocli.CommandLine.Option;

/** Which broker to ask, shared by the commands that look into a running deployment. */
final class RunningBroker {
  static final String DEFAULT_SERVERS = "127.0.0.1:9092";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "S",
      defaultValue = DEFAULT_SERVERS,
      description = "The Kafka broker; bin/oxus up prints its own. Default: ${DEFAULT-VALUE}.")
  private String servers = DEFAULT_SERVERS;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "",
      description = "What stands before the topics' names. Default: nothing.")
  private String prefix = "";

  /** A deployment whose broker answers and has the topics. */
  Deployment deployment() {
    return deployment(servers, prefix);
  }

  static Deployment deployment(String servers, String prefix) {
    Deployment deployment =
        new Deployment(
                servers, prefix, 1, "127.0.0.1", 0, Path.of("data", "state"), Optional.empty())
            .withKafkaConfig(System.getenv());
    try {
      new TopicAdmin(deployment).requireTopics(PATIENCE);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
    return deployment;
  }
}
