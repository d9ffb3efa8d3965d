package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.diff.Json;
import oxus.standalone.explain.ExplanationJson;
import oxus.standalone.explain.History;
import oxus.standalone.replay.RunFolder;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** Holds that who looks back at a moment sees what a replay that ends there has come to. */
class TimeTravelProperties {
  private static final int RANDOM_MOMENTS = 35;
  private static final int RECORDED_MOMENTS = 18;

  private static final Theatre THEATRE = TheatreLoader.shipped();
  private static final ReplayInput SUMMER =
      new ReplayInputs(THEATRE, Optional.empty()).read("summer-2021");

  @TempDir static Path folder;

  private static List<SectorAssessment> assessments = List.of();
  private static History history = new History(List.of(), Optional.empty());

  @BeforeAll
  static void replayWhole() {
    Replay whole = new Replay(SUMMER, THEATRE, Optional.empty(), Optional.empty());
    RunFolder run = whole.inProcess(records -> {});
    run.write(folder, whole.manifest());
    assessments = run.assessments();
    history = new ExplainSource(THEATRE).run(folder);
  }

  @Test
  void explainsWhatAReplayCutAtThatMomentEndsWith() {
    for (Instant at : moments()) {
      Replay cut = new Replay(SUMMER, THEATRE, Optional.empty(), Optional.of(at));
      Map<String, String> last = last(cut.inProcess(records -> {}));
      for (Sector sector : THEATRE.sectors()) {
        Map<String, Object> explained =
            Json.object(ExplanationJson.of(history.explain(sector.id(), Optional.of(at))));
        assertThat(Optional.ofNullable(explained.get("assessment")))
            .as("%s at %s", sector.id(), at)
            .isEqualTo(Optional.ofNullable(last.get(sector.id())).map(Json::object));
      }
    }
  }

  /** Anywhere in the history, and right before, at and after its records. */
  private static List<Instant> moments() {
    Random random = new Random(20210622);
    Instant from = assessments.get(0).getAt().minus(Duration.ofDays(1));
    long length = Duration.between(from, history.end()).toMillis();
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < RANDOM_MOMENTS; i++) {
      moments.add(from.plusMillis((long) (random.nextDouble() * length)));
    }
    for (int i = 0; i < RECORDED_MOMENTS; i++) {
      Instant at = assessments.get(random.nextInt(assessments.size())).getAt();
      moments.add(at.plusMillis(i % 3 - 1L));
    }
    return moments;
  }

  /** The last assessment of each sector as its line. */
  private static Map<String, String> last(RunFolder run) {
    Map<String, ThreatLevel> levels = new TreeMap<>();
    for (ThreatLevelChange change : run.changes()) {
      levels.put(change.getSector(), change.getTo());
    }
    Map<String, String> last = new TreeMap<>();
    for (SectorAssessment assessment : run.assessments()) {
      ThreatLevel level = levels.getOrDefault(assessment.getSector(), ThreatLevel.LOW);
      last.put(assessment.getSector(), ChangeJson.of(assessment, level));
    }
    return last;
  }
}
