package oxus.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.collect.NewsItems;
import oxus.ingest.intake.PushedArticle;
import oxus.ingest.intake.Receipt;
import oxus.ingest.intake.UnfitArticleException;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.theatre.Theatre;

/**
 * Writes articles that are pushed, one by one. Each gets its receipt when the broker has it for
 * good; one that comes again has the same id and revision, and extraction passes it by.
 */
final class ArticlePush implements AutoCloseable {
  private static final String NAME = "push";

  private final Articles articles;
  private final String topic;
  private final Producer<String, SpecificRecord> producer;
  private final BiConsumer<String, String> accepted;
  private final InstantSource clock = InstantSource.system();
  private final LongAdder taken = new LongAdder();
  private final LongAdder unfit = new LongAdder();
  private final LongAdder unwritten = new LongAdder();

  /**
   * @param accepted hears of key and revision of each article that is durably in the log
   */
  ArticlePush(Deployment deployment, Theatre theatre, BiConsumer<String, String> accepted) {
    this(
        new KafkaProducer<>(
            settings(deployment),
            new StringSerializer(),
            AvroSerde.of(SpecificRecord.class).serializer()),
        Topics.ARTICLES.in(deployment.prefix()),
        theatre,
        accepted);
  }

  ArticlePush(
      Producer<String, SpecificRecord> producer,
      String topic,
      Theatre theatre,
      BiConsumer<String, String> accepted) {
    this.articles = new Articles(theatre);
    this.topic = topic;
    this.accepted = accepted;
    this.producer = producer;
  }

  private static Properties settings(Deployment deployment) {
    Properties settings = KafkaSettings.client(deployment, NAME);
    settings.put("enable.idempotence", "true");
    settings.put("acks", "all");
    settings.put("linger.ms", "5");
    settings.put("retry.backoff.ms", "10");
    // Whoever pushes waits for the receipt: better to say soon that there is none.
    settings.put("max.block.ms", "3000");
    settings.put("request.timeout.ms", "10000");
    settings.put("delivery.timeout.ms", "20000");
    return settings;
  }

  void bindTo(MeterRegistry registry) {
    counter(registry, "accepted", taken);
    counter(registry, "unfit", unfit);
    counter(registry, "unwritten", unwritten);
  }

  private static void counter(MeterRegistry registry, String result, LongAdder count) {
    FunctionCounter.builder("oxus.push.articles", count, LongAdder::doubleValue)
        .description("Pushed articles by what became of them at the door")
        .tag("result", result)
        .register(registry);
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Pushes one article in JSON. The call waits for a moment when the broker is behind; the receipt
   * comes when the article is durable.
   *
   * @param line of a batch; 0: it comes alone
   */
  CompletableFuture<Receipt> push(int line, byte[] json) {
    try {
      return push(line, PushedArticle.read(json, now()));
    } catch (UnfitArticleException e) {
      unfit.increment();
      return done(Receipt.unfit(line, e.field(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * Pushes the lines of a batch; once the broker takes no more, the rest is not tried.
   *
   * @param lines JSON by line number, in order
   */
  List<CompletableFuture<Receipt>> pushAll(Map<Integer, byte[]> lines) {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    boolean isStuck = false;
    for (Map.Entry<Integer, byte[]> line : lines.entrySet()) {
      CompletableFuture<Receipt> receipt =
          isStuck
              ? notWritten(line.getKey(), "the broker is behind")
              : push(line.getKey(), line.getValue());
      isStuck = isStuck || isUnwritten(receipt);
      receipts.add(receipt);
    }
    return receipts;
  }

  /** Pushes news items, numbered from 1 in their order. */
  List<CompletableFuture<Receipt>> pushNews(List<NewsItems.Item> items) {
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    boolean isStuck = false;
    for (NewsItems.Item item : items) {
      int number = receipts.size() + 1;
      CompletableFuture<Receipt> receipt =
          isStuck ? notWritten(number, "the broker is behind") : push(number, item);
      isStuck = isStuck || isUnwritten(receipt);
      receipts.add(receipt);
    }
    return receipts;
  }

  private CompletableFuture<Receipt> push(int number, NewsItems.Item item) {
    if (item.draft().isPresent()) {
      return push(number, item.draft().get());
    }
    unfit.increment();
    return done(Receipt.unfit(number, "-", item.problem()));
  }

  private static boolean isUnwritten(CompletableFuture<Receipt> receipt) {
    return receipt.isDone() && receipt.join().status() == Receipt.UNWRITTEN;
  }

  CompletableFuture<Receipt> push(int line, Draft draft) {
    Article article = articles.live(draft, now());
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    try {
      // the callback tells what became of it
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(topic, article.getKey(), article),
              (written, problem) -> receipt.complete(receipt(line, article, problem)));
      return receipt;
    } catch (KafkaException | IllegalStateException e) {
      return notWritten(line, String.valueOf(e.getMessage()));
    }
  }

  private Receipt receipt(int line, Article article, @Nullable Exception problem) {
    if (problem == null) {
      taken.increment();
      accepted.accept(article.getKey(), article.getRevision());
      return Receipt.accepted(line, article);
    }
    if (problem instanceof RecordTooLargeException) {
      unfit.increment();
      return Receipt.unfit(line, "body", "field 'body' is too long for the broker; shorten it");
    }
    unwritten.increment();
    return Receipt.unwritten(line, String.valueOf(problem.getMessage()));
  }

  private CompletableFuture<Receipt> notWritten(int line, String why) {
    unwritten.increment();
    return done(Receipt.unwritten(line, why));
  }

  private static CompletableFuture<Receipt> done(Receipt receipt) {
    return CompletableFuture.completedFuture(receipt);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
