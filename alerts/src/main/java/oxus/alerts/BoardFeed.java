package oxus.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.console.Board;
import oxus.schemas.AvroSerde;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * Reads changes and assessments from their first record on and posts them to the board, for as long
 * as the app runs.
 */
final class BoardFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final Deployment deployment;
  private final Board board;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean caughtUp;
  private volatile boolean stopped;

  BoardFeed(Deployment deployment, Board board) {
    this.deployment = deployment;
    this.board = board;
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, "board"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.thread = new Thread(this::run, "board-feed");
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

  private void run() {
    List<TopicPartition> partitions = new ArrayList<>();
    partitions.addAll(partitions(Topics.THREAT_LEVEL_CHANGES));
    partitions.addAll(partitions(Topics.SECTOR_ASSESSMENTS));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    try {
      while (true) {
        consumer.poll(POLL).forEach(this::post);
        caughtUp =
            caughtUp
                || ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    } catch (WakeupException e) {
      LOG.debug("board feed stops", e);
    } finally {
      stopped = true;
      consumer.close();
    }
  }

  /** One record that cannot be read must not blind the board to those after it. */
  private void post(ConsumerRecord<byte[], byte[]> stored) {
    try {
      SpecificRecord record = decoder.deserialize(stored.topic(), stored.value());
      if (record instanceof ThreatLevelChange change) {
        board.change(stored.offset(), change);
      }
      if (record instanceof SectorAssessment assessment) {
        board.assessment(assessment);
      }
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
