package oxus.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class ContainerEngineConditionTest {
  @Test
  void runsWhereAnEngineAnswers() {
    assertThat(ContainerEngineCondition.decide("optional", () -> true).isDisabled()).isFalse();
    assertThat(ContainerEngineCondition.decide("required", () -> true).isDisabled()).isFalse();
  }

  @Test
  void skipsAndSaysSoWhereNoneAnswers() {
    ConditionEvaluationResult result = ContainerEngineCondition.decide("optional", () -> false);

    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason())
        .contains("no container engine answers; run with -Dcontainers=required to insist");
  }

  @Test
  void failsWhereNoneAnswersAndOneIsRequired() {
    assertThatThrownBy(() -> ContainerEngineCondition.decide("required", () -> false))
        .hasMessageStartingWith("no container engine answers");
  }

  @Test
  void refusesAWordThatItDoesNotKnow() {
    assertThatThrownBy(() -> ContainerEngineCondition.decide("yes", () -> true))
        .hasMessage("-Dcontainers=yes is neither optional nor required");
  }
}
