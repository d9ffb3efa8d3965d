package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import oxus.schemas.Precision;

/** Two tables that a domain expert can read and extend: what dates mean, and what is none. */
class DateTableTest {

  @ParameterizedTest(name = "{arguments}")
  @CsvFileSource(resources = "dates.csv", useHeadersInDisplayName = true)
  void resolvesADateToWhatTheTextMeans(
      LocalDate published,
      String sentence,
      String as,
      LocalDate from,
      LocalDate to,
      Precision precision) {
    DateMention date = bracketed(published, sentence);

    Interval meant = as.equals("PLANNED") ? date.future() : date.past();

    assertThat(meant).isEqualTo(new Interval(from, to, precision));
  }

  @ParameterizedTest(name = "{arguments}")
  @CsvFileSource(resources = "not-dates.csv", useHeadersInDisplayName = true)
  void takesForADateOnlyWhatIsOne(String sentence) {
    DateFinder finder = new DateFinder(LocalDate.of(2021, 7, 21));

    assertThat(finder.find(tokens(sentence))).isEmpty();
  }

  /** The only date that touches the brackets; a bar parts sentences. */
  private static DateMention bracketed(LocalDate published, String text) {
    DateFinder finder = new DateFinder(published);
    String[] sentences = text.split(" \\| ", -1);
    for (int i = 0; i < sentences.length - 1; i++) {
      finder.find(tokens(sentences[i]));
    }
    String last = sentences[sentences.length - 1];
    int open = last.indexOf('[');
    int close = last.indexOf(']') - 1;
    List<Token> tokens = tokens(last.replace("[", "").replace("]", ""));
    List<DateMention> found =
        finder.find(tokens).stream()
            .filter(date -> tokens.get(date.from()).start() < close)
            .filter(date -> tokens.get(date.to() - 1).end() > open)
            .toList();
    assertThat(found).as("dates within the brackets of: %s", text).hasSize(1);
    return found.get(0);
  }

  private static List<Token> tokens(String sentence) {
    return Tokeniser.tokenise(sentence, 0, sentence.length());
  }
}
