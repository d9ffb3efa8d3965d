package oxus.standalone;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import oxus.schemas.AvroSerde;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/** Prints changes as they are committed, from the first on. */
final class ChangePrinter implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, ThreatLevelChange> consumer;
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
            new StringDeserializer(),
            AvroSerde.of(ThreatLevelChange.class).deserializer());
    TopicPartition changes =
        new TopicPartition(Topics.THREAT_LEVEL_CHANGES.in(deployment.prefix()), 0);
    consumer.assign(List.of(changes));
    consumer.seekToBeginning(List.of(changes));
  }

  void start() {
    thread.start();
  }

  /** Waits until this many changes are printed. */
  void printed(int count) throws InterruptedException {
    printed.acquire(count);
  }

  private void run() {
    try {
      while (true) {
        for (ConsumerRecord<String, ThreatLevelChange> record : consumer.poll(POLL)) {
          out.println(ChangeLine.of(record.value(), colour));
          printed.release();
        }
      }
    } catch (WakeupException e) {
      consumer.close();
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
