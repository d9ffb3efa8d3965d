package oxus.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.kafka.KafkaContainer;
import oxus.standalone.OxusProcess;

/** The whole pipeline on a broker in a container: scenario in, changes of level out. */
@RequiresContainers
@Timeout(value = 300, unit = SECONDS)
class PipelineContainerIT {
  private static final String SCENARIO = "summer-2021";
  private static final KafkaContainer BROKER = BrokerImage.configured().container();

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() {
    BROKER.start();
  }

  @AfterAll
  static void stopBroker() {
    BROKER.stop();
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 3})
  void givesTheSameBytesThroughARealBrokerAsInProcess(int partitions) throws Exception {
    Path pure = replay("pure");
    Path brokered =
        replay(
            "brokered",
            "--bootstrap-servers",
            BROKER.getBootstrapServers(),
            "--partitions",
            Integer.toString(partitions));

    assertThat(changes(brokered)).isNotEmpty().isEqualTo(changes(pure));
    assertThat(brokered.resolve("assessments.ndjson"))
        .hasSameBinaryContentAs(pure.resolve("assessments.ndjson"));
  }

  private static List<String> changes(Path run) throws IOException {
    return Files.readAllLines(run.resolve("changes.ndjson"), UTF_8);
  }

  /** Runs the command as a user does, in a JVM of its own. */
  private Path replay(String name, String... options) throws Exception {
    Path out = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("replay", SCENARIO, "--out", out.toString()));
    arguments.addAll(List.of(options));
    OxusProcess.logging(folder.resolve(name + ".log")).run(arguments.toArray(String[]::new));
    return out;
  }
}
