package oxus.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserConditionTest {
  static final Optional<Path> FOUND = Optional.of(Path.of("chromium"));

  @Test
  void runsWhereThereIsABrowser() {
    assertThat(BrowserCondition.decide("optional", () -> FOUND).isDisabled()).isFalse();
    assertThat(BrowserCondition.decide("required", () -> FOUND).isDisabled()).isFalse();
  }

  @Test
  void skipsAndSaysSoWhereThereIsNone() {
    assertThat(BrowserCondition.decide("optional", Optional::empty).getReason())
        .contains(
            "no Chromium is on the PATH; install it, or run with -Dbrowser=required to insist");
  }

  @Test
  void failsWhereThereIsNoneAndOneIsRequired() {
    assertThatThrownBy(() -> BrowserCondition.decide("required", Optional::empty))
        .hasMessageContaining("apt-get install chromium");
  }

  @Test
  void refusesAWordThatItDoesNotKnow() {
    assertThatThrownBy(() -> BrowserCondition.decide("yes", () -> FOUND))
        .hasMessage("-Dbrowser=yes is neither optional nor required");
  }
}
