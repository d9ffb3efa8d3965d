package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.schemas.Article;

/** Every example in the rule files holds: what a rule is for, and what it must leave alone. */
class RuleExamplesTest {
  private static final Lexicon LEXICON =
      Lexicon.of(MadeUpTheatre.theatre(), (reading, byRules) -> Weighing.silent());

  static Stream<Arguments> positives() {
    return LEXICON.rules().stream()
        .flatMap(rule -> rule.positive().stream().map(text -> Arguments.of(rule.id(), text)));
  }

  static Stream<Arguments> negatives() {
    return LEXICON.rules().stream()
        .flatMap(rule -> rule.negative().stream().map(text -> Arguments.of(rule.id(), text)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("positives")
  void findsWhatARuleIsFor(String rule, String text) {
    assertThat(rulesThatHold(text)).contains(rule);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("negatives")
  void leavesAloneWhatARuleIsNotFor(String rule, String text) {
    assertThat(rulesThatHold(text)).doesNotContain(rule);
  }

  @Test
  void everyRuleHasTwoExamplesOfEitherKind() {
    assertThat(LEXICON.rules())
        .allMatch(rule -> rule.positive().size() >= 2 && rule.negative().size() >= 2);
  }

  private static List<String> rulesThatHold(String text) {
    return rulesThatHold(LEXICON, text);
  }

  static List<String> rulesThatHold(Lexicon lexicon, String text) {
    Article article = Articles.saying(text);
    CleanText clean = Normaliser.normalise(text, lexicon::knows);
    List<Sentence> sentences = SentenceSplitter.split(clean.text(), lexicon.abbreviations());
    Bearings bearings = new Bearings(MadeUpTheatre.theatre());
    return new ArticleReader(lexicon, bearings, article, clean, Journal.none())
        .read(sentences, List.of()).stream().map(candidate -> candidate.rule().id()).toList();
  }
}
