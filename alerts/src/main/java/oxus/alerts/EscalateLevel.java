package oxus.alerts;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.escalate.Escalation;
import oxus.schemas.AvroSerde;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/** The step that decides a sector's level on each of its assessments. */
final class EscalateLevel implements Processor<String, SpecificRecord, String, SpecificRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(EscalateLevel.class);
  private static final String LEVELS = "levels";

  private ProcessorContext<String, SpecificRecord> context;
  private KeyValueStore<String, LevelState> levels;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private EscalateLevel() {}

  static ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> supplier() {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, SpecificRecord, String, SpecificRecord> get() {
        return new EscalateLevel();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(LEVELS),
                Serdes.String(),
                AvroSerde.of(LevelState.class)));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.levels = context.getStateStore(LEVELS);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    SectorAssessment assessment = (SectorAssessment) record.value();
    LevelState before = levels.get(record.key());
    if (before == null) {
      before = Escalation.blank(record.key());
    }
    Escalation.Decision decision = Escalation.decide(before, assessment);
    levels.put(record.key(), decision.state());
    decision.change().ifPresent(change -> emit(change, record));
  }

  private void emit(ThreatLevelChange change, Record<String, SpecificRecord> cause) {
    LOG.atInfo()
        .addKeyValue("sector", change.getSector())
        .addKeyValue("from", change.getFrom())
        .addKeyValue("to", change.getTo())
        .addKeyValue("reason", change.getReason())
        .log("threat level changed");
    context.forward(new Record<>(change.getSector(), change, cause.timestamp()));
  }
}
