package oxus.ingest.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oxus.ingest.extract.PhraseTrie.Case;
import oxus.ingest.extract.RuleReader.Pattern;

/** Rules with a part taken out, to see whether any example notices. */
final class MutantRules {
  private static final String SUFFIX = "~";

  private final List<Pattern> patterns;
  private final List<Rule> rules;

  MutantRules() {
    RuleReader reader = RuleReader.read(new Inflector(irregular()));
    this.patterns = reader.patterns();
    this.rules = reader.rules();
  }

  List<Rule> rules() {
    return rules;
  }

  /** A rule without one of the words that must not stand close. */
  static Rule withoutForbiddenWord(Rule rule, String word) {
    List<String> rest = rule.notWords().stream().filter(other -> !other.equals(word)).toList();
    return changed(rule, rule.not(), rest, rule.words());
  }

  /** A rule without the kinds that must not stand close. */
  static Rule withoutForbiddenKinds(Rule rule) {
    return changed(rule, 0, rule.notWords(), rule.words());
  }

  /** A rule without the words of which one must stand close. */
  static Rule withoutDemandedWords(Rule rule) {
    return changed(rule, rule.not(), rule.notWords(), List.of());
  }

  /** Whether a negative example that the rule leaves alone gives the mutant an event. */
  boolean isNoticed(Rule rule, Rule mutant) {
    Lexicon lexicon = mutated(rule, mutant);
    return rule.negative().stream()
        .anyMatch(text -> RuleExamplesTest.rulesThatHold(lexicon, text).contains(mutant.id()));
  }

  /** The lexicon with the mutant beside its rule, which never holds where the mutant alone does. */
  Lexicon mutated(Rule rule, Rule mutant) {
    Lexicon lexicon = Lexicon.of(MadeUpTheatre.theatre(), (reading, byRules) -> Weighing.silent());
    for (Pattern pattern : patterns) {
      Trigger trigger = pattern.trigger();
      if (trigger.rule().id().equals(rule.id())) {
        Trigger changed = new Trigger(mutant, trigger.form(), trigger.tail());
        lexicon.trie().add(pattern.words(), Case.ANY, Entry.ofTrigger(changed));
      }
    }
    return lexicon;
  }

  private static Rule changed(Rule rule, long not, List<String> notWords, List<String> words) {
    return new Rule(
        rule.id() + SUFFIX,
        rule.order(),
        rule.type(),
        rule.subject(),
        rule.object(),
        rule.near(),
        not,
        notWords,
        words,
        rule.status(),
        rule.future(),
        rule.bearing(),
        rule.mutual(),
        rule.named(),
        rule.weight(),
        rule.positive(),
        rule.negative());
  }

  private static Map<String, List<String>> irregular() {
    Map<String, List<String>> irregular = new LinkedHashMap<>();
    Resource.map(Resource.map("grammar.yaml").get("irregular"), "irregular")
        .forEach(
            (verb, forms) -> irregular.put(verb, List.of(String.valueOf(forms).split(" ", -1))));
    return irregular;
  }
}
