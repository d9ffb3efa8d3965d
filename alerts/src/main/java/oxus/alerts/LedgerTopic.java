package oxus.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/** The delivery ledger in Kafka: read from its first entry, then followed, and written to. */
public final class LedgerTopic implements Ledger, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerTopic.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicPartition partition;
  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final List<Future<?>> unconfirmed = new ArrayList<>();

  public LedgerTopic(Deployment deployment, String name) {
    this.partition = new TopicPartition(Topics.DELIVERY_LEDGER.in(deployment.prefix()), 0);
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, name),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    Properties settings = KafkaSettings.client(deployment, name);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    this.producer =
        new KafkaProducer<>(
            settings, new StringSerializer(), AvroSerde.of(SpecificRecord.class).serializer());
  }

  /** Every entry, oldest first; {@link #news()} follows from there. */
  public List<DeliveryAttempt> readAll() {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    List<DeliveryAttempt> entries = new ArrayList<>();
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(stored -> read(stored, entries));
    }
    return entries;
  }

  /** What was written since, by whomever. */
  List<DeliveryAttempt> news() {
    List<DeliveryAttempt> entries = new ArrayList<>();
    consumer.poll(Duration.ZERO).forEach(stored -> read(stored, entries));
    return entries;
  }

  private void read(ConsumerRecord<byte[], byte[]> stored, List<DeliveryAttempt> entries) {
    try {
      if (decoder.deserialize(stored.topic(), stored.value()) instanceof DeliveryAttempt entry) {
        entries.add(entry);
      }
    } catch (SerializationException e) {
      LOG.atWarn().addKeyValue("offset", stored.offset()).log("unreadable ledger entry");
    }
  }

  @Override
  public void append(DeliveryAttempt entry) {
    unconfirmed.add(
        producer.send(new ProducerRecord<>(partition.topic(), entry.getSubscription(), entry)));
  }

  @Override
  public void flush() {
    if (unconfirmed.isEmpty()) {
      return;
    }
    producer.flush();
    try {
      for (Future<?> written : unconfirmed) {
        written.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the delivery ledger cannot be written", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was written", e);
    }
    unconfirmed.clear();
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
