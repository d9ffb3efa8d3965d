package oxus.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {
  @TempDir Path folder;

  @Test
  void bringsADeploymentsSettingsToEveryClient() throws IOException {
    Deployment deployment = deployment("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n");

    assertThat(
            List.of(
                KafkaSettings.client(deployment, "a"),
                KafkaSettings.reader(deployment, "a"),
                KafkaSettings.transactionalProducer(deployment, "a"),
                KafkaSettings.streams(deployment, "a")))
        .allSatisfy(
            settings ->
                assertThat(settings)
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "PLAIN"));
  }

  @Test
  void keepsWhatTheGuaranteesRestOn() throws IOException {
    Properties settings =
        KafkaSettings.streams(
            deployment("processing.guarantee=at_least_once\nbootstrap.servers=elsewhere:1\n"), "a");

    assertThat(settings)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("bootstrap.servers", "broker:9093");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Deployment deployment =
        Deployment.of(Map.of("OXUS_KAFKA_CONFIG", folder.resolve("none").toString()));

    assertThatThrownBy(() -> KafkaSettings.client(deployment, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OXUS_KAFKA_CONFIG names " + folder.resolve("none"));
  }

  private Deployment deployment(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("kafka.properties"), text);
    return Deployment.of(
        Map.of("OXUS_KAFKA_CONFIG", file.toString(), "OXUS_BOOTSTRAP_SERVERS", "broker:9093"));
  }
}
