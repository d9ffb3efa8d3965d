package oxus.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.kafka.KafkaContainer;
import oxus.schemas.Topics;
import oxus.standalone.OxusProcess;

/** The whole pipeline on a broker in a container: scenario in, changes of level out. */
@RequiresContainers
@Timeout(value = 300, unit = SECONDS)
class PipelineContainerIT {
  private static final String SCENARIO = "summer-2021";

  /**
   * One for each test: on a broker that knows the scenario, a replay goes on where another stopped.
   */
  private final KafkaContainer broker = BrokerImage.configured().container();

  @BeforeEach
  void startBroker() {
    broker.start();
  }

  @AfterEach
  void stopBroker() {
    broker.stop();
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 3})
  void givesTheSameBytesThroughARealBrokerAsInProcess(int partitions, @TempDir Path folder)
      throws Exception {
    Path pure = replay(folder.resolve("pure"));
    Path brokered =
        replay(
            folder.resolve("brokered"),
            "--bootstrap-servers",
            broker.getBootstrapServers(),
            "--partitions",
            Integer.toString(partitions));

    assertThat(sectorLogPartitions()).isEqualTo(partitions);
    assertThat(changes(brokered)).isNotEmpty().isEqualTo(changes(pure));
    assertThat(brokered.resolve("assessments.ndjson"))
        .hasSameBinaryContentAs(pure.resolve("assessments.ndjson"));
  }

  private int sectorLogPartitions() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBootstrapServers()))) {
      List<String> logs =
          admin.listTopics().names().get(60, SECONDS).stream()
              .filter(name -> name.endsWith(Topics.SECTOR_LOG.name()))
              .toList();
      assertThat(logs).hasSize(1);
      return requireNonNull(
              admin.describeTopics(logs).allTopicNames().get(60, SECONDS).get(logs.get(0)))
          .partitions()
          .size();
    }
  }

  private static List<String> changes(Path run) throws IOException {
    return Files.readAllLines(run.resolve("changes.ndjson"), UTF_8);
  }

  /** Runs the command as a user does, in a JVM of its own. */
  private static Path replay(Path out, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("replay", SCENARIO, "--out", out.toString()));
    arguments.addAll(List.of(options));
    OxusProcess.logging(Path.of(out + ".log")).run(arguments.toArray(String[]::new));
    return out;
  }
}
