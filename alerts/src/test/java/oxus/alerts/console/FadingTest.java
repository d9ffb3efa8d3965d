package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.contribution;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.schemas.EventType;
import oxus.schemas.Outlook;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

class FadingTest {
  final Policy policy = Examples.theatre().policy();

  @Test
  void fallsFromTheScoreAndMarksTheStepThatFollows() {
    Outlook outlook =
        new Outlook(
            List.of(), null, null, new StepDown(ThreatLevel.MODERATE, NOON.plusSeconds(86_400)));

    Fading fading =
        Fading.of(
                List.of(contribution(EventType.ARMED_CLASH, 7_000_000).build()),
                NOON,
                Optional.of(outlook),
                policy.version(),
                policy)
            .orElseThrow();

    assertThat(fading.curve()).startsWith("M175.0 16.0L");
    assertThat(fading.thresholds())
        .extracting(LevelChart.Threshold::level)
        .containsExactly(ThreatLevel.MODERATE, ThreatLevel.SUBSTANTIAL, ThreatLevel.SEVERE);
    assertThat(fading.stepDown().orElseThrow().text())
        .isEqualTo("MODERATE from 2021-06-23 12:00 UTC");
  }

  @Test
  void hasAThresholdAndAZeroToMeasureBy() {
    Fading low =
        Fading.of(
                List.of(contribution(EventType.ARMED_CLASH, 500_000).build()),
                NOON,
                Optional.empty(),
                policy.version(),
                policy)
            .orElseThrow();

    assertThat(low.thresholds())
        .extracting(LevelChart.Threshold::level)
        .containsExactly(ThreatLevel.MODERATE);
    assertThat(low.zero()).isEqualTo(Fading.BOTTOM);
  }

  @Test
  void isLeftOutWhereAnotherPolicyJudged() {
    assertThat(
            Fading.of(
                List.of(contribution(EventType.ARMED_CLASH, 7_000_000).build()),
                NOON,
                Optional.empty(),
                "another",
                policy))
        .isEmpty();
  }

  @Test
  void isLeftOutWhereNothingRaises() {
    assertThat(
            Fading.of(
                List.of(contribution(EventType.TALKS, -1).build()),
                NOON,
                Optional.empty(),
                policy.version(),
                policy))
        .isEmpty();
  }
}
