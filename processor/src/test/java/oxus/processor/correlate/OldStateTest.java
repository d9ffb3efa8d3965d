package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.FARM;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.WEST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oxus.schemas.AvroSerde;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.EventType;
import oxus.schemas.Heard;
import oxus.schemas.Incident;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;

/**
 * A state as the first version wrote it to its changelog: two voices on a seizure that bears on the
 * border and the sector, a clash, a rumour, a rejected report, an override, and a report pending.
 */
class OldStateTest {
  private final SerializedSectorStates states = new SerializedSectorStates();

  @BeforeEach
  void restore() throws IOException {
    Path file = Path.of("src/test/resources/oxus/processor/correlate/state-v1.hex");
    String hex = Files.readString(file).replace("\n", "");
    states.save(
        AvroSerde.of(SectorState.class)
            .deserializer()
            .deserialize("changelog", HexFormat.of().parseHex(hex)));
  }

  @Test
  void readsAStateThatKnowsNothingOfWhatCameLater() {
    SectorState state = states.load(WEST).orElseThrow();

    assertThat(state.getVersion()).isEqualTo(1);
    assertThat(state.getIncidents())
        .extracting(Incident::getId)
        .containsExactly("seizure-1", "clash-1", "rumour-1");
  }

  @Test
  void goesOnFromItAsIfItHadAlwaysWrittenThisForm() {
    SectorAssessment next = FoldedLog.over(states).tick("2021-06-22T18:00:00Z").latest();

    // the seizure's 7.5 and the clash's 2, less the talks that were pending
    assertThat(next.getSequence()).isEqualTo(8);
    assertThat(next.getTrigger()).isEqualTo("open-1");
    assertThat(next.getScore()).isEqualTo(8_500_000);
    assertThat(next.getContributions())
        .extracting(Contribution::getIncident)
        .containsExactly("seizure-1", "clash-1", "open-1");
    assertThat(next.getOverride()).isPresent();
    assertThat(next.getCoverage()).isEqualTo(Coverage.NORMAL);
    SectorState written = states.load(WEST).orElseThrow();
    assertThat(written.getVersion()).isEqualTo(States.VERSION);
    assertThat(written.getHeard())
        .extracting(Heard::getVoice)
        .containsExactlyInAnyOrder("agency", "times", "herald");
  }

  @Test
  void stillKeepsOutWhatWasRejected() {
    FoldedLog log = FoldedLog.over(states).tick("2021-06-22T18:00:00Z");
    long before = log.latest().getScore();

    log.add(
        report("hoax-1")
            .type(EventType.TROOP_CROSSING)
            .at(FARM)
            .known(Instant.parse("2021-06-22T19:00:00Z")));

    assertThat(log.latest().getScore()).isEqualTo(before);
  }

  @Test
  void mergesNewReportsIntoItsIncidents() {
    FoldedLog log = FoldedLog.over(states);

    log.add(report("clash-2").at(MILL).by("post").known("2021-06-22T19:00:00Z"));

    assertThat(log.latest().getContributions())
        .filteredOn(contribution -> contribution.getIncident().equals("clash-1"))
        .singleElement()
        .satisfies(
            clash -> {
              assertThat(clash.getSources()).isEqualTo(2);
              assertThat(clash.getGrade()).isEqualTo("B2");
            });
    assertThat(log.latest().getIndicated()).isGreaterThanOrEqualTo(ThreatLevel.SEVERE);
  }
}
