package oxus.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.console.Board;
import oxus.alerts.console.SourceLedger;
import oxus.alerts.notify.DeliveryLog;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.Disposition;
import oxus.schemas.Ruling;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Tick;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * Reads topics from their first record on and hands each record on, for as long as the app runs.
 */
final class BoardFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final Deployment deployment;
  private final List<Topic> topics;
  private final Posting posting;
  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean caughtUp;
  private volatile boolean stopped;
  private volatile int emptyPolls;

  /** What is done with a record. */
  interface Posting {
    void post(ConsumerRecord<byte[], byte[]> stored, SpecificRecord record);
  }

  /**
   * A feed of its own thread.
   *
   * @param name of the thread and of the Kafka client
   */
  BoardFeed(Deployment deployment, String name, List<Topic> topics, Posting posting) {
    this(
        deployment,
        name,
        topics,
        posting,
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, name),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()));
  }

  /** With a consumer of one's own. */
  BoardFeed(
      Deployment deployment,
      String name,
      List<Topic> topics,
      Posting posting,
      Consumer<byte[], byte[]> consumer) {
    this.deployment = deployment;
    this.topics = List.copyOf(topics);
    this.posting = posting;
    this.consumer = consumer;
    this.thread = new Thread(this::run, name + "-feed");
  }

  /** Changes and assessments, to the board and to the index of what was known when. */
  static BoardFeed ofLevels(Deployment deployment, Board board, TopicArchive archive) {
    return new BoardFeed(
        deployment,
        "board",
        List.of(Topics.THREAT_LEVEL_CHANGES, Topics.SECTOR_ASSESSMENTS),
        (stored, record) -> {
          archive.note(stored, record);
          if (record instanceof ThreatLevelChange change) {
            board.change(stored.offset(), change);
          }
          if (record instanceof SectorAssessment assessment) {
            board.assessment(assessment);
          }
        });
  }

  /** Articles, what became of them, reports and rulings on them, to ledger and register. */
  static BoardFeed ofSources(Deployment deployment, Board board, TopicArchive archive) {
    SourceLedger ledger = board.sources();
    return new BoardFeed(
        deployment,
        "sources",
        List.of(Topics.ARTICLES, Topics.DISPOSITIONS, Topics.BORDER_EVENTS),
        (stored, record) -> {
          archive.note(stored, record);
          if (record instanceof Article article) {
            ledger.article(article);
          }
          if (record instanceof Disposition disposition) {
            ledger.disposition(disposition);
          }
          if (record instanceof BorderEvent report) {
            ledger.report(report);
            board.reports().report(report);
          }
          if (record instanceof Ruling ruling) {
            board.reports().ruling(ruling);
          }
          if (record instanceof Tick tick) {
            ledger.tick(tick.getAt());
          }
        });
  }

  /** Every step of the webhooks' deliveries, by whichever process delivers. */
  static BoardFeed ofDeliveries(Deployment deployment, DeliveryLog log) {
    return new BoardFeed(
        deployment,
        "deliveries",
        List.of(Topics.DELIVERY_LEDGER),
        (stored, record) -> {
          if (record instanceof DeliveryAttempt entry) {
            log.apply(entry);
          }
        });
  }

  void start() {
    thread.start();
  }

  /** Whether the board has seen what was there when the app started. */
  boolean isCaughtUp() {
    return caughtUp;
  }

  /** Whether it no longer reads: the board would show yesterday's levels as today's. */
  boolean hasStopped() {
    return stopped;
  }

  /** Whether nothing at all has come for so long: a live clock ticks every minute. */
  boolean isSilentFor(Duration length) {
    return caughtUp && emptyPolls >= length.dividedBy(POLL);
  }

  private void run() {
    try {
      List<TopicPartition> partitions = new ArrayList<>();
      topics.forEach(topic -> partitions.addAll(partitions(topic)));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (true) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        emptyPolls = polled.isEmpty() ? Math.min(emptyPolls + 1, Integer.MAX_VALUE - 1) : 0;
        polled.forEach(this::post);
        caughtUp =
            caughtUp
                || ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    } catch (WakeupException e) {
      LOG.debug("board feed stops", e);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("feed", thread.getName()).setCause(e).log("feed failed and stops");
    } finally {
      stopped = true;
      consumer.close();
    }
  }

  /** One record that cannot be read must not blind the board to those after it. */
  private void post(ConsumerRecord<byte[], byte[]> stored) {
    try {
      posting.post(stored, decoder.deserialize(stored.topic(), stored.value()));
    } catch (SerializationException e) {
      LOG.atWarn()
          .addKeyValue("topic", stored.topic())
          .addKeyValue("partition", stored.partition())
          .addKeyValue("offset", stored.offset())
          .log("unreadable record is not on the board");
    }
  }

  private List<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.in(deployment.prefix())).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
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
