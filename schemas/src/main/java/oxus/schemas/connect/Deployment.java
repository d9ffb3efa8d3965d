package oxus.schemas.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a deployment that environment variables may set; everything else is the theatre's
 * and the policy's business.
 *
 * @param bootstrapServers Kafka, {@code OXUS_BOOTSTRAP_SERVERS}
 * @param prefix put before every topic, group and transaction name, {@code OXUS_TOPIC_PREFIX};
 *     replays and drills have one
 * @param partitions of the topics that scale, {@code OXUS_PARTITIONS}
 * @param host address that the HTTP port is bound to, {@code OXUS_HOST}
 * @param port HTTP port, {@code OXUS_PORT}; 0: any free one
 * @param stateFolder where Kafka Streams keeps its working files, {@code OXUS_STATE_DIR}
 * @param theatreFolder the theatre's files, {@code OXUS_THEATRE}; empty: the default theatre
 * @param kafkaConfig settings of all clients, {@code OXUS_KAFKA_CONFIG}: how a broker is reached
 *     that asks for more than its address
 */
public record Deployment(
    String bootstrapServers,
    String prefix,
    int partitions,
    String host,
    int port,
    Path stateFolder,
    Optional<Path> theatreFolder,
    Optional<Path> kafkaConfig) {

  /** The prefix of everything that must never be taken for the real thing. */
  public static final String EXERCISE = "exercise-";

  public Deployment {
    if (!prefix.matches("[a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "topic prefix '" + prefix + "' may hold lower-case letters, digits and dashes only");
    }
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "the number of partitions (OXUS_PARTITIONS, --partitions) is "
              + partitions
              + "; it must be 1 or more");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "the port (OXUS_PORT, --port) is " + port + "; it must be 0 to 65535");
    }
  }

  /** A broker that asks for nothing but its address. */
  public Deployment(
      String bootstrapServers,
      String prefix,
      int partitions,
      String host,
      int port,
      Path stateFolder,
      Optional<Path> theatreFolder) {
    this(
        bootstrapServers,
        prefix,
        partitions,
        host,
        port,
        stateFolder,
        theatreFolder,
        Optional.empty());
  }

  /** The same, with the settings of Kafka clients that the environment names. */
  public Deployment withKafkaConfig(Map<String, String> environment) {
    return new Deployment(
        bootstrapServers,
        prefix,
        partitions,
        host,
        port,
        stateFolder,
        theatreFolder,
        file(environment, "OXUS_KAFKA_CONFIG"));
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming the variable and what to write
   */
  public static Deployment of(Map<String, String> environment) {
    Deployment deployment =
        new Deployment(
            environment.getOrDefault("OXUS_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            environment.getOrDefault("OXUS_TOPIC_PREFIX", ""),
            number(environment, "OXUS_PARTITIONS", 6),
            environment.getOrDefault("OXUS_HOST", "127.0.0.1"),
            number(environment, "OXUS_PORT", 8080),
            Path.of(environment.getOrDefault("OXUS_STATE_DIR", "data/state")),
            file(environment, "OXUS_THEATRE"));
    return deployment.withKafkaConfig(environment);
  }

  private static Optional<Path> file(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }

  /** Whether this deployment's alerts are an exercise, by its topic prefix. */
  public boolean isExercise() {
    return prefix.startsWith(EXERCISE);
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is '" + text + "'; write a whole number", e);
    }
  }
}
