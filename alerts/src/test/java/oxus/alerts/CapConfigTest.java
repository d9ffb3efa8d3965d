package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapConfigTest {
  @Test
  void takesTheSenderFromTheEnvironmentOrLeavesItToTheTheatre() {
    assertThat(CapConfig.of(Map.of("OXUS_CAP_SENDER", "watch@agency.example")).sender())
        .contains("watch@agency.example");
    assertThat(CapConfig.of(Map.of("OXUS_CAP_SENDER", " ")).sender()).isEmpty();
    assertThat(CapConfig.of(Map.of()).sender()).isEmpty();
  }

  /** CAP separates references by spaces and their parts by commas. */
  @ParameterizedTest
  @ValueSource(strings = {"two words", "a,b", "a<b", "a&b"})
  void refusesWhatWouldBreakReferences(String sender) {
    assertThatThrownBy(() -> CapConfig.of(Map.of("OXUS_CAP_SENDER", sender)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OXUS_CAP_SENDER is '" + sender + "'");
  }
}
