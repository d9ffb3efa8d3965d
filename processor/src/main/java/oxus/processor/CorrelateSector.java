package oxus.processor;

import java.util.List;
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
import oxus.processor.correlate.PartitionFold;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.PolicyChange;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.connect.UnusableRecordException;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Policy;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** The step that folds one partition of the sector log into assessments. */
final class CorrelateSector implements Processor<String, SpecificRecord, String, SpecificRecord> {
  static final String SECTOR_STATES = "sector-states";
  static final String POLICY = "policy";
  static final String RULINGS = "rulings";

  private final Theatre theatre;
  private ProcessorContext<String, SpecificRecord> context;
  private PartitionFold fold;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private CorrelateSector(Theatre theatre) {
    this.theatre = theatre;
  }

  static ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> supplier(
      Theatre theatre) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, SpecificRecord, String, SpecificRecord> get() {
        return new CorrelateSector(theatre);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            // the cache keeps the states of one commit interval from being logged again and again
            Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(SECTOR_STATES),
                    Serdes.String(),
                    AvroSerde.of(SectorState.class))
                .withCachingEnabled(),
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(POLICY),
                Serdes.String(),
                AvroSerde.of(PolicyChange.class)),
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(RULINGS),
                Serdes.String(),
                AvroSerde.of(RememberedRulings.class)));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    KeyValueStore<String, SectorState> states = context.getStateStore(SECTOR_STATES);
    KeyValueStore<String, PolicyChange> policy = context.getStateStore(POLICY);
    KeyValueStore<String, RememberedRulings> rulings = context.getStateStore(RULINGS);
    this.fold =
        new PartitionFold(
            new StoredSectorStates(states, policy, rulings), theatre.policy(), this::policy);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    fold.fold(
        usable(record),
        assessment ->
            context.forward(new Record<>(assessment.getSector(), assessment, record.timestamp())));
  }

  /** What is wrong with an entry shows before the fold changes a sector over it. */
  private SectorLogEntry usable(Record<String, SpecificRecord> record) {
    SectorLogEntry entry = UnusableRecordException.require(SectorLogEntry.class, record.value());
    if (entry.getRecord() instanceof BorderEvent && entry.getSector().isEmpty()) {
      throw new UnusableRecordException(
          "a report without a sector; let only Oxus write this topic");
    }
    if (entry.getRecord() instanceof PolicyChange change) {
      try {
        Policy unused = policy(change);
      } catch (InvalidTheatreException e) {
        throw new UnusableRecordException(
            "the policy cannot be read, the one before stays in force: " + e.getMessage(), e);
      }
    }
    return entry;
  }

  private Policy policy(PolicyChange change) {
    List<String> sectors = theatre.sectors().stream().map(Sector::id).toList();
    return Policy.parse("policy " + change.getVersion(), change.getText(), sectors);
  }
}
