package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "'two  words\n\tmore ', two words more",
    "'\u001b[31mred', \uFFFD[31mred",
    "'ab\u202Ecd', ab\uFFFDcd",
    "'a\uFFFFb', a\uFFFDb",
    "'Шер-Хан بندر é', Шер-Хан بندر é",
    "'می\u200Cروند', می\u200Cروند"
  })
  void isOneLineThatSteersNothing(String text, String plain) {
    assertThat(PlainText.of(text, 100)).isEqualTo(plain);
  }

  @Test
  void replacesHalfOfAPair() {
    assertThat(PlainText.of("a\uD800b", 9)).isEqualTo("a\uFFFDb");
  }

  @Test
  void buildsNoTowersOfAccents() {
    assertThat(PlainText.of("e" + "\u0301".repeat(100_000) + "f", 9))
        .isEqualTo("e" + "\u0301".repeat(4) + "f");
  }

  @Test
  void cutsAtACharacterAndShowsTheCut() {
    assertThat(PlainText.of("😀😀😀", 2)).isEqualTo("😀😀…");
    assertThat(PlainText.of("😀😀", 2)).isEqualTo("😀😀");
  }
}
