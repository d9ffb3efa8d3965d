package oxus.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.EAST;
import static oxus.processor.SmallTheatre.WEST;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeadLetter;
import oxus.schemas.PolicyChange;
import oxus.schemas.Relation;
import oxus.schemas.RememberedRulings;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.Tick;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

class CorrelationTopologyTest {
  private static final String PREFIX = "exercise-";
  private static final AvroSerde<SpecificRecord> RECORDS = AvroSerde.of(SpecificRecord.class);

  private final Topology topology = new CorrelationTopology(SmallTheatre.theatre(), PREFIX).build();

  private TopologyTestDriver driver;

  @BeforeEach
  void open(@TempDir Path folder) {
    Deployment deployment =
        new Deployment("127.0.0.1:9", PREFIX, 1, "127.0.0.1", 0, folder, Optional.empty());
    Properties settings = KafkaSettings.streams(deployment, "processor");
    // the test driver keeps its transactions to itself
    settings.put("processing.guarantee", "at_least_once");
    driver = new TopologyTestDriver(topology, settings);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void assessesEverySectorOnWhichAReportBears() {
    send(report("clash-1").event());

    assertThat(log())
        .extracting(
            entry -> entry.getSector().orElse("*"), entry -> entry.getRelation().orElseThrow())
        .containsExactly(tuple(WEST, Relation.OWN), tuple(EAST, Relation.NEIGHBOUR));
    assertThat(assessments())
        .extracting(SectorAssessment::getSector, SectorAssessment::getTrigger)
        .containsExactly(tuple(WEST, "clash-1"), tuple(EAST, "clash-1"));
  }

  @Test
  void settlesAndAgesSectorsAtTicks() {
    send(report("clash-1").unsettled().event());
    assertThat(assessments()).isEmpty();

    send(new Tick(Report.NOON));
    assertThat(assessments()).hasSize(2);

    send(new Tick(Instant.parse("2021-07-20T00:00:00Z")));
    assertThat(assessments())
        .isNotEmpty()
        .allSatisfy(aged -> assertThat(aged.getTrigger()).isEqualTo("deadline"));
  }

  @Test
  void keepsAnUnreadableRecordWholeAndGoesOn() {
    byte[] garbage = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);

    driver
        .createInputTopic(
            PREFIX + "border-events", new StringSerializer(), new ByteArraySerializer())
        .pipeInput("culprit", garbage);
    send(report("clash-1").event());

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getTopic()).isEqualTo(PREFIX + "border-events");
              assertThat(letter.getOffset()).isZero();
              assertThat(letter.getApp()).isEqualTo("processor");
              assertThat(letter.getReason()).isEqualTo("unreadable");
              assertThat(letter.getMessage()).contains("wire format");
              assertThat(letter.getValue()).contains(ByteBuffer.wrap(garbage));
              assertThat(letter.getKey().map(CorrelationTopologyTest::text)).contains("culprit");
            });
    assertThat(assessments()).hasSize(2);
  }

  @Test
  void keepsAReportOfAnUnknownScopeWholeAndGoesOn() {
    SpecificRecord stray = report("stray").in("ZZ-ZZ/NOWHERE").event();

    send(stray);
    send(report("clash-1").event());

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getReason()).isEqualTo("unroutable");
              assertThat(letter.getMessage()).contains("stray", "ZZ-ZZ/NOWHERE");
              assertThat(letter.getValue())
                  .contains(ByteBuffer.wrap(RECORDS.serializer().serialize("", stray)));
              assertThat(letter.getKey().map(CorrelationTopologyTest::text)).contains("key");
            });
    assertThat(assessments()).hasSize(2);
  }

  @Test
  void keepsAPolicyThatCannotBeReadAndGoesOnUnderTheOldOne() {
    send(report("clash-1").event());
    send(new PolicyChange("broken", "grid: soon", Report.NOON, "chief"));
    send(report("clash-2").known("2021-06-22T13:00:00Z").event());

    assertThat(letters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getTopic()).isEqualTo(PREFIX + "sector-log");
              assertThat(letter.getReason()).isEqualTo("processing-failed");
              assertThat(letter.getMessage()).contains("policy broken:1");
            });
    assertThat(assessments())
        .hasSize(4)
        .extracting(SectorAssessment::getPolicy)
        .containsOnly(SmallTheatre.policy().version());
  }

  @Test
  void changesNothingOverAPolicyThatCannotBeRead() {
    send(report("clash-1").unsettled().event());
    send(new PolicyChange("broken", "grid: soon", Report.NOON.plusSeconds(3600), "chief"));

    assertThat(letters()).hasSize(1);
    // the report waits for its tick as before
    assertThat(assessments()).isEmpty();
  }

  @Test
  void keepsARecordWithoutAValueAndGoesOn() {
    driver
        .createInputTopic(PREFIX + "border-events", new StringSerializer(), RECORDS.serializer())
        .pipeInput("key", null);
    driver
        .createInputTopic(PREFIX + "sector-log", new StringSerializer(), RECORDS.serializer())
        .pipeInput(WEST, new Tick(Report.NOON));
    send(report("clash-1").event());

    assertThat(letters())
        .extracting(DeadLetter::getMessage)
        .satisfiesExactly(
            first -> assertThat(first).contains("route-to-sectors", "this is nothing"),
            second ->
                assertThat(second).contains("correlate-sector", "type SectorLogEntry", "Tick"));
    assertThat(assessments()).hasSize(2);
  }

  @Test
  void goesOnFromItsStoresAfterARestart() {
    List<SectorLogEntry> entries = new ArrayList<>();
    for (int hour = 10; hour < 20; hour++) {
      String at = "2021-06-22T" + hour + ":07:00Z";
      entries.add(
          new SectorLogEntry(
              WEST,
              Relation.OWN,
              Instant.parse(at),
              hour % 2 == 0,
              report("clash-" + hour).known(at).event(),
              List.of()));
    }
    entries.add(
        new SectorLogEntry(
            null,
            null,
            Instant.parse("2021-07-20T00:00:00Z"),
            true,
            new Tick(Instant.parse("2021-07-20T00:00:00Z")),
            List.of()));

    List<SpecificRecord> once = correlate(List.of(entries));
    List<SpecificRecord> twice = correlate(List.of(entries.subList(0, 4), entries.subList(4, 11)));

    assertThat(twice).isEqualTo(once).isNotEmpty();
  }

  /** Runs the step over the same stores, an instance a part of the log. */
  private static List<SpecificRecord> correlate(List<List<SectorLogEntry>> parts) {
    var context = new MockProcessorContext<String, SpecificRecord>();
    KeyValueStore<String, SectorState> states =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CorrelateSector.SECTOR_STATES),
                Serdes.String(),
                AvroSerde.of(SectorState.class))
            .withLoggingDisabled()
            .build();
    KeyValueStore<String, PolicyChange> policy =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CorrelateSector.POLICY),
                Serdes.String(),
                AvroSerde.of(PolicyChange.class))
            .withLoggingDisabled()
            .build();
    KeyValueStore<String, RememberedRulings> rulings =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(CorrelateSector.RULINGS),
                Serdes.String(),
                AvroSerde.of(RememberedRulings.class))
            .withLoggingDisabled()
            .build();
    rulings.init(context.getStateStoreContext(), rulings);
    states.init(context.getStateStoreContext(), states);
    policy.init(context.getStateStoreContext(), policy);
    for (List<SectorLogEntry> part : parts) {
      Processor<String, SpecificRecord, String, SpecificRecord> instance =
          CorrelateSector.supplier(SmallTheatre.theatre()).get();
      instance.init(context);
      for (SectorLogEntry entry : part) {
        instance.process(new Record<>(WEST, entry, 0));
      }
    }
    List<SpecificRecord> assessments = new ArrayList<>();
    context.forwarded().forEach(forward -> assessments.add(forward.record().value()));
    return assessments;
  }

  @Test
  void putsWhatConcernsAllSectorsOnEveryPartition() {
    SectorLogPartitions partitions = new SectorLogPartitions();
    SectorLogEntry tick =
        new SectorLogEntry(null, null, Report.NOON, true, new Tick(Report.NOON), List.of());
    SectorLogEntry report =
        new SectorLogEntry(
            WEST, Relation.OWN, Report.NOON, true, report("clash-1").event(), List.of());

    assertThat(partitions.partitions("sector-log", "*", tick, 3).orElseThrow())
        .containsExactlyInAnyOrder(0, 1, 2);
    // as any producer would, by the key
    assertThat(partitions.partitions("sector-log", WEST, report, 3)).isEmpty();
  }

  /**
   * Deployed state hangs on these names. A change strands the stores of a running processor unless
   * it is drained first; accept one with {@code mvn test -pl processor -am -Daccept=topology}.
   */
  @Test
  void keepsTheShapeThatDeployedStateDependsOn() throws IOException {
    Path golden = Path.of("src/test/resources/oxus/processor/topology.txt");
    String described = topology.describe().toString();
    if ("topology".equals(System.getProperty("accept"))) {
      Files.writeString(golden, described);
    }

    assertThat(described).isEqualToNormalizingWhitespace(Files.readString(golden));
  }

  @Test
  void namesEveryStep() {
    assertThat(topology.describe().toString()).doesNotContainPattern("-\\d{10}");
  }

  private void send(SpecificRecord record) {
    driver
        .createInputTopic(PREFIX + "border-events", new StringSerializer(), RECORDS.serializer())
        .pipeInput("key", record);
  }

  private List<SectorLogEntry> log() {
    return read("sector-log", SectorLogEntry.class);
  }

  private List<SectorAssessment> assessments() {
    return read("sector-assessments", SectorAssessment.class);
  }

  private List<DeadLetter> letters() {
    return read("dead-letters", DeadLetter.class);
  }

  private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
    TestOutputTopic<String, T> output =
        driver.createOutputTopic(
            PREFIX + topic, new StringDeserializer(), AvroSerde.of(type).deserializer());
    return output.readValuesToList();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
