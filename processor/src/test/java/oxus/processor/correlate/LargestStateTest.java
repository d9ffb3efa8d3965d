package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.WEST;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.schemas.AvroSerde;
import oxus.schemas.Bearing;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.GradeStep;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.RememberedRulings;
import oxus.schemas.ReportStatus;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.connect.KafkaSettings;
import oxus.theatre.Grading.Bounds;
import oxus.theatre.Policy;
import oxus.theatre.TheatreLoader;

/** What is kept under one key fits into a record of Kafka, though it be as full as may be. */
class LargestStateTest {
  // before the first record is built: it tells Avro which classes to trust
  private static final AvroSerde<SpecificRecord> SERDE = AvroSerde.of(SpecificRecord.class);

  private static final Policy POLICY = TheatreLoader.shipped().policy();
  private static final Bounds BOUNDS = POLICY.grading().bounds();

  /** Two passages of full length and a headline, in a script of two bytes a letter. */
  private static final BorderEvent REPORT =
      BorderEvent.newBuilder(report("0123456789abcdef").event())
          .setTitle("щ".repeat(100))
          .setUrl("https://herald.example/" + "x".repeat(100))
          .setEvidence(Collections.nCopies(2, passage()))
          .build();

  private static Evidence passage() {
    return new Evidence("щ".repeat(400), 12_345, 12_745, true);
  }

  @Test
  void aSectorThatHoldsAllThatThePolicyLetsIt() {
    int kept = POLICY.incidents().keptReports();
    Incident incident =
        new Incident(
            "0123456789abcdef",
            Collections.nCopies(kept, REPORT),
            0,
            Relation.OWN,
            EventType.ARMED_CLASH,
            ReportStatus.REPORTED,
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            List.of(),
            "щ".repeat(100),
            List.of("щ".repeat(40)),
            "B2",
            9,
            false,
            false,
            1L,
            Report.NOON,
            Collections.nCopies(kept, Relation.OWN),
            Collections.nCopies(
                BOUNDS.history(), new GradeStep(Report.NOON, "B2", "щ".repeat(100))),
            Collections.nCopies(BOUNDS.history(), "0123456789abcdef"));
    SectorState full =
        SectorState.newBuilder(States.blank(WEST))
            .setIncidents(Collections.nCopies(BOUNDS.incidents() + BOUNDS.rumours(), incident))
            .setArchived(Collections.nCopies(BOUNDS.archived(), Long.MAX_VALUE))
            .setArchivedRumours(Collections.nCopies(BOUNDS.archived(), Long.MAX_VALUE))
            .build();

    assertThat(size(full)).isBetween(50_000_000, KafkaSettings.LARGEST_RECORD);
  }

  @Test
  void allRulingsThatAreRememberedThoughEachBroughtItsReports() {
    Rulings rulings = new Rulings();
    List<Integer> numbers = IntStream.rangeClosed(0, BOUNDS.rulings()).boxed().toList();
    RememberedRulings full = new RememberedRulings(List.of());
    for (int number : numbers) {
      full = rulings.with(rescope(number), BOUNDS.rulings());
    }

    assertThat(full.getRulings()).hasSize(BOUNDS.rulings());
    assertThat(size(full)).isBetween(20_000_000, KafkaSettings.LARGEST_RECORD);
  }

  private static SectorLogEntry rescope(int number) {
    Ruling ruling =
        new Ruling(
            "ruling-" + number,
            RulingKind.RESCOPE,
            Collections.nCopies(100, "0123456789abcdef"),
            null,
            List.of(WEST),
            null,
            Report.NOON,
            "anna",
            "щ".repeat(2000),
            Collections.nCopies(100, REPORT));
    return new SectorLogEntry(
        null, null, Report.NOON, true, ruling, List.of(new Bearing(WEST, Relation.OWN)));
  }

  private static int size(SpecificRecord record) {
    return SERDE.serializer().serialize("", record).length;
  }
}
