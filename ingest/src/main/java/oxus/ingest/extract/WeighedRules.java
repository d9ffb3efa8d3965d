package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.Rule.Bearing;
import oxus.ingest.extract.Rule.Future;
import oxus.ingest.extract.Rule.Slot;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * Stand-ins for a rule where all the words of a sentence, not one rule, tell of an event: who may
 * do it, and what to, is what any rule of the type asks for.
 */
final class WeighedRules {
  /** The id of them all. */
  static final String ID = "weighed-words";

  /** The id of those for what a sentence denies that another told. */
  static final String DENIED_ID = "denied-claim";

  private static final Set<String> BEFORE_BASE =
      Set.of(
          "to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not");

  private final Map<EventType, Rule> rules = new EnumMap<>(EventType.class);
  private final Map<EventType, Rule> denials = new EnumMap<>(EventType.class);
  private final Map<String, Form> irregular = new HashMap<>();

  /**
   * @param irregularVerbs third person, past, participle and gerund by verb
   */
  WeighedRules(List<Rule> rules, Map<String, List<String>> irregularVerbs) {
    Map<EventType, List<Rule>> byType = new EnumMap<>(EventType.class);
    rules.forEach(rule -> byType.computeIfAbsent(rule.type(), type -> new ArrayList<>()).add(rule));
    byType.forEach((type, same) -> this.rules.put(type, together(ID, type, same)));
    byType.forEach((type, same) -> denials.put(type, together(DENIED_ID, type, same)));
    for (List<String> forms : irregularVerbs.values()) {
      irregular.putIfAbsent(forms.get(0), Form.THIRD);
      boolean one = forms.get(1).equals(forms.get(2));
      irregular.putIfAbsent(forms.get(1), one ? Form.PAST_OR_PARTICIPLE : Form.PAST);
      irregular.putIfAbsent(forms.get(2), Form.PARTICIPLE);
    }
  }

  /** Stands for the denial of an event of this type. */
  Rule denial(EventType type) {
    Rule rule = denials.get(type);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + type + ": add one to the rule files");
    }
    return rule;
  }

  /** A trigger of a type at a token, in the form that the token seems to have. */
  Trigger trigger(EventType type, Sentence sentence, int token) {
    Rule rule = rules.get(type);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + type + ": add one to the rule files");
    }
    return new Trigger(rule, form(sentence, token), Optional.empty());
  }

  private Form form(Sentence sentence, int token) {
    String word = sentence.token(token).word();
    if (token > 0 && BEFORE_BASE.contains(sentence.token(token - 1).word())) {
      return Form.BASE;
    }
    Form known = irregular.get(word);
    if (known != null) {
      return known;
    }
    if (word.endsWith("ed")) {
      return Form.PAST_OR_PARTICIPLE;
    }
    return word.endsWith("ing") ? Form.GERUND : Form.NOUN;
  }

  private static Rule together(String id, EventType type, List<Rule> same) {
    long subjects = 0;
    long objects = 0;
    boolean planned = false;
    boolean parties = false;
    for (Rule rule : same) {
      subjects |= rule.subject().mask();
      objects |= rule.object().mask();
      planned |= rule.future() == Future.PLANNED;
      parties |= rule.bearing() == Bearing.PARTIES;
    }
    Optional<ReportStatus> status = same.get(0).status();
    boolean oneStatus = same.stream().allMatch(rule -> rule.status().equals(status));
    return new Rule(
        id,
        Integer.MAX_VALUE,
        type,
        new Slot(subjects, false),
        new Slot(objects, false),
        List.of(),
        0,
        List.of(),
        List.of(),
        oneStatus ? status : Optional.empty(),
        planned ? Future.PLANNED : Future.NOTHING,
        parties ? Bearing.PARTIES : Bearing.PLACE,
        false,
        false,
        0,
        List.of(),
        List.of());
  }
}
