package oxus.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/**
 * Accepts articles from files: all of a call are in {@code articles} when it returns, or none is.
 */
public final class ArticlePublisher {
  private final Deployment deployment;
  private final Theatre theatre;

  public ArticlePublisher(Deployment deployment, Theatre theatre) {
    this.deployment = deployment;
    this.theatre = theatre;
  }

  /**
   * Publishes every article of a file or folder; what could not be read is returned, with line and
   * cure.
   */
  public List<Problem> publish(Path path) {
    ArticleFiles.Reading reading =
        new ArticleFiles(Optional.empty(), Optional.empty(), Optional.empty()).read(path);
    try (KafkaProducer<String, SpecificRecord> producer =
        new KafkaProducer<>(
            KafkaSettings.transactionalProducer(deployment, "article-files"),
            new StringSerializer(),
            AvroSerde.of(SpecificRecord.class).serializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (Draft draft : reading.drafts()) {
        Article article =
            new Articles(theatre).live(draft, Instant.ofEpochMilli(System.currentTimeMillis()));
        // a failed send fails the commit
        Future<RecordMetadata> unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.ARTICLES.in(deployment.prefix()), article.getKey(), article));
      }
      producer.commitTransaction();
    }
    return reading.problems();
  }
}
