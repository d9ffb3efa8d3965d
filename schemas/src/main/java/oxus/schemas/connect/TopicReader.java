package oxus.schemas.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import oxus.schemas.AvroSerde;
import oxus.schemas.Topic;

/**
 * Reads a topic whole, from its first record to the last committed one, and tells how far groups
 * have come.
 */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * So many polls in a row may bring nothing: a minute, twice as long as a transaction may stay
   * open. Whoever waits longer, waits for nobody.
   */
  private static final int PATIENCE = 300;

  private final String prefix;
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Deployment deployment;

  public TopicReader(Deployment deployment, String name) {
    this.deployment = deployment;
    this.prefix = deployment.prefix();
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, name),
            new StringDeserializer(),
            AvroSerde.of(SpecificRecord.class).deserializer());
  }

  /**
   * Hands on every committed record of a topic, partition by partition in order; waits for
   * transactions that were open.
   *
   * @return the offset of the last record seen, by partition; partitions without records are absent
   * @throws TimeoutException when nothing comes for a minute, though more is written: the broker is
   *     gone, or a transaction in it never ends
   */
  public Map<Integer, Long> readAll(
      Topic topic, Consumer<ConsumerRecord<String, SpecificRecord>> records) {
    Set<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return readOn(topic, partitions, records);
  }

  /** As {@link #readAll}, but for records that Kafka got at a moment or later. */
  public Map<Integer, Long> readSince(
      Topic topic, Instant since, Consumer<ConsumerRecord<String, SpecificRecord>> records) {
    Set<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    consumer.seekToEnd(partitions);
    found.forEach(
        (partition, offset) -> {
          if (offset != null) {
            consumer.seek(partition, offset.offset());
          }
        });
    return readOn(topic, partitions, records);
  }

  private Map<Integer, Long> readOn(
      Topic topic,
      Set<TopicPartition> partitions,
      Consumer<ConsumerRecord<String, SpecificRecord>> records) {
    Map<TopicPartition, Long> ends = writtenUpTo(partitions);
    Map<Integer, Long> last = new TreeMap<>();
    int silent = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      ConsumerRecords<String, SpecificRecord> polled = consumer.poll(POLL);
      for (ConsumerRecord<String, SpecificRecord> record : polled) {
        records.accept(record);
        last.put(record.partition(), record.offset());
      }
      silent = polled.isEmpty() ? silent + 1 : 0;
      if (silent == PATIENCE) {
        throw new TimeoutException(
            "the broker at "
                + deployment.bootstrapServers()
                + " has sent nothing of topic '"
                + topic.in(prefix)
                + "' for a minute, though there is more in it");
      }
    }
    return last;
  }

  /**
   * How far the partitions are written, open transactions included. A transaction's offsets may
   * show as committed before its records do; reading up to here waits for those records.
   */
  private Map<TopicPartition, Long> writtenUpTo(Set<TopicPartition> partitions) {
    Properties settings = KafkaSettings.reader(deployment, "written-up-to");
    settings.put("isolation.level", "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> any =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return any.endOffsets(partitions);
    }
  }

  /** Whether an app has committed its work on each of these records. */
  public boolean isPast(String app, Topic topic, Map<Integer, Long> offsets) {
    Properties settings = KafkaSettings.reader(deployment, "progress-of-" + app);
    settings.put("group.id", prefix + app);
    try (KafkaConsumer<String, SpecificRecord> group =
        new KafkaConsumer<>(
            settings,
            new StringDeserializer(),
            AvroSerde.of(SpecificRecord.class).deserializer())) {
      Map<TopicPartition, OffsetAndMetadata> committed = group.committed(partitions(topic));
      return offsets.entrySet().stream()
          .allMatch(
              offset -> {
                OffsetAndMetadata done =
                    committed.get(new TopicPartition(topic.in(prefix), offset.getKey()));
                return done != null && done.offset() > offset.getValue();
              });
    }
  }

  private Set<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.in(prefix)).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toSet());
  }

  /** The partitions of a topic, in order. */
  public List<Integer> partitionsOf(Topic topic) {
    return partitions(topic).stream().map(TopicPartition::partition).sorted().toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
