package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule forbids or demands around its trigger is there for a reason that an example tells.
 */
class RuleMutationTest {
  private static final MutantRules RULES = new MutantRules();

  static Stream<Arguments> mutants() {
    return RULES.rules().stream().flatMap(RuleMutationTest::mutants);
  }

  private static Stream<Arguments> mutants(Rule rule) {
    Stream.Builder<Arguments> mutants = Stream.builder();
    for (String word : rule.notWords()) {
      mutants.add(
          Arguments.of(
              rule.id(), "without " + word, rule, MutantRules.withoutForbiddenWord(rule, word)));
    }
    if (rule.not() != 0) {
      mutants.add(Arguments.of(rule.id(), "not", rule, MutantRules.withoutForbiddenKinds(rule)));
    }
    if (!rule.words().isEmpty()) {
      mutants.add(Arguments.of(rule.id(), "with", rule, MutantRules.withoutDemandedWords(rule)));
    }
    return mutants.build();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("mutants")
  void aNegativeExampleNoticesWhenAForbiddenWordOrAListIsGone(
      String id, String list, Rule rule, Rule mutant) {
    List<String> examples = rule.negative();

    assertThat(RULES.isNoticed(rule, mutant))
        .as("rule %s without its '%s': add an example to its 'no' %s", id, list, examples)
        .isTrue();
  }

  /**
   * A rule whose words are gone fails RuleExamplesTest; one that is deleted takes its examples with
   * it, and this list is what notices.
   */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "rules.csv", numLinesToSkip = 1)
  void noRuleGoesAndNoneForbidsOrDemandsLess(String id, int without, int not, int with) {
    Rule rule =
        RULES.rules().stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("rule " + id + " is gone; if it should, mend rules.csv"));

    assertThat(rule.notWords())
        .as("without of %s, see rules.csv", id)
        .hasSizeGreaterThanOrEqualTo(without);
    assertThat(Long.bitCount(rule.not()))
        .as("not of %s, see rules.csv", id)
        .isGreaterThanOrEqualTo(not);
    assertThat(rule.words()).as("with of %s, see rules.csv", id).hasSizeGreaterThanOrEqualTo(with);
  }
}
