package oxus.schemas.connect;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import oxus.schemas.Topic;

/** Tells how far an app has come in a topic: what it has committed. */
public final class GroupProgress implements AutoCloseable {
  private final String prefix;
  private final KafkaConsumer<byte[], byte[]> group;

  public GroupProgress(Deployment deployment, String app) {
    this.prefix = deployment.prefix();
    Properties settings = KafkaSettings.reader(deployment, "progress-of-" + app);
    settings.put("group.id", prefix + app);
    this.group =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** The offset that comes next, by partition; partitions without a commit are absent. */
  public Map<Integer, Long> committed(Topic topic) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        group.committed(
            group.partitionsFor(topic.in(prefix)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet()));
    Map<Integer, Long> next = new TreeMap<>();
    committed.forEach(
        (partition, done) -> {
          if (done != null) {
            next.put(partition.partition(), done.offset());
          }
        });
    return next;
  }

  /** Whether what comes next lies behind each of these records. */
  public static boolean isPast(Map<Integer, Long> committed, Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .allMatch(offset -> committed.getOrDefault(offset.getKey(), 0L) > offset.getValue());
  }

  @Override
  public void close() {
    group.close();
  }
}
