package oxus.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * Publishes a replay's sequence to {@code border-events} exactly once, across any number of
 * restarts: each transaction commits, together with its records, how far the sequence has come, as
 * a consumer group's offset. A restart fences the producer before it and goes on from there.
 */
public final class SequencePublisher {
  private static final int BATCH = 100;
  private static final Duration STARTUP = Duration.ofSeconds(60);

  private final Deployment deployment;
  private final TopicPartition sequencer;

  /** How fast a sequence may go out. */
  public interface Pace {
    /**
     * Waits until there is more to publish.
     *
     * @param next how many records are published
     * @return how many may be; {@code next} itself: publish no more
     */
    int ready(int next);
  }

  public SequencePublisher(Deployment deployment) {
    this.deployment = deployment;
    this.sequencer = new TopicPartition(Topics.BORDER_EVENTS.in(deployment.prefix()), 0);
  }

  /**
   * Publishes what is not there yet.
   *
   * @param source a hash of the sequence: another sequence must not be continued
   * @param progress hears how many records are published
   * @throws BadInputException when the topics already hold another sequence
   */
  public void publish(List<SpecificRecord> records, String source, LongConsumer progress) {
    boolean unused = publish(records, source, next -> records.size(), progress);
  }

  /**
   * The same, in step with a pace.
   *
   * @return whether all is published
   * @throws BadInputException when the topics already hold another sequence
   */
  public boolean publish(
      List<SpecificRecord> records, String source, Pace pace, LongConsumer progress) {
    try (KafkaProducer<String, SpecificRecord> producer = producer();
        KafkaConsumer<byte[], byte[]> progressOf = consumer()) {
      // First fence whoever published before: what it had open is aborted or committed from here
      // on.
      producer.initTransactions();
      int next = published(progressOf, source);
      while (next < records.size()) {
        int end = Math.min(next + BATCH, pace.ready(next));
        if (end == next) {
          return false;
        }
        producer.beginTransaction();
        for (SpecificRecord record : records.subList(next, end)) {
          // a failed send fails the commit
          Future<RecordMetadata> unused =
              producer.send(new ProducerRecord<>(sequencer.topic(), 0, key(record), record));
        }
        producer.sendOffsetsToTransaction(
            Map.of(sequencer, new OffsetAndMetadata(end, source)), progressOf.groupMetadata());
        producer.commitTransaction();
        next = end;
        progress.accept(next);
      }
      return true;
    }
  }

  private int published(KafkaConsumer<byte[], byte[]> progressOf, String source) {
    OffsetAndMetadata last = progressOf.committed(Set.of(sequencer), STARTUP).get(sequencer);
    if (last == null) {
      return 0;
    }
    if (!last.metadata().equals(source)) {
      throw new BadInputException(
          "the topics under prefix '"
              + deployment.prefix()
              + "' hold another replay; choose another --data folder or prefix, or delete that one");
    }
    return (int) last.offset();
  }

  private KafkaProducer<String, SpecificRecord> producer() {
    return new KafkaProducer<>(
        KafkaSettings.transactionalProducer(deployment, "sequencer"),
        new StringSerializer(),
        AvroSerde.of(SpecificRecord.class).serializer());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties settings = KafkaSettings.reader(deployment, "sequencer-progress");
    settings.put("group.id", deployment.prefix() + "sequencer");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String key(SpecificRecord record) {
    return record instanceof BorderEvent event
        ? event.getArticleKey()
        : record.getSchema().getName();
  }
}
