package oxus.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;
import oxus.alerts.work.Work;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.LevelOverride;
import oxus.schemas.OperatorAction;
import oxus.schemas.Ruling;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * The log of actions in Kafka. One thread reads it, decides on the state that follows, and writes
 * action and consequence in one transaction; a second server that writes fences this one, which
 * then reads what the other wrote before it decides again.
 */
final class KafkaActionLog implements ActionLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaActionLog.class);
  private static final String NAME = "operator-actions";
  private static final long LOOK_MS = 20;
  private static final int MOST_WAITING = 1_000;
  private static final int ATTEMPTS = 3;

  private record Task(Request request, CompletableFuture<Verdict> answer) {}

  private final AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);
  private final Deployment deployment;
  private final Work work;
  private final TopicPartition partition;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::run, NAME);
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private volatile boolean caughtUp;
  private volatile boolean closing;
  private volatile boolean stopped;

  KafkaActionLog(Deployment deployment, Work work) {
    this.deployment = deployment;
    this.work = work;
    this.partition = new TopicPartition(Topics.OPERATOR_ACTIONS.in(deployment.prefix()), 0);
  }

  void start() {
    thread.start();
  }

  /** Whether the state of the work holds what was there when the app started. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Whether it no longer reads or writes. */
  boolean hasStopped() {
    return stopped;
  }

  @Override
  public CompletionStage<Verdict> submit(Request request) {
    Task task = new Task(request, new CompletableFuture<>());
    if (stopped || !tasks.offer(task)) {
      task.answer().completeExceptionally(new IllegalStateException("the log takes no more"));
    }
    return task.answer();
  }

  private void run() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, NAME),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      catchUp(consumer);
      caughtUp = true;
      while (!closing) {
        Task task = tasks.poll(LOOK_MS, TimeUnit.MILLISECONDS);
        if (task != null) {
          answer(task, consumer);
        }
        consumer.poll(Duration.ZERO).forEach(this::apply);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped = true;
      closeProducer();
      tasks.forEach(task -> task.answer().completeExceptionally(new IllegalStateException("stop")));
    }
  }

  private void catchUp(KafkaConsumer<byte[], byte[]> consumer) {
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (!closing && consumer.position(partition) < end) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::apply);
    }
  }

  private void apply(ConsumerRecord<byte[], byte[]> stored) {
    try {
      if (serde.deserializer().deserialize(stored.topic(), stored.value())
          instanceof OperatorAction action) {
        work.apply(action);
      }
    } catch (SerializationException e) {
      LOG.atWarn().addKeyValue("offset", stored.offset()).log("unreadable action is left out");
    }
  }

  private void answer(Task task, KafkaConsumer<byte[], byte[]> consumer) {
    for (int attempt = 1; ; attempt++) {
      try {
        task.answer().complete(decide(task.request(), consumer));
        return;
      } catch (KafkaException e) {
        closeProducer();
        LOG.atWarn().setCause(e).addKeyValue("attempt", attempt).log("action is not written yet");
        if (attempt == ATTEMPTS) {
          task.answer().completeExceptionally(e);
          return;
        }
      }
    }
  }

  private Verdict decide(Request request, KafkaConsumer<byte[], byte[]> consumer) {
    KafkaProducer<byte[], byte[]> open = open(consumer);
    Verdict verdict = work.decide(request);
    if (verdict instanceof Verdict.Accepted accepted) {
      open.beginTransaction();
      send(open, Topics.OPERATOR_ACTIONS, accepted.action().getSubject(), accepted.action());
      accepted.control().ifPresent(control -> send(open, control));
      open.commitTransaction();
      work.apply(accepted.action());
    }
    return verdict;
  }

  /** Ends what an earlier writer left open, then reads what it wrote: only then may this decide. */
  private KafkaProducer<byte[], byte[]> open(KafkaConsumer<byte[], byte[]> consumer) {
    KafkaProducer<byte[], byte[]> present = producer;
    if (present != null) {
      return present;
    }
    KafkaProducer<byte[], byte[]> fresh =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(deployment, NAME),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer = fresh;
    fresh.initTransactions();
    catchUp(consumer);
    return fresh;
  }

  private void send(KafkaProducer<byte[], byte[]> open, SpecificRecord control) {
    if (control instanceof LevelOverride override) {
      send(open, Topics.BORDER_EVENTS, override.getSector(), control);
    }
    if (control instanceof DeliveryAttempt entry) {
      send(open, Topics.DELIVERY_LEDGER, entry.getSubscription(), control);
    }
    if (control instanceof Ruling ruling) {
      send(open, Topics.BORDER_EVENTS, ruling.getId(), control);
    }
  }

  /** The commit tells whether it was written. */
  private void send(
      KafkaProducer<byte[], byte[]> open, Topic topic, String key, SpecificRecord value) {
    String name = topic.in(deployment.prefix());
    Future<RecordMetadata> unused =
        open.send(
            new ProducerRecord<>(
                name,
                key.getBytes(StandardCharsets.UTF_8),
                serde.serializer().serialize(name, value)));
  }

  private void closeProducer() {
    KafkaProducer<byte[], byte[]> present = producer;
    producer = null;
    if (present != null) {
      present.close(Duration.ofSeconds(5));
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
