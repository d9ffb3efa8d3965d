package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BRIDGE;
import static oxus.processor.SmallTheatre.MILL;
import static oxus.processor.SmallTheatre.SOUTH;
import static oxus.processor.SmallTheatre.WEST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.schemas.EventType;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;

/** A hundred thousand forged reports by a thousand new sources, credits and all. */
class FloodTest {
  private static final int HOURS = 250;
  private static final int FORGED_AN_HOUR = 400;
  private static final int SOURCES = 1_000;
  private static final Instant BEGIN = Instant.parse("2021-06-20T00:30:00Z");

  private static final List<EventType> TYPES =
      List.of(
          EventType.BORDER_SEIZURE,
          EventType.CROSS_BORDER_ATTACK,
          EventType.TROOP_CROSSING,
          EventType.BORDER_CLOSURE,
          EventType.RECAPTURE,
          EventType.TALKS);

  @Test
  void staysAtModerateAndDelaysNothingElsewhere() {
    FoldedLog flooded = FoldedLog.log();
    FoldedLog clean = FoldedLog.log();
    List<ThreatLevel> levels = new ArrayList<>();

    for (int hour = 0; hour < HOURS; hour++) {
      Instant at = BEGIN.plus(Duration.ofHours(hour));
      for (int number = 0; number < FORGED_AN_HOUR; number++) {
        flooded.add(forged(hour * FORGED_AN_HOUR + number, at));
      }
      for (Report genuine : buildUp(hour, at)) {
        flooded.add(genuine);
        clean.add(genuine);
      }
      flooded.tick(at);
      clean.tick(at);
      levels.add(state(flooded, WEST).getHeld());
    }

    assertThat(levels)
        .allSatisfy(level -> assertThat(level).isLessThanOrEqualTo(ThreatLevel.MODERATE))
        .contains(ThreatLevel.MODERATE);
    assertThat(flooded.assessments(SOUTH)).isEqualTo(clean.assessments(SOUTH));
    assertThat(clean.assessments(SOUTH))
        .extracting(SectorAssessment::getIndicated)
        .contains(ThreatLevel.SEVERE);
    // what was forged is bounded, in memory too
    assertThat(state(flooded, WEST).getIncidents()).hasSizeLessThanOrEqualTo(50);
    assertThat(state(flooded, WEST).getArchivedRumours()).hasSizeLessThanOrEqualTo(2000);
  }

  private static SectorState state(FoldedLog log, String sector) {
    return log.states().load(sector).orElseThrow();
  }

  /** Now this, now that, always with the credit of a good agency. */
  private static Report forged(int number, Instant at) {
    return report("forged-" + number)
        .type(TYPES.get(number % TYPES.size()))
        .status(number % 7 == 0 ? ReportStatus.DENIED : ReportStatus.REPORTED)
        .at(number % 2 == 0 ? BRIDGE : MILL)
        .on(at.minus(Duration.ofDays(number % 11)).toString().substring(0, 10))
        .known(at)
        .by("new-" + number % SOURCES, Reliability.F)
        .wire("agency", Reliability.A)
        .unsettled();
  }

  /** A sector elsewhere goes from talk to a seizure in ten days. */
  private static List<Report> buildUp(int hour, Instant at) {
    String day = at.toString().substring(0, 10);
    Report genuine = report("genuine-" + hour).in(SOUTH).known(at).on(day).unsettled().by("herald");
    return switch (hour) {
      case 40 -> List.of(genuine.type(EventType.HOSTILE_STATEMENT));
      case 90 -> List.of(genuine.type(EventType.MOBILISATION));
      case 130 -> List.of(genuine, genuine.named("confirmed").by("post"));
      case 170 ->
          List.of(
              genuine.type(EventType.BORDER_SEIZURE).at(BRIDGE),
              genuine.named("again").type(EventType.BORDER_SEIZURE).at(BRIDGE).by("times"));
      default -> List.of();
    };
  }
}
