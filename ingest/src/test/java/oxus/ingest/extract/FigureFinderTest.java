package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.Figure;

class FigureFinderTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "134 soldiers,134,134,EXACT,soldiers",
        "more than a thousand Afghan soldiers,1000,-,AT_LEAST,soldiers",
        "over 300 guards,300,-,AT_LEAST,guards",
        "about 650 refugees,650,650,ABOUT,refugees",
        "up to 100 tanks,-,100,AT_MOST,tanks",
        "between 40 and 50 men,40,50,BETWEEN,men",
        "40 to 50 men,40,50,BETWEEN,men",
        "twenty thousand reservists,20000,20000,EXACT,reservists",
        "ten thousand refugees,10000,10000,EXACT,refugees",
        "1.1 million dollars,1100000,1100000,EXACT,dollars",
        "tens of thousands of people,20000,-,AT_LEAST,people",
        "hundreds of families,200,-,AT_LEAST,families",
        "70% of it,70,70,EXACT,percent",
        "two dozen trucks,24,24,EXACT,trucks",
      })
  void readsNumberQualifierAndUnit(String text, Long min, Long max, String qualifier, String unit) {
    Figure figure = FigureFinder.find(Tokeniser.tokenise(text, 0, text.length())).get(0).figure();

    assertThat(figure.getMin().orElse(null)).isEqualTo(min);
    assertThat(figure.getMax().orElse(null)).isEqualTo(max);
    assertThat(figure.getQualifier().name()).isEqualTo(qualifier);
    assertThat(figure.getUnit()).isEqualTo(unit);
  }
}
