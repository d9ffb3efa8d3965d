package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import oxus.alerts.history.Found;
import oxus.schemas.AvroSerde;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.connect.Deployment;

/** The past is what the topic says, or it is not told. */
class TopicArchiveTest {
  // before the first record is built: it tells Avro which classes to trust
  private static final AvroSerde<SpecificRecord> SERDE = AvroSerde.of(SpecificRecord.class);
  private static final TopicPartition CHANGES = new TopicPartition("threat-level-changes", 0);

  private final Deployment nowhere =
      new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", 0, Path.of("state"), Optional.empty());
  private final MockConsumer<byte[], byte[]> topic = new MockConsumer<>("earliest");
  private final TopicArchive archive = new TopicArchive(nowhere, topic);
  private final ThreatLevelChange change =
      Examples.change("XA-XB/NORTH", 1, ThreatLevel.LOW, ThreatLevel.SEVERE);

  @Test
  void tellsNothingWhileTheBrokerSendsNothingAndTheTruthLater() {
    note(change, 0);

    assertThatThrownBy(() -> archive.change(change.getSector(), change.getAt()))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("threat-level-changes-0 up to offset 0");

    send(0, encoded(change));
    assertThat(archive.change(change.getSector(), change.getAt()).map(Found::record))
        .contains(change);
  }

  @Test
  void passesByARecordThatCannotBeRead() {
    note(change, 0);
    Instant later = change.getAt().plusSeconds(3600);
    note(ThreatLevelChange.newBuilder(change).setAt(later).build(), 2);
    send(0, encoded(change));
    send(1, new byte[] {1, 2, 3});

    assertThat(archive.change(change.getSector(), change.getAt()).map(Found::offset)).contains(0L);
  }

  private void note(ThreatLevelChange noted, long offset) {
    archive.note(new ConsumerRecord<>(CHANGES.topic(), 0, offset, new byte[0], new byte[0]), noted);
  }

  /** Records reach a consumer that has the partition, at its next poll. */
  private void send(long offset, byte[] value) {
    topic.updateBeginningOffsets(Map.of(CHANGES, 0L));
    topic.schedulePollTask(
        () ->
            topic.addRecord(new ConsumerRecord<>(CHANGES.topic(), 0, offset, new byte[0], value)));
  }

  private static byte[] encoded(SpecificRecord record) {
    return SERDE.serializer().serialize("", record);
  }
}
