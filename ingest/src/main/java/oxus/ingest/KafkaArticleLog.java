package oxus.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.TopicReader;

/**
 * {@code articles} in Kafka: what came lately is read at the start, so that a restart publishes
 * nothing twice.
 */
final class KafkaArticleLog implements ArticleLog, AutoCloseable {
  private final String topic;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final Map<String, String> latest = new HashMap<>();
  private final Set<String> before = new HashSet<>();

  /**
   * @param since what came before is not read
   */
  KafkaArticleLog(Deployment deployment, Instant since) {
    this.topic = Topics.ARTICLES.in(deployment.prefix());
    this.producer =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(deployment, "feeds"),
            new StringSerializer(),
            AvroSerde.of(SpecificRecord.class).serializer());
    // ends what a predecessor left open, so that the reader sees the end of it
    producer.initTransactions();
    try (TopicReader reader = new TopicReader(deployment, "feeds-so-far")) {
      reader.readSince(
          Topics.ARTICLES,
          since,
          record -> {
            if (record.value() instanceof Article article) {
              latest.put(article.getKey(), article.getRevision());
              before.add(article.getKey() + " " + article.getRevision());
            }
          });
    }
  }

  @Override
  public synchronized Optional<String> latest(String key) {
    return Optional.ofNullable(latest.get(key));
  }

  @Override
  public synchronized boolean wasThere(String key, String revision) {
    return before.contains(key + " " + revision);
  }

  @Override
  public synchronized void add(List<Article> articles) {
    producer.beginTransaction();
    try {
      for (Article article : articles) {
        // a failed send fails the commit
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(topic, article.getKey(), article));
      }
      producer.commitTransaction();
    } catch (KafkaException e) {
      producer.abortTransaction();
      throw e;
    }
    articles.forEach(article -> latest.put(article.getKey(), article.getRevision()));
  }

  @Override
  public synchronized void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
