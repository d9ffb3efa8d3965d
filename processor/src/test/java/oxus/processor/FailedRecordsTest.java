package oxus.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeadLetter;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.UnusableRecordException;

/** What becomes of a record at which a step throws. */
class FailedRecordsTest {
  @TempDir Path folder;

  @Test
  void isPutAsideWhenTheStepSaysThatItCannotBeUsed() {
    try (TopologyTestDriver driver = driver(new UnusableRecordException("no sector; name one"))) {
      send(driver);

      assertThat(
              driver
                  .createOutputTopic(
                      "dead-letters",
                      new StringDeserializer(),
                      AvroSerde.of(DeadLetter.class).deserializer())
                  .readValue()
                  .getMessage())
          .isEqualTo("step: no sector; name one");
    }
  }

  @Test
  void stopsTheAppWhenTheStepMayHaveDoneHalfOfItsWork() {
    try (TopologyTestDriver driver = driver(new IllegalStateException("a bug"))) {
      assertThatThrownBy(() -> send(driver)).hasRootCauseMessage("a bug");
    }
  }

  private TopologyTestDriver driver(RuntimeException thrown) {
    Topology topology =
        new Topology()
            .addSource("in", new StringDeserializer(), new StringDeserializer(), "in")
            .addProcessor("step", () -> new Failing(thrown), "in");
    Deployment deployment =
        new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", 0, folder, Optional.empty());
    Properties settings = KafkaSettings.streams(deployment, "processor");
    settings.put("processing.guarantee", "at_least_once");
    return new TopologyTestDriver(topology, settings);
  }

  private record Failing(RuntimeException thrown) implements Processor<String, String, Void, Void> {
    @Override
    public void process(Record<String, String> record) {
      throw thrown;
    }
  }

  private static void send(TopologyTestDriver driver) {
    driver
        .createInputTopic("in", new StringSerializer(), new StringSerializer())
        .pipeInput("key", "value");
  }
}
