package oxus.schemas.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.AvroSerde;
import oxus.schemas.Topic;

/** Reads a topic whole, from its first record to the last committed one. */
public final class TopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * So many polls in a row may bring nothing: a minute, twice as long as a transaction may stay
   * open. Whoever waits longer, waits for nobody.
   */
  private static final int PATIENCE = 300;

  private final String prefix;
  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaConsumer<byte[], byte[]> uncommitted;
  private final Deployment deployment;
  private long unreadable;

  public TopicReader(Deployment deployment, String name) {
    this.deployment = deployment;
    this.prefix = deployment.prefix();
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, name),
            new StringDeserializer(),
            // decoded one by one below: a poll that fails at one record never gets past it
            new ByteArrayDeserializer());
    Properties settings = KafkaSettings.reader(deployment, name + "-written-up-to");
    settings.put("isolation.level", "read_uncommitted");
    this.uncommitted =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** How many records could not be read so far; they are passed by. */
  public long unreadable() {
    return unreadable;
  }

  /**
   * Hands on every committed record of a topic, partition by partition in order; waits for
   * transactions that were open. What cannot be read is passed by and counted.
   *
   * @return the offset of the last record seen, by partition; partitions without records are absent
   * @throws TimeoutException when nothing comes for a minute, though more is written: the broker is
   *     gone, or a transaction in it never ends
   */
  public Map<Integer, Long> readAll(
      Topic topic, Consumer<ConsumerRecord<String, SpecificRecord>> records) {
    return readAfter(topic, Map.of(), records);
  }

  /**
   * As {@link #readAll}, but goes on behind what it returned before.
   *
   * @param last offsets that were seen, by partition
   */
  public Map<Integer, Long> readAfter(
      Topic topic,
      Map<Integer, Long> last,
      Consumer<ConsumerRecord<String, SpecificRecord>> records) {
    Set<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    last.forEach(
        (partition, offset) ->
            consumer.seek(new TopicPartition(topic.in(prefix), partition), offset + 1));
    Map<Integer, Long> seen = new TreeMap<>(last);
    seen.putAll(readOn(topic, partitions, records));
    return seen;
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
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> stored : polled) {
        decoded(stored).ifPresent(records);
        last.put(stored.partition(), stored.offset());
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

  /** Empty for what no reader of ours can use; the first of a reader's life is logged. */
  private Optional<ConsumerRecord<String, SpecificRecord>> decoded(
      ConsumerRecord<String, byte[]> stored) {
    try {
      SpecificRecord record = decoder.deserialize(stored.topic(), stored.value());
      if (record != null) {
        return Optional.of(
            new ConsumerRecord<>(
                stored.topic(), stored.partition(), stored.offset(), stored.key(), record));
      }
    } catch (SerializationException e) {
      LOG.debug("unreadable record", e);
    }
    unreadable++;
    if (unreadable == 1) {
      LOG.atWarn()
          .addKeyValue("topic", stored.topic())
          .addKeyValue("partition", stored.partition())
          .addKeyValue("offset", stored.offset())
          .log("unreadable record is passed by; further ones are only counted");
    }
    return Optional.empty();
  }

  /**
   * How far the partitions are written, open transactions included. A transaction's offsets may
   * show as committed before its records do; reading up to here waits for those records.
   */
  private Map<TopicPartition, Long> writtenUpTo(Set<TopicPartition> partitions) {
    return uncommitted.endOffsets(partitions);
  }

  /** Whether an app has committed its work on each of these records. */
  public boolean isPast(String app, Topic topic, Map<Integer, Long> offsets) {
    try (GroupProgress group = new GroupProgress(deployment, app)) {
      return GroupProgress.isPast(group.committed(topic), offsets);
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
    uncommitted.close();
  }
}
