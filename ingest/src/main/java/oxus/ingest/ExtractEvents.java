package oxus.ingest;

import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import oxus.ingest.extract.Extractor;
import oxus.ingest.intake.Intake;
import oxus.ingest.intake.Version;
import oxus.schemas.Article;
import oxus.schemas.connect.UnusableRecordException;
import oxus.theatre.Theatre;

/** The step that extracts an article's events; a new revision withdraws those of the one before. */
final class ExtractEvents implements Processor<String, SpecificRecord, String, SpecificRecord> {
  static final String EVENTS_SINK = "to-border-events";
  static final String DISPOSITIONS_SINK = "to-dispositions";

  private static final String REVISIONS = "revisions";

  private final Intake intake;
  private ProcessorContext<String, SpecificRecord> context;
  private KeyValueStore<String, String> revisions;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private ExtractEvents(Intake intake) {
    this.intake = intake;
  }

  static ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> supplier(
      Theatre theatre) {
    Extractor extractor = new Extractor(theatre);
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, SpecificRecord, String, SpecificRecord> get() {
        return new ExtractEvents(new Intake(extractor));
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(REVISIONS), Serdes.String(), Serdes.String()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.revisions = context.getStateStore(REVISIONS);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    Article article = UnusableRecordException.require(Article.class, record.value());
    Intake.Result result = take(article);
    revisions.put(article.getKey(), result.version().text());
    result.withdrawal().ifPresent(withdrawal -> forward(withdrawal, article, record, EVENTS_SINK));
    result.events().forEach(event -> forward(event, article, record, EVENTS_SINK));
    forward(result.disposition(), article, record, DISPOSITIONS_SINK);
  }

  /**
   * Texts are strangers' and extraction only computes: an article that it fails on is put aside
   * whole, before anything has changed.
   */
  private Intake.Result take(Article article) {
    Optional<Version> known =
        Optional.ofNullable(revisions.get(article.getKey())).map(Version::parse);
    try {
      return intake.take(article, known);
    } catch (RuntimeException e) {
      throw new UnusableRecordException(
          "extraction fails on article " + article.getKey() + ": " + e + "; tell its maintainers",
          e);
    }
  }

  private void forward(SpecificRecord output, Article article, Record<?, ?> cause, String sink) {
    context.forward(new Record<>(article.getKey(), output, cause.timestamp()), sink);
  }
}
