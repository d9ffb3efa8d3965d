package oxus.standalone.containers;

import org.testcontainers.images.PullPolicy;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The broker's image, and whether it may be fetched: {@code -Dkafka.image} and {@code -Dkafka.pull}
 * (missing or never).
 */
record BrokerImage(String name, Pull pull) {
  enum Pull {
    /** Fetched when the engine does not have it. */
    MISSING,
    /** Must be there: fails at once on a machine that reaches no registry. */
    NEVER
  }

  static BrokerImage configured() {
    return new BrokerImage(
        System.getProperty("kafka.image", "apache/kafka:4.3.1"),
        pull(System.getProperty("kafka.pull", "missing")));
  }

  private static Pull pull(String word) {
    return switch (word) {
      case "missing" -> Pull.MISSING;
      case "never" -> Pull.NEVER;
      default ->
          throw new IllegalArgumentException("-Dkafka.pull=" + word + " is not missing or never");
    };
  }

  KafkaContainer container() {
    return new KafkaContainer(DockerImageName.parse(name).asCompatibleSubstituteFor("apache/kafka"))
        .withImagePullPolicy(pull == Pull.NEVER ? image -> false : PullPolicy.defaultPolicy());
  }
}
