package oxus.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.AvroSerde;
import oxus.schemas.Tick;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * Tells the sequencer, once a minute, that time has come to now; nothing after it reads a clock.
 */
final class TickClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TickClock.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final String topic;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  TickClock(Deployment deployment) {
    this.topic = Topics.BORDER_EVENTS.in(deployment.prefix());
    this.producer =
        new KafkaProducer<>(
            KafkaSettings.client(deployment, "clock"),
            new StringSerializer(),
            AvroSerde.of(SpecificRecord.class).serializer());
  }

  void start() {
    // A tick that does not arrive costs nothing: the next one says the same and more.
    Future<?> unused =
        timer.scheduleAtFixedRate(this::tick, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    try {
      Future<RecordMetadata> unused =
          producer.send(new ProducerRecord<>(topic, 0, "Tick", new Tick(now)));
    } catch (KafkaException e) {
      // Thrown from here it would end the timer, and levels would stand still for good.
      LOG.warn("tick not sent; the next one says the same", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }
}
