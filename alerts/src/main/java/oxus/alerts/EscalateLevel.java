package oxus.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
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
import oxus.alerts.deliver.CloudEvent;
import oxus.alerts.escalate.Escalation;
import oxus.schemas.AvroSerde;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.connect.UnusableRecordException;

/** The step that decides a sector's level on each of its assessments. */
final class EscalateLevel implements Processor<String, SpecificRecord, String, SpecificRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(EscalateLevel.class);
  private static final String LEVELS = "levels";

  private ProcessorContext<String, SpecificRecord> context;
  private KeyValueStore<String, LevelState> levels;

  private final String topic;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private EscalateLevel(String topic) {
    this.topic = topic;
  }

  /**
   * The step.
   *
   * @param topic that the changes go to, prefix included: their source as CloudEvents
   */
  static ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> supplier(String topic) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, SpecificRecord, String, SpecificRecord> get() {
        return new EscalateLevel(topic);
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
    SectorAssessment assessment =
        UnusableRecordException.require(SectorAssessment.class, record.value());
    String sector = UnusableRecordException.require(String.class, record.key());
    LevelState before = levels.get(sector);
    if (before == null) {
      before = Escalation.blank(sector);
    }
    Escalation.Decision decision = Escalation.decide(before, assessment);
    levels.put(sector, decision.state());
    decision.change().ifPresent(change -> emit(change, record));
  }

  private void emit(ThreatLevelChange change, Record<String, SpecificRecord> cause) {
    LOG.atInfo()
        .addKeyValue("sector", change.getSector())
        .addKeyValue("from", change.getFrom())
        .addKeyValue("to", change.getTo())
        .addKeyValue("reason", change.getReason())
        .log("threat level changed");
    context.forward(marked(new Record<>(change.getSector(), change, cause.timestamp()), change));
  }

  /** The binary mode of CloudEvents' binding to Kafka: attributes in headers, data in the value. */
  private Record<String, SpecificRecord> marked(
      Record<String, SpecificRecord> record, ThreatLevelChange change) {
    Headers headers = record.headers();
    headers.add("content-type", "application/avro".getBytes(UTF_8));
    CloudEvent.attributes("/topics/" + topic, change)
        .forEach((name, value) -> headers.add("ce_" + name, value.getBytes(UTF_8)));
    return record;
  }
}
