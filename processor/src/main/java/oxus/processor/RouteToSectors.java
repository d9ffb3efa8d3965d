package oxus.processor;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import oxus.processor.route.Router;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeadLetter;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.connect.DeadLetters;
import oxus.schemas.connect.UnusableRecordException;
import oxus.theatre.Theatre;

/**
 * The step that writes the sector log; what bears on no sector of the theatre becomes a dead
 * letter.
 */
final class RouteToSectors implements Processor<String, SpecificRecord, String, SpecificRecord> {
  static final String SECTOR_LOG_SINK = "to-sector-log";
  static final String DEAD_LETTERS_SINK = "to-dead-letters";

  private static final String EVERY_SECTOR = "*";
  private static final Serializer<String> KEYS = new StringSerializer();
  private static final Serializer<SpecificRecord> VALUES =
      AvroSerde.of(SpecificRecord.class).serializer();

  private final Router router;
  private ProcessorContext<String, SpecificRecord> context;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private RouteToSectors(Router router) {
    this.router = router;
  }

  static ProcessorSupplier<String, SpecificRecord, String, SpecificRecord> supplier(
      Theatre theatre) {
    return () -> new RouteToSectors(new Router(theatre));
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    Router.Route route =
        router.route(UnusableRecordException.require(SpecificRecord.class, record.value()));
    for (SectorLogEntry entry : route.entries()) {
      String key = entry.getSector().orElse(EVERY_SECTOR);
      context.forward(new Record<>(key, entry, record.timestamp()), SECTOR_LOG_SINK);
    }
    route.problem().ifPresent(problem -> putAside(record, problem));
  }

  private void putAside(Record<String, SpecificRecord> record, String problem) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    DeadLetter letter =
        new DeadLetter(
            origin.topic(),
            origin.partition(),
            origin.offset(),
            "processor",
            "unroutable",
            problem,
            DeadLetters.bytes(KEYS.serialize(origin.topic(), record.key())),
            DeadLetters.bytes(VALUES.serialize(origin.topic(), record.value())));
    context.forward(
        new Record<>(DeadLetters.key(letter), letter, record.timestamp()), DEAD_LETTERS_SINK);
  }
}
