package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Rule.Bearing;
import oxus.ingest.extract.Rule.Future;
import oxus.ingest.extract.Rule.Slot;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/** Reads the rule files, one per event family, into rules and the forms of their triggers. */
final class RuleReader {
  static final List<String> FAMILIES =
      List.of(
          "control",
          "violence",
          "displacement",
          "border-regime",
          "posture",
          "diplomacy",
          "militancy");
  private static final Set<String> KEYS =
      Set.of(
          "id", "type", "verbs", "nouns", "phrases", "subject", "object", "near", "not", "without",
          "with", "status", "planned", "bearing", "weight", "mutual", "named", "yes", "no");

  private final Inflector inflector;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /** The words that set a rule off. */
  record Pattern(List<String> words, Trigger trigger) {}

  private RuleReader(Inflector inflector) {
    this.inflector = inflector;
  }

  static RuleReader read(Inflector inflector) {
    RuleReader reader = new RuleReader(inflector);
    for (String family : FAMILIES) {
      String file = "rules/" + family + ".yaml";
      for (Object item : Resource.list(file)) {
        reader.add(Resource.map(item, file));
      }
    }
    return reader;
  }

  List<Rule> rules() {
    return rules;
  }

  List<Pattern> patterns() {
    return patterns;
  }

  private void add(Map<String, Object> fields) {
    String id = String.valueOf(fields.get("id"));
    for (String key : fields.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("rule " + id + ": unknown key '" + key + "'");
      }
    }
    Rule rule =
        new Rule(
            id,
            rules.size(),
            EventType.valueOf(String.valueOf(fields.get("type"))),
            slot(fields.get("subject")),
            slot(fields.get("object")),
            Resource.texts(fields.get("near"), id).stream().map(RuleReader::mask).toList(),
            fields.containsKey("not") ? mask(String.valueOf(fields.get("not"))) : 0,
            Resource.texts(fields.get("without"), id),
            Resource.texts(fields.get("with"), id),
            Optional.ofNullable(fields.get("status"))
                .map(status -> ReportStatus.valueOf(String.valueOf(status))),
            Boolean.TRUE.equals(fields.get("planned")) ? Future.PLANNED : Future.NOTHING,
            "parties".equals(fields.get("bearing")) ? Bearing.PARTIES : Bearing.PLACE,
            Boolean.TRUE.equals(fields.get("mutual")),
            Boolean.TRUE.equals(fields.get("named")),
            fields.get("weight") instanceof Integer weight ? weight : 0,
            Resource.texts(fields.get("yes"), id),
            Resource.texts(fields.get("no"), id));
    rules.add(rule);
    addTriggers(rule, fields);
  }

  private void addTriggers(Rule rule, Map<String, Object> fields) {
    for (String verb : Resource.texts(fields.get("verbs"), rule.id())) {
      int gap = verb.indexOf(" .. ");
      String head = gap < 0 ? verb : verb.substring(0, gap);
      Optional<String> tail = gap < 0 ? Optional.empty() : Optional.of(verb.substring(gap + 4));
      inflector.verb(head).forEach((form, kind) -> addPattern(form, new Trigger(rule, kind, tail)));
    }
    for (String noun : Resource.texts(fields.get("nouns"), rule.id())) {
      for (String form : inflector.noun(noun)) {
        addPattern(form, new Trigger(rule, Form.NOUN, Optional.empty()));
      }
    }
    for (String phrase : Resource.texts(fields.get("phrases"), rule.id())) {
      addPattern(phrase, new Trigger(rule, Form.PHRASE, Optional.empty()));
    }
  }

  private void addPattern(String phrase, Trigger trigger) {
    patterns.add(new Pattern(Words.of(phrase), trigger));
  }

  private static Slot slot(@Nullable Object value) {
    if (value == null) {
      return Slot.NONE;
    }
    String text = String.valueOf(value);
    boolean optional = text.endsWith("?");
    return new Slot(mask(optional ? text.substring(0, text.length() - 1) : text), !optional);
  }

  private static long mask(String kinds) {
    long mask = 0;
    for (String kind : kinds.split("\\|", -1)) {
      mask |= Kind.named(kind.strip()).bit();
    }
    return mask;
  }
}
