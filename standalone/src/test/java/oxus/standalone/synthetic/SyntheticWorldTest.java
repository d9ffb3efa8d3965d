package oxus.standalone.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oxus.processor.route.Router;
import oxus.schemas.BorderEvent;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

class SyntheticWorldTest {
  private static final SyntheticWorld WORLD = SyntheticWorld.of(7, 9);

  private static List<BorderEvent> reports(SyntheticWorld world, int count) {
    ReportStream stream = world.reports();
    List<BorderEvent> reports = new ArrayList<>();
    while (reports.size() < count) {
      reports.add(stream.next());
    }
    return reports;
  }

  @Test
  void tellsTheSameFromTheSameSeedAndOtherThingsFromAnother() {
    assertThat(reports(WORLD, 500)).isEqualTo(reports(WORLD, 500));
    assertThat(reports(WORLD, 500)).isNotEqualTo(reports(SyntheticWorld.of(8, 9), 500));
  }

  @Test
  void tellsInTheOrderInWhichThingsBecomeKnown() {
    assertThat(reports(WORLD, 2_000)).extracting(BorderEvent::getKnownAt).isSorted();
  }

  @Test
  void repeatsAndTellsAsOftenAsItIsAskedTo() {
    List<BorderEvent> reports = reports(WORLD, 9_000);
    Set<String> ids = new HashSet<>();
    reports.forEach(report -> ids.add(report.getId()));

    assertThat(ids.size() / 9_000.0).isBetween(0.45, 0.55);
    assertThat(reports.get(8_999).getKnownAt())
        .isBetween(Instant.parse("2023-06-01T00:00:00Z"), Instant.parse("2023-12-31T00:00:00Z"));
  }

  @Test
  void refusesAWorldWithoutNews() {
    assertThatThrownBy(() -> SyntheticWorld.of(7, 0)).hasMessageContaining("tells nothing");
    assertThatThrownBy(() -> WORLD.echoing(0.2, 1)).hasMessageContaining("repeats is 1.0");
  }

  @Test
  void movesTheSameLevelsWhetherOrNotEachAssessmentIsWrittenOut() {
    Theatre theatre = WORLD.theatre(TheatreLoader.shipped().policy());
    List<ThreatLevelChange> explained = new ArrayList<>();
    List<ThreatLevelChange> quick = new ArrayList<>();
    PurePipeline whole =
        new PurePipeline(theatre, judged -> judged.change().ifPresent(explained::add));
    PurePipeline brief = PurePipeline.ofChanges(theatre, quick::add);
    for (BorderEvent report : reports(WORLD, 2_000)) {
      whole.accept(report);
      brief.accept(report);
    }

    assertThat(quick).hasSizeGreaterThan(50).isEqualTo(explained);
  }

  @Test
  void tellsOfALiveWorldMostlyWhatItHasToldAlreadyAndOfOnePlace() {
    SyntheticWorld live = SyntheticWorld.live(7, 60);
    Router router = new Router(live.theatre(TheatreLoader.shipped().policy()));
    Set<String> ids = new HashSet<>();
    int entries = 0;
    for (BorderEvent report : reports(live, 9_000)) {
      ids.add(report.getId());
      entries += router.route(report).entries().size();
    }

    assertThat(ids.size() / 9_000.0).isBetween(0.3, 0.35);
    assertThat(entries / 9_000.0).isBetween(1.3, 1.9);
  }

  @Test
  void movesTheSameLevelsInALiveWorldWhereMostReportsAreNotJudged() {
    SyntheticWorld live = SyntheticWorld.live(7, 9);
    Theatre theatre = live.theatre(TheatreLoader.shipped().policy());
    List<ThreatLevelChange> explained = new ArrayList<>();
    List<ThreatLevelChange> quick = new ArrayList<>();
    PurePipeline whole =
        new PurePipeline(theatre, judged -> judged.change().ifPresent(explained::add));
    PurePipeline brief = PurePipeline.ofChanges(theatre, quick::add);
    for (BorderEvent report : reports(live, 6_000)) {
      whole.accept(report);
      brief.accept(report);
    }

    assertThat(quick).hasSizeGreaterThan(50).isEqualTo(explained);
  }
}
