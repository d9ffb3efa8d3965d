package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.schemas.ThreatLevel;

class LevelChartTest {
  static final Map<ThreatLevel, Long> THRESHOLDS =
      Map.of(MODERATE, 2_000_000L, SEVERE, 6_000_000L, CRITICAL, 9_000_000L);

  @Test
  void isEmptyWhileNothingIsKnown() {
    assertThat(
            LevelChart.of(List.of(), List.of(), THRESHOLDS, List.of(), Optional.empty()).isEmpty())
        .isTrue();
  }

  @Test
  void stepsFromTheFirstLevelThroughEachChange() {
    List<Posted> newestFirst =
        List.of(
            new Posted(1, change("S", 2, MODERATE, SEVERE)),
            new Posted(0, change("S", 1, LOW, MODERATE)));

    LevelChart chart = LevelChart.of(newestFirst, List.of(), Map.of(), List.of(), Optional.empty());

    assertThat(chart.steps()).matches("M150\\.0 128\\.0H[\\d.]+V102\\.0H[\\d.]+V50\\.0H[\\d.]+");
    assertThat(chart.moves())
        .extracting(LevelChart.Moment::style)
        .containsExactly("level-4", "level-2");
  }

  @Test
  void showsTheThresholdsUpToTheNextOneThatWouldBeReached() {
    List<ScorePoint> trail = List.of(point(0, 0), point(60, 4_000_000));

    LevelChart chart = LevelChart.of(List.of(), trail, THRESHOLDS, List.of(), Optional.empty());

    assertThat(chart.thresholds())
        .extracting(LevelChart.Threshold::level)
        .containsExactly(MODERATE, SEVERE);
    assertThat(chart.greatest()).isEqualTo(6_000_000);
  }

  @Test
  void drawsAScoreBelowZeroBelowTheZeroLine() {
    LevelChart chart =
        LevelChart.of(
            List.of(),
            List.of(point(0, -1_000_000), point(60, 1_000_000)),
            Map.of(),
            List.of(),
            Optional.empty());

    assertThat(chart.zero()).isBetween(LevelChart.SCORE_TOP + 1, LevelChart.SCORE_BOTTOM - 1);
    assertThat(chart.score()).contains(" " + Projection.number(LevelChart.SCORE_BOTTOM));
  }

  @Test
  void marksAFewDaysHoweverLongTheHistory() {
    for (int days : new int[] {0, 1, 5, 30, 150, 900}) {
      List<ScorePoint> trail = List.of(point(0, 0), point(days * 1440, 1));

      assertThat(LevelChart.of(List.of(), trail, Map.of(), List.of(), Optional.empty()).days())
          .hasSizeBetween(1, 6);
    }
  }

  private static ScorePoint point(int minutes, long score) {
    return new ScorePoint(NOON.plusSeconds(60L * minutes), score);
  }
}
