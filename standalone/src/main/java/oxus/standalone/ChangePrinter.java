package oxus.standalone;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.AvroSerde;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/** Prints changes as they are committed, from the first on. */
final class ChangePrinter implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(ChangePrinter.class);
  private static final int PATIENCE_SECONDS = 60;

  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final PrintWriter out;
  private final boolean colour;
  private final Semaphore printed = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "change-printer");

  ChangePrinter(Deployment deployment, PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, "change-printer"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition changes =
        new TopicPartition(Topics.THREAT_LEVEL_CHANGES.in(deployment.prefix()), 0);
    consumer.assign(List.of(changes));
    consumer.seekToBeginning(List.of(changes));
  }

  void start() {
    thread.start();
  }

  /**
   * Waits until this many changes are printed.
   *
   * @throws DeadlineException when none comes any more
   */
  void printed(int count) throws InterruptedException {
    int silent = 0;
    for (int missing = count; missing > 0; ) {
      if (printed.tryAcquire(1, TimeUnit.SECONDS)) {
        missing--;
        silent = 0;
      } else if (++silent == PATIENCE_SECONDS || !thread.isAlive()) {
        throw new DeadlineException(
            missing
                + " of "
                + count
                + " changes did not come to be printed; OXUS_LOG=WARN tells what happened");
      }
    }
  }

  private void run() {
    try {
      while (true) {
        consumer.poll(POLL).forEach(this::print);
      }
    } catch (WakeupException e) {
      LOG.debug("printer stops", e);
    } catch (KafkaException e) {
      LOG.warn("changes are no longer printed", e);
    } finally {
      consumer.close();
    }
  }

  private void print(ConsumerRecord<byte[], byte[]> stored) {
    try {
      if (decoder.deserialize(stored.topic(), stored.value()) instanceof ThreatLevelChange change) {
        out.println(ChangeLine.of(change, colour));
        printed.release();
      }
    } catch (SerializationException e) {
      LOG.atWarn()
          .addKeyValue("topic", stored.topic())
          .addKeyValue("offset", stored.offset())
          .log("unreadable change is not printed");
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
