package oxus.schemas.connect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import oxus.schemas.DeadLetter;
import oxus.schemas.Topics;

/** Reads the dead letters, and puts their records back to where they came from, once each. */
public final class DeadLetterBox {
  /** Header of a record that was put back: the id of its dead letter. */
  public static final String HEADER = "oxus-dead-letter";

  private static final String NAME = "redrive";
  private static final Duration POLL = Duration.ofMillis(200);

  private final Deployment deployment;

  public DeadLetterBox(Deployment deployment) {
    this.deployment = deployment;
  }

  /**
   * Where a record stands that was put back.
   *
   * @param isNew false when it had been put back before
   */
  public record Redriven(String topic, int partition, long offset, boolean isNew) {}

  /** Hands on every dead letter, oldest first. */
  public void readAll(Consumer<DeadLetter> letters) {
    try (TopicReader reader = new TopicReader(deployment, "dead-letters")) {
      reader.readAll(
          Topics.DEAD_LETTERS,
          record -> {
            if (record.value() instanceof DeadLetter letter) {
              letters.accept(letter);
            }
          });
    }
  }

  /** By its id: topic, partition and offset of the culprit, with dashes between. */
  public Optional<DeadLetter> find(String id) {
    AtomicReference<@Nullable DeadLetter> found = new AtomicReference<>();
    readAll(
        letter -> {
          if (DeadLetters.key(letter).equals(id)) {
            found.set(letter);
          }
        });
    return Optional.ofNullable(found.get());
  }

  /**
   * Puts key and value back, byte for byte, at the end of the partition that they came from.
   *
   * @throws IllegalArgumentException when they came from no topic of this deployment
   */
  public Redriven redrive(DeadLetter letter) {
    boolean isOurs =
        Topics.all().stream()
            .anyMatch(topic -> topic.in(deployment.prefix()).equals(letter.getTopic()));
    if (!isOurs) {
      throw new IllegalArgumentException(
          "dead letter "
              + DeadLetters.key(letter)
              + " comes from '"
              + letter.getTopic()
              + "', which is no topic under the prefix '"
              + deployment.prefix()
              + "'; put it back by hand");
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(deployment, NAME),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      // ends what somebody else was about to put back, so that the look before sees it
      producer.initTransactions();
      Optional<Redriven> before = before(letter);
      return before.isPresent() ? before.get() : send(producer, letter);
    }
  }

  private static Redriven send(KafkaProducer<byte[], byte[]> producer, DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            letter.getTopic(),
            letter.getPartition(),
            letter.getKey().map(DeadLetterBox::bytes).orElse(null),
            letter.getValue().map(DeadLetterBox::bytes).orElse(null));
    record.headers().add(HEADER, id(letter));
    producer.beginTransaction();
    Future<RecordMetadata> sent = producer.send(record);
    producer.commitTransaction();
    return new Redriven(letter.getTopic(), letter.getPartition(), offset(sent), true);
  }

  /** The commit went through, so this is known. */
  private static long offset(Future<RecordMetadata> sent) {
    try {
      return sent.get().offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException("committed, but not written: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted after the commit", e);
    }
  }

  private Optional<Redriven> before(DeadLetter letter) {
    TopicPartition origin = new TopicPartition(letter.getTopic(), letter.getPartition());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, NAME),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(origin));
      consumer.seek(origin, letter.getOffset());
      long end = consumer.endOffsets(List.of(origin)).getOrDefault(origin, 0L);
      while (consumer.position(origin) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (isOf(letter, record)) {
            return Optional.of(
                new Redriven(record.topic(), record.partition(), record.offset(), false));
          }
        }
      }
      return Optional.empty();
    }
  }

  private static boolean isOf(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(HEADER);
    return header != null && Arrays.equals(header.value(), id(letter));
  }

  private static byte[] id(DeadLetter letter) {
    return DeadLetters.key(letter).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
