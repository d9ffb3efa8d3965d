package oxus.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.console.ArticleTexts;
import oxus.alerts.history.Archive;
import oxus.alerts.history.Found;
import oxus.alerts.history.TimeIndex;
import oxus.schemas.Article;
import oxus.schemas.AvroSerde;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

/**
 * Looks past records up in their topics. In memory is only where they stand: what was read on the
 * way past is noted here, and read again when somebody asks for it.
 */
final class TopicArchive implements Archive, ArticleTexts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicArchive.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int EMPTY_POLLS = 25;
  private static final int KEPT_RECORDS = 128;
  private static final int KNOWN_ARTICLES = 50_000;

  private record Key(TopicPartition partition, long first, long last, String sector, Instant at) {}

  private record Spot(int partition, long offset) {}

  private final TimeIndex changes = new TimeIndex();
  private final TimeIndex assessments = new TimeIndex();
  private final Map<String, Spot> articles = bounded(KNOWN_ARTICLES);
  private final Map<Key, Optional<ConsumerRecord<byte[], byte[]>>> kept = bounded(KEPT_RECORDS);
  private final Deserializer<SpecificRecord> decoder =
      AvroSerde.of(SpecificRecord.class).deserializer();
  private final Deployment deployment;
  private final Consumer<byte[], byte[]> consumer;

  TopicArchive(Deployment deployment) {
    this(deployment, consumer(deployment));
  }

  /** With a consumer of one's own. */
  TopicArchive(Deployment deployment, Consumer<byte[], byte[]> consumer) {
    this.deployment = deployment;
    this.consumer = consumer;
  }

  private static Consumer<byte[], byte[]> consumer(Deployment deployment) {
    Properties settings = KafkaSettings.reader(deployment, "archive");
    // one record is wanted, not what follows it; and a fetch that waits for news holds up the next
    settings.put("fetch.max.wait.ms", "1");
    settings.put("max.partition.fetch.bytes", "65536");
    settings.put("max.poll.records", "64");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static <K, V> Map<K, V> bounded(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  void note(ConsumerRecord<byte[], byte[]> stored, SpecificRecord record) {
    if (record instanceof ThreatLevelChange change) {
      changes.note(change.getSector(), change.getAt(), stored.partition(), stored.offset());
    }
    if (record instanceof SectorAssessment assessment) {
      assessments.note(
          assessment.getSector(), assessment.getAt(), stored.partition(), stored.offset());
    }
    if (record instanceof Article article) {
      synchronized (articles) {
        articles.put(article.getKey(), new Spot(stored.partition(), stored.offset()));
      }
    }
  }

  @Override
  public Optional<Found<ThreatLevelChange>> change(String sector, Instant at) {
    return find(
            Topics.THREAT_LEVEL_CHANGES,
            changes.at(sector, at),
            sector,
            at,
            record ->
                record instanceof ThreatLevelChange change
                    && change.getSector().equals(sector)
                    && !change.getAt().isAfter(at))
        .map(found -> new Found<>(found.offset(), (ThreatLevelChange) found.record()));
  }

  @Override
  public Optional<SectorAssessment> assessment(String sector, Instant at) {
    return find(
            Topics.SECTOR_ASSESSMENTS,
            assessments.at(sector, at),
            sector,
            at,
            record ->
                record instanceof SectorAssessment assessment
                    && assessment.getSector().equals(sector)
                    && !assessment.getAt().isAfter(at))
        .map(found -> (SectorAssessment) found.record());
  }

  @Override
  public Optional<Article> find(String articleKey) {
    Spot spot;
    synchronized (articles) {
      spot = articles.get(articleKey);
    }
    if (spot == null) {
      return Optional.empty();
    }
    return find(
            Topics.ARTICLES,
            Optional.of(new TimeIndex.Stretch(spot.partition(), spot.offset(), spot.offset())),
            articleKey,
            Instant.EPOCH,
            record -> record instanceof Article)
        .map(found -> (Article) found.record());
  }

  private Optional<Found<SpecificRecord>> find(
      Topic topic,
      Optional<TimeIndex.Stretch> stretch,
      String sector,
      Instant at,
      Predicate<SpecificRecord> wanted) {
    if (stretch.isEmpty()) {
      return Optional.empty();
    }
    TopicPartition partition =
        new TopicPartition(topic.in(deployment.prefix()), stretch.get().partition());
    boolean isExact = stretch.get().first() == stretch.get().last();
    Key key =
        new Key(
            partition,
            stretch.get().first(),
            stretch.get().last(),
            sector,
            isExact ? Instant.EPOCH : at);
    return read(key, wanted)
        .map(
            stored ->
                new Found<>(stored.offset(), decoder.deserialize(stored.topic(), stored.value())));
  }

  /** One reader at a time: a consumer serves one thread. */
  private synchronized Optional<ConsumerRecord<byte[], byte[]>> read(
      Key key, Predicate<SpecificRecord> wanted) {
    Optional<ConsumerRecord<byte[], byte[]>> known = kept.get(key);
    if (known != null) {
      return known;
    }
    Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
    consumer.assign(List.of(key.partition()));
    consumer.seek(key.partition(), key.first());
    int empty = 0;
    while (consumer.position(key.partition()) <= key.last()) {
      if (empty == EMPTY_POLLS) {
        // not the same as "nothing was known then", so it is neither told nor kept
        throw new TimeoutException(
            "the broker does not send "
                + key.partition()
                + " up to offset "
                + key.last()
                + "; ask again when it does");
      }
      boolean came = false;
      for (ConsumerRecord<byte[], byte[]> stored : consumer.poll(POLL)) {
        came = true;
        if (stored.offset() <= key.last() && decoded(stored).filter(wanted).isPresent()) {
          last = Optional.of(stored);
        }
      }
      empty = came ? 0 : empty + 1;
    }
    kept.put(key, last);
    return last;
  }

  /** Empty for what cannot be read: it says nothing of any moment. */
  private Optional<SpecificRecord> decoded(ConsumerRecord<byte[], byte[]> stored) {
    try {
      return Optional.ofNullable(decoder.deserialize(stored.topic(), stored.value()));
    } catch (SerializationException e) {
      LOG.atWarn()
          .addKeyValue("topic", stored.topic())
          .addKeyValue("offset", stored.offset())
          .log("unreadable record is passed by in the archive");
      return Optional.empty();
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
