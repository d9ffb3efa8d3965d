package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.AssessmentCause;
import oxus.schemas.AvroSerde;
import oxus.schemas.Coverage;
import oxus.schemas.DeadLetter;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;

class EscalationTopologyTest {
  private static final String PREFIX = "exercise-";
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  private final Topology topology = new EscalationTopology(PREFIX).build();

  private TopologyTestDriver driver;

  @BeforeEach
  void open(@TempDir Path folder) {
    Deployment deployment =
        new Deployment("127.0.0.1:9", PREFIX, 1, "127.0.0.1", 0, folder, Optional.empty());
    Properties settings = KafkaSettings.streams(deployment, "alerts");
    // the test driver keeps its transactions to itself
    settings.put("processing.guarantee", "at_least_once");
    driver = new TopologyTestDriver(topology, settings);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void remembersTheLevelOfEachSector() {
    send(assessment("XA-XB/WEST", 1, ThreatLevel.SEVERE));
    send(assessment("XA-XB/EAST", 1, ThreatLevel.MODERATE));
    send(assessment("XA-XB/WEST", 2, ThreatLevel.SEVERE));
    send(assessment("XA-XB/WEST", 3, ThreatLevel.CRITICAL));

    assertThat(read("threat-level-changes", ThreatLevelChange.class))
        .extracting(
            ThreatLevelChange::getChangeId, ThreatLevelChange::getFrom, ThreatLevelChange::getTo)
        .containsExactly(
            tuple("XA-XB/WEST#1", ThreatLevel.LOW, ThreatLevel.SEVERE),
            tuple("XA-XB/EAST#1", ThreatLevel.LOW, ThreatLevel.MODERATE),
            tuple("XA-XB/WEST#2", ThreatLevel.SEVERE, ThreatLevel.CRITICAL));
  }

  @Test
  void tellsEachChangeAsACloudEventInItsHeaders() {
    send(assessment("XA-XB/WEST", 1, ThreatLevel.SEVERE));

    Headers headers = headers();

    assertThat(Stream.of(headers.toArray()).map(EscalationTopologyTest::text))
        .containsExactly(
            "content-type=application/avro",
            "ce_specversion=1.0",
            "ce_id=XA-XB/WEST#1",
            "ce_source=/topics/exercise-threat-level-changes",
            "ce_type=org.oxuswatch.threat-level-change",
            "ce_time=2021-06-22T12:00:01Z",
            "ce_subject=XA-XB/WEST");
  }

  @Test
  void describesItsHeadersAsTheyAre() throws IOException {
    send(assessment("XA-XB/WEST", 1, ThreatLevel.SEVERE));
    JsonNode described =
        new ObjectMapper(new YAMLFactory())
            .readTree(Files.readString(Path.of("../docs/asyncapi.yaml")))
            .at("/components/messages/ThreatLevelChange/headers/properties");

    List<String> told = new ArrayList<>();
    described.fieldNames().forEachRemaining(told::add);

    assertThat(Stream.of(headers().toArray()).map(Header::key)).containsExactlyElementsOf(told);
  }

  private Headers headers() {
    return driver
        .createOutputTopic(
            PREFIX + "threat-level-changes",
            new StringDeserializer(),
            AvroSerde.of(ThreatLevelChange.class).deserializer())
        .readRecord()
        .headers();
  }

  private static String text(Header header) {
    return header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void keepsAnUnreadableRecordAndGoesOn() {
    driver
        .createInputTopic(
            PREFIX + "sector-assessments", new StringSerializer(), new ByteArraySerializer())
        .pipeInput("XA-XB/WEST", "garbage".getBytes(StandardCharsets.UTF_8));
    send(assessment("XA-XB/WEST", 1, ThreatLevel.SEVERE));

    assertThat(read("dead-letters", DeadLetter.class))
        .extracting(DeadLetter::getApp, DeadLetter::getReason)
        .containsExactly(tuple("alerts", "unreadable"));
    assertThat(read("threat-level-changes", ThreatLevelChange.class)).hasSize(1);
  }

  /**
   * Deployed state hangs on these names; accept a change with {@code mvn test -pl alerts -am
   * -Daccept=topology} once running instances have been drained.
   */
  @Test
  void keepsTheShapeThatDeployedStateDependsOn() throws IOException {
    Path golden = Path.of("src/test/resources/oxus/alerts/topology.txt");
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

  private static SectorAssessment assessment(String sector, long sequence, ThreatLevel level) {
    return new SectorAssessment(
        sector,
        sequence,
        NOON.plusSeconds(sequence),
        AssessmentCause.RECORD,
        "seizure-1",
        6_000_000L,
        level,
        level,
        List.of(),
        false,
        86_400_000L,
        null,
        List.of(),
        List.of(),
        "0123456789ab",
        700,
        Coverage.NORMAL,
        null,
        List.of());
  }

  private void send(SectorAssessment assessment) {
    driver
        .createInputTopic(
            PREFIX + "sector-assessments",
            new StringSerializer(),
            AvroSerde.of(SectorAssessment.class).serializer())
        .pipeInput(assessment.getSector(), assessment);
  }

  private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
    return driver
        .createOutputTopic(
            PREFIX + topic, new StringDeserializer(), AvroSerde.of(type).deserializer())
        .readValuesToList();
  }
}
