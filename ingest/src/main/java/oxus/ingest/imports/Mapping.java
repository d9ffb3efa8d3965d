package oxus.ingest.imports;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Problem;
import oxus.theatre.Yaml;

/**
 * How a table's rows become reports: which column is what, and which values mean which type. Read
 * from YAML; docs/importing.md tells its form.
 *
 * @param delimiter between the cells of a row; empty: the one that the header shows
 * @param dates how the table writes days; empty: as ISO dates
 * @param fields the columns by what they are to us
 * @param constants what is the same for all rows, by what it is to us
 * @param rules the first that holds decides
 */
public record Mapping(
    String name,
    Optional<Character> delimiter,
    Optional<DateTimeFormatter> dates,
    Map<String, String> fields,
    Map<String, String> constants,
    List<TypeRule> rules) {

  /** What a column may be to us. */
  static final Set<String> FIELDS =
      Set.of(
          "id",
          "published",
          "occurred_from",
          "occurred_to",
          "source",
          "url",
          "scope",
          "place",
          "district",
          "province",
          "country",
          "latitude",
          "longitude",
          "initiator",
          "target",
          "quantity",
          "unit",
          "attributed_to",
          "text");

  /** What a rule may ask beside columns: on whose side the initiator stands. */
  static final String SIDE = "side";

  public Mapping {
    fields = new TreeMap<>(fields);
    constants = new TreeMap<>(constants);
    rules = List.copyOf(rules);
  }

  /** Reads a mapping; what is wrong with it is added to the problems. */
  public static Mapping parse(String file, String text, List<Problem> problems) {
    Yaml root = Yaml.parse(file, text, problems);
    root.only("name", "delimiter", "dates", "fields", "constants", "rules");
    List<TypeRule> rules = new ArrayList<>();
    root.get("rules").items().forEach(rule -> rules.add(rule(rule)));
    return new Mapping(
        root.get("name").text(),
        root.find("delimiter").map(Mapping::delimiter),
        root.find("dates").flatMap(Mapping::dates),
        root.find("fields").map(Mapping::named).orElse(Map.of()),
        root.find("constants").map(Mapping::named).orElse(Map.of()),
        rules);
  }

  private static char delimiter(Yaml yaml) {
    return switch (yaml.text()) {
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "tab" -> '\t';
      default -> {
        yaml.problem("'" + yaml.text() + "' is no delimiter", "write comma, semicolon or tab");
        yield ',';
      }
    };
  }

  private static Optional<DateTimeFormatter> dates(Yaml yaml) {
    // The strict reading knows no year of an era: uuuu is what people mean by yyyy.
    String pattern = yaml.text().replace('y', 'u');
    if (pattern.matches("(?=.*uuuu)(?=.*M)(?=.*d)[uMd./ -]{6,12}")) {
      return Optional.of(Cells.strict(pattern));
    }
    yaml.problem(
        "'" + yaml.text() + "' is no form of a date", "write it as dd/MM/yyyy or d.M.yyyy");
    return Optional.empty();
  }

  private static Map<String, String> named(Yaml yaml) {
    Map<String, String> named = new LinkedHashMap<>();
    yaml.entries()
        .forEach(
            (key, value) -> {
              if (!FIELDS.contains(key)) {
                value.problem(
                    "'" + key + "' is nothing that a report has",
                    "use one of " + String.join(", ", new TreeSet<>(FIELDS)));
              }
              named.put(key, value.text());
            });
    return named;
  }

  private static TypeRule rule(Yaml yaml) {
    yaml.only("when", "type", "at-crossing", "status", "border-of", "leave-out", "means");
    Map<String, List<String>> when = new LinkedHashMap<>();
    yaml.get("when")
        .entries()
        .forEach(
            (column, value) ->
                when.put(column, value.isList() ? value.texts() : List.of(value.text())));
    if (yaml.find("type").isPresent() == yaml.find("leave-out").isPresent()) {
      yaml.problem("the rule has neither type nor leave-out, or both", "give it one of them");
    }
    yaml.find("border-of")
        .filter(border -> !border.text().equals("parties"))
        .ifPresent(border -> border.problem("unknown border-of", "write border-of: parties"));
    return new TypeRule(
        when,
        yaml.find("type").map(type -> type.choice(EventType.class)),
        yaml.find("at-crossing").map(type -> type.choice(EventType.class)),
        yaml.find("status")
            .map(status -> status.choice(ReportStatus.class))
            .orElse(ReportStatus.REPORTED),
        yaml.find("border-of").isPresent(),
        yaml.find("means").or(() -> yaml.find("leave-out")).map(Yaml::text).orElse(""));
  }

  /** The rule that decides on a row; empty: none speaks of it. */
  Optional<TypeRule> ruleFor(UnaryOperator<String> cells) {
    return rules.stream().filter(rule -> rule.holds(cells)).findFirst();
  }

  /** The columns that rules ask. */
  List<String> asked() {
    return rules.stream()
        .flatMap(rule -> rule.when().keySet().stream())
        .filter(column -> !column.equals(SIDE))
        .distinct()
        .toList();
  }

  /** The columns that rules ask first: they tell a row of which no rule speaks. */
  List<String> askedFirst() {
    return rules.stream()
        .flatMap(rule -> rule.when().keySet().stream().limit(1))
        .filter(column -> !column.equals(SIDE))
        .distinct()
        .toList();
  }

  /** The rules as a table in a document. */
  public String markdown() {
    StringBuilder table =
        new StringBuilder("| when | becomes | meaning, or why not |\n| --- | --- | --- |\n");
    rules.forEach(rule -> table.append(rule.markdown()).append('\n'));
    return table.toString();
  }
}
