package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
  private static final Set<String> ABBREVIATIONS = Set.of("gen", "aug");

  @Test
  void splitsAtFullStopsButNotBehindAbbreviationsAndInitials() {
    assertThat(split("Gen. A. Smith left on Aug. 5. He went home."))
        .containsExactly("Gen. A. Smith left on Aug. 5.", "He went home.");
  }

  @Test
  void splitsWhereTheSpaceIsMissing() {
    assertThat(split("They met the guards.The guards fled."))
        .containsExactly("They met the guards.", "The guards fled.");
  }

  @Test
  void keepsClosingQuotesWithTheirSentence() {
    assertThat(split("\"We left.\" He wept.")).containsExactly("\"We left.\"", "He wept.");
  }

  @Test
  void takesALineForAHeadlineUnlessTheTextWasOnlyWrapped() {
    assertThat(split("Gate shut\nThe gate was\nshut today.\n"))
        .containsExactly("Gate shut", "The gate was\nshut today.");
  }

  private static List<String> split(String text) {
    return SentenceSplitter.split(text, ABBREVIATIONS).stream()
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .toList();
  }
}
