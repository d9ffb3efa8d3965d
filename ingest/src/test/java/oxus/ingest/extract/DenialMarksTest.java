package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The gate was opened at noon.|",
        "The army denied it.|dp",
        "The army denied these reports.|dcp",
        "The army denied reports that the bridge had fallen.|dct",
        "The army denied that the bridge had fallen.|dt",
        "The army called the report false.|f",
        "These reports are untrue.|fcpl",
        "The envoy laughed off the claim.|dc",
        "The guests laughed and went home.|",
        "Nobody crossed the river.|n",
        "The bridge is still ours.|s",
        "That is not true.|fp",
        "The story has no basis.|fc"
      })
  void tellsHowASentenceDenies(String text, String letters) {
    assertThat(DenialMarks.in(sentence(text)).letters()).isEqualTo(letters == null ? "" : letters);
  }

  @Test
  void pointsAtTheDenialAndNotAtANoBeforeIt() {
    assertThat(DenialMarks.in(sentence("With no delay the army denied it.")).token()).isEqualTo(5);
    assertThat(DenialMarks.in(sentence("Nobody came.")).token()).isZero();
  }

  @Test
  void findsNothingWhereNothingIsDenied() {
    DenialMarks marks = DenialMarks.in(sentence("Traders drank tea."));

    assertThat(marks.any()).isFalse();
    assertThat(marks.denies()).isFalse();
    assertThat(marks.naught()).isFalse();
  }

  @Test
  void takesANoAloneForNoDenial() {
    DenialMarks marks = DenialMarks.in(sentence("No soldier crossed."));

    assertThat(marks.any()).isTrue();
    assertThat(marks.naught()).isTrue();
    assertThat(marks.denies()).isFalse();
  }

  @Test
  void knowsEveryWordingOfADenialThatGrammarKnows() {
    assertThat(Resource.texts(Resource.map("lexicon.yaml").get("denial"), "denial"))
        .allMatch(phrase -> DenialMarks.in(sentence("The army: " + phrase + ".")).any());
  }

  private static Sentence sentence(String text) {
    return SentenceSplitter.split(text, Set.of()).get(0);
  }
}
