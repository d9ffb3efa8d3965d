package oxus.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.ingest.intake.ArticleIndex;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/** Keeps the index of articles up to date from what extraction writes, from some time back on. */
final class ArticleFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Records of a partition; the index forgets what is older in any case. */
  private static final long BACK = 5_000;

  private final AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);
  private final Deployment deployment;
  private final ArticleIndex index;
  private final Consumer<byte[], byte[]> consumer;
  private final Thread thread = new Thread(this::run, "article-follower");
  private volatile boolean stopped;

  ArticleFollower(Deployment deployment, ArticleIndex index) {
    this(
        deployment,
        index,
        new KafkaConsumer<>(
            KafkaSettings.reader(deployment, "article-follower"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()));
  }

  /** With a consumer of one's own. */
  ArticleFollower(Deployment deployment, ArticleIndex index, Consumer<byte[], byte[]> consumer) {
    this.deployment = deployment;
    this.index = index;
    this.consumer = consumer;
  }

  void start() {
    thread.start();
  }

  /** Whether it no longer reads: the index would know nothing of what comes. */
  boolean hasStopped() {
    return stopped;
  }

  /** Looks for one article in the whole of the topics; for those that the index has forgotten. */
  static ArticleIndex readWhole(Deployment deployment, String key) {
    ArticleFollower reader = new ArticleFollower(deployment, new ArticleIndex(1));
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    try (Consumer<byte[], byte[]> consumer = reader.consumer) {
      for (Topic topic : List.of(Topics.ARTICLES, Topics.DISPOSITIONS, Topics.BORDER_EVENTS)) {
        List<TopicPartition> partitions = reader.partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (reader.isBefore(ends)) {
          for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (Arrays.equals(wanted, record.key())) {
              reader.take(record);
            }
          }
        }
      }
    }
    return reader.index;
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private void run() {
    try {
      List<TopicPartition> lasting = new ArrayList<>(partitions(Topics.DISPOSITIONS));
      lasting.addAll(partitions(Topics.BORDER_EVENTS));
      List<TopicPartition> all = new ArrayList<>(lasting);
      all.addAll(partitions(Topics.ARTICLES));
      consumer.assign(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      consumer
          .beginningOffsets(all)
          .forEach(
              (at, first) -> consumer.seek(at, Math.max(first, ends.getOrDefault(at, 0L) - BACK)));
      while (isBefore(ends)) {
        consumer.poll(POLL).forEach(this::take);
      }
      // From here on whoever writes an article tells the index itself.
      consumer.assign(lasting);
      while (true) {
        consumer.poll(POLL).forEach(this::take);
      }
    } catch (WakeupException e) {
      LOG.debug("article follower stops", e);
    } catch (RuntimeException e) {
      LOG.error("article follower failed and stops", e);
    } finally {
      stopped = true;
      consumer.close();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> stored) {
    try {
      take(serde.deserializer().deserialize(stored.topic(), stored.value()));
    } catch (SerializationException e) {
      LOG.atWarn()
          .addKeyValue("topic", stored.topic())
          .addKeyValue("offset", stored.offset())
          .log("unreadable record is left out of the index of articles");
    }
  }

  private void take(SpecificRecord record) {
    if (record instanceof Article article) {
      index.met(article.getKey(), article.getRevision());
    }
    if (record instanceof Disposition disposition) {
      index.disposed(disposition);
    }
    if (record instanceof BorderEvent event) {
      index.reported(event);
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
