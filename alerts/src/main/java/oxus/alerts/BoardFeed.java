package oxus.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
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
  private static final Duration POLL = Duration.ofMillis(500);

  private final Deployment deployment;
  private final Board board;
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final Thread thread;
  private volatile boolean caughtUp;

  BoardFeed(Deployment deployment, Board board) {
    this.deployment = deployment;
    this.board = board;
    this.consumer =
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, "board"),
            new StringDeserializer(),
            AvroSerde.of(SpecificRecord.class).deserializer());
    this.thread = new Thread(this::run, "board-feed");
  }

  void start() {
    thread.start();
  }

  /** Whether the board has seen what was there when the app started. */
  boolean isCaughtUp() {
    return caughtUp;
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
      consumer.close();
    }
  }

  private void post(ConsumerRecord<String, SpecificRecord> record) {
    if (record.value() instanceof ThreatLevelChange change) {
      board.change(record.offset(), change);
    }
    if (record.value() instanceof SectorAssessment assessment) {
      board.assessment(assessment);
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
