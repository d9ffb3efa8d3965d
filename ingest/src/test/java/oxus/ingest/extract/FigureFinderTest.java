package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import oxus.schemas.Figure;
import oxus.schemas.Qualifier;

/** Two tables that a domain expert can read and extend: what figures claim, and what is none. */
class FigureFinderTest {

  @ParameterizedTest(name = "{arguments}")
  @CsvFileSource(resources = "figures.csv", useHeadersInDisplayName = true)
  void readsNumberQualifierAndUnit(
      String sentence, @Nullable Long min, @Nullable Long max, Qualifier qualifier, String unit) {
    Figure figure = bracketed(sentence);

    assertThat(figure.getMin()).isEqualTo(Optional.ofNullable(min));
    assertThat(figure.getMax()).isEqualTo(Optional.ofNullable(max));
    assertThat(figure.getQualifier()).isEqualTo(qualifier);
    assertThat(figure.getUnit()).isEqualTo(unit);
  }

  @ParameterizedTest(name = "{arguments}")
  @CsvFileSource(resources = "not-figures.csv", useHeadersInDisplayName = true)
  void leavesNumbersAloneThatCountNothing(String sentence) {
    assertThat(FigureFinder.find(tokens(sentence))).isEmpty();
  }

  /** The only figure that touches the brackets. */
  private static Figure bracketed(String sentence) {
    int open = sentence.indexOf('[');
    int close = sentence.indexOf(']') - 1;
    List<Token> tokens = tokens(sentence.replace("[", "").replace("]", ""));
    List<FigureMention> found =
        FigureFinder.find(tokens).stream()
            .filter(figure -> tokens.get(figure.from()).start() < close)
            .filter(figure -> tokens.get(figure.to() - 1).end() > open)
            .toList();
    assertThat(found).as("figures within the brackets of: %s", sentence).hasSize(1);
    return found.get(0).figure();
  }

  private static List<Token> tokens(String sentence) {
    return Tokeniser.tokenise(sentence, 0, sentence.length());
  }
}
