package oxus.alerts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import oxus.schemas.AvroSerde;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/** Finds changes by offset: the latest from memory, older ones from their topic. */
final class ChangeArchive implements Changes, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int KEPT = 1_000;

  private final TopicPartition partition;
  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Long, Optional<ThreatLevelChange>> latest = new LinkedHashMap<>();

  ChangeArchive(Deployment deployment) {
    this.partition = new TopicPartition(Topics.THREAT_LEVEL_CHANGES.in(deployment.prefix()), 0);
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, "webhook-archive"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(List.of(partition));
  }

  /** Remembers a record that was just read; empty when it is no change that can be read. */
  Optional<ThreatLevelChange> keep(ConsumerRecord<byte[], byte[]> stored) {
    Optional<ThreatLevelChange> change = read(stored);
    latest.put(stored.offset(), change);
    if (latest.size() > KEPT) {
      latest.remove(latest.keySet().iterator().next());
    }
    return change;
  }

  @Override
  public Optional<ThreatLevelChange> at(long offset) {
    if (!latest.containsKey(offset)) {
      fetch(offset);
    }
    return latest.getOrDefault(offset, Optional.empty());
  }

  private void fetch(long offset) {
    consumer.seek(partition, offset);
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) <= offset && offset < end) {
      for (ConsumerRecord<byte[], byte[]> stored : consumer.poll(POLL)) {
        if (stored.offset() == offset) {
          keep(stored);
          return;
        }
      }
    }
  }

  private Optional<ThreatLevelChange> read(ConsumerRecord<byte[], byte[]> stored) {
    try {
      return decoder.deserialize(stored.topic(), stored.value()) instanceof ThreatLevelChange change
          ? Optional.of(change)
          : Optional.empty();
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
