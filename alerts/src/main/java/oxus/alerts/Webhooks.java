package oxus.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.notify.DeliveryBook;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.outbound.Limits;

/**
 * Tells subscribers of changes, for as long as the app runs. Of several processes one delivers; the
 * next goes on from the ledger.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Set<DeliveryStep> REQUESTS =
      Set.of(DeliveryStep.REDRIVE, DeliveryStep.ENABLE);

  private final Deployment deployment;
  private final WebhookConfig config;
  private final InstantSource clock;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final LedgerTopic ledger;
  private final ChangeArchive archive;
  private final OutboundPoster poster;
  private final WebhookMeters meters;
  private final Thread thread;
  private final CountDownLatch owning = new CountDownLatch(1);
  private Optional<WebhookDesk> desk = Optional.empty();
  private volatile boolean stopped;

  /** Ready to start; topics must be there. */
  public Webhooks(
      Deployment deployment, WebhookConfig config, MeterRegistry registry, InstantSource clock) {
    this.deployment = deployment;
    this.config = config;
    this.clock = clock;
    Properties settings = KafkaSettings.reader(deployment, "webhooks");
    settings.put("group.id", deployment.prefix() + "webhooks");
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "1500");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.ledger = new LedgerTopic(deployment, "webhook-ledger");
    this.archive = new ChangeArchive(deployment);
    this.poster = new OutboundPoster(config.outbound(), Limits.HOOK);
    this.meters = new WebhookMeters(registry, config.subscriptions());
    this.thread = new Thread(this::run, "webhooks");
    thread.setUncaughtExceptionHandler(
        (here, failure) -> LOG.error("webhooks failed and stop", failure));
  }

  public void start() {
    thread.start();
  }

  /** Waits until this process is the one that delivers; false when it is not in that time. */
  public boolean awaitReady(Duration patience) throws InterruptedException {
    return owning.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it no longer delivers: subscribers would take silence for calm. */
  public boolean hasFailed() {
    return stopped;
  }

  private void run() {
    try {
      consumer.subscribe(
          List.of(Topics.THREAT_LEVEL_CHANGES.in(deployment.prefix())), new Ownership());
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        desk.ifPresent(working -> turn(working, records));
      }
    } catch (WakeupException e) {
      LOG.debug("webhooks stop", e);
    } finally {
      stopped = true;
      consumer.close();
      ledger.close();
      archive.close();
      poster.close();
    }
  }

  private void turn(WebhookDesk working, ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> stored : records) {
      archive
          .keep(stored)
          .ifPresent(change -> working.accept(stored.offset(), change, clock.instant()));
    }
    for (DeliveryAttempt entry : ledger.news()) {
      if (REQUESTS.contains(entry.getStep())) {
        working.request(entry);
      }
    }
    working.turn(clock.instant());
    if (!records.isEmpty()) {
      // what this says is in the ledger by now; a commit that is lost costs a second look
      consumer.commitAsync();
    }
  }

  /** Begins from the ledger whenever this process becomes the one that delivers. */
  private final class Ownership implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      for (TopicPartition partition : partitions) {
        DeliveryBook book = new DeliveryBook(deployment.prefix(), config.rules());
        ledger.readAll().forEach(book::apply);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.of(partition));
        OffsetAndMetadata place = committed.get(partition);
        long examined = place == null ? 0 : place.offset();
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, book.isNewHistory(config.subscriptions()) ? 0 : examined);
        WebhookDesk next =
            new WebhookDesk(config, book, new WebhookDesk.Ways(ledger, archive, poster), meters);
        next.takeOver(examined, end, clock.instant());
        desk = Optional.of(next);
        owning.countDown();
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      desk = partitions.isEmpty() ? desk : Optional.empty();
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
