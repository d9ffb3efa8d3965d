package oxus.theatre;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows its line, so that each complaint names file, line, culprit and
 * cure. Reading goes on after a problem, so that one run reports them all: a value that cannot be
 * read becomes empty, zero or the first choice, and the caller checks the problems before it uses
 * anything.
 */
public final class Yaml {
  private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000);
  private static final Duration LONGEST = Duration.ofDays(3653);

  /** Stands for a duration that was complained of, and draws no second complaint. */
  private static final Duration HARMLESS = Duration.ofDays(1);

  private final String file;
  private final Optional<Node> node;
  private final String path;
  private final List<Problem> problems;

  private Yaml(String file, Optional<Node> node, String path, List<Problem> problems) {
    this.file = file;
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  public static Yaml parse(String file, String text, List<Problem> problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
    try {
      OptionalInt tooDeep = Nesting.tooDeep(settings, text);
      if (tooDeep.isPresent()) {
        problems.add(
            new Problem(
                file,
                tooDeep.getAsInt(),
                "nested more than " + Nesting.DEEPEST + " levels deep",
                "close what is open before this line"));
        return new Yaml(file, Optional.empty(), "", problems);
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      root.ifPresent(node -> new RepeatedKeys(file, problems).report(node));
      return new Yaml(file, root, "", problems);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add(
          new Problem(file, line, "not YAML: " + e.getProblem(), "mend the syntax at this line"));
      return new Yaml(file, Optional.empty(), "", problems);
    } catch (YamlEngineException e) {
      problems.add(
          new Problem(file, 0, "not YAML: " + e.getMessage(), "take out what is no plain text"));
      return new Yaml(file, Optional.empty(), "", problems);
    }
  }

  public int line() {
    return node.flatMap(Node::getStartMark).map(mark -> mark.getLine() + 1).orElse(0);
  }

  /**
   * The whole text that this was read from, with another value in the place of this one; all else,
   * comments too, stays as it stands.
   */
  public String replacedIn(String text, String value) {
    int start = node.flatMap(Node::getStartMark).orElseThrow().getIndex();
    int end = node.flatMap(Node::getEndMark).orElseThrow().getIndex();
    return text.substring(0, text.offsetByCodePoints(0, start))
        + value
        + text.substring(text.offsetByCodePoints(0, end));
  }

  /** Whether there is anything; what is missing has been complained of where it was asked for. */
  public boolean isThere() {
    return node.isPresent();
  }

  public boolean isMap() {
    return node.filter(MappingNode.class::isInstance).isPresent();
  }

  public boolean isList() {
    return node.filter(SequenceNode.class::isInstance).isPresent();
  }

  public void problem(String culprit, String cure) {
    problems.add(new Problem(file, line(), culprit, cure));
  }

  /** Complains of every key that is not one of these: a mistyped key must not pass as a default. */
  public Yaml only(String... keys) {
    entries()
        .forEach(
            (key, value) -> {
              if (!Arrays.asList(keys).contains(key)) {
                value.problem("unknown key '" + key + "'", "use one of " + String.join(", ", keys));
              }
            });
    return this;
  }

  /** The value of a key that must be there. */
  public Yaml get(String key) {
    return find(key)
        .orElseGet(
            () -> {
              if (node.isPresent()) {
                problem(
                    "key '" + key + "' is missing" + (path.isEmpty() ? "" : " in " + path),
                    "add it");
              }
              return new Yaml(file, Optional.empty(), path + "." + key, problems);
            });
  }

  public Optional<Yaml> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  public Map<String, Yaml> entries() {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    if (node.isEmpty()) {
      return entries;
    }
    if (!(node.get() instanceof MappingNode mapping)) {
      problem("'" + path + "' is not a map", "write it as key: value lines");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      String inside = path.isEmpty() ? key : path + "." + key;
      entries.put(key, new Yaml(file, Optional.of(tuple.getValueNode()), inside, problems));
    }
    return entries;
  }

  public List<Yaml> items() {
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof SequenceNode sequence)) {
      problem("'" + path + "' is not a list", "write it as - item lines or [a, b]");
      return List.of();
    }
    List<Yaml> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Yaml(file, Optional.of(item), path, problems));
    }
    return items;
  }

  public String text() {
    if (node.isEmpty()) {
      return "";
    }
    if (node.get() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem("'" + path + "' is not a text", "write one value");
    return "";
  }

  public List<String> texts() {
    return items().stream().map(Yaml::text).toList();
  }

  /** A number within a range that sums and products of it cannot leave. */
  public BigDecimal number() {
    BigDecimal number;
    try {
      number = node.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text());
    } catch (NumberFormatException e) {
      problem("'" + text() + "' for " + path + " is not a number", "write a decimal number");
      return BigDecimal.ZERO;
    }
    if (number.abs().compareTo(GREATEST) > 0) {
      problem(
          "'" + text() + "' for " + path + " is out of range", "write " + GREATEST + " at most");
      return BigDecimal.ZERO;
    }
    return number;
  }

  /** A length of time up to ten years, ISO 8601: {@code PT15M}, {@code P7D}. */
  public Duration duration() {
    Duration duration;
    try {
      duration = node.isEmpty() ? Duration.ZERO : Duration.parse(text());
    } catch (DateTimeException e) {
      problem(
          "'" + text() + "' for " + path + " is not a duration", "write it as PT15M, PT72H or P7D");
      return HARMLESS;
    }
    if (duration.compareTo(LONGEST) > 0) {
      problem(
          "duration '" + text() + "' is longer than ten years", "write it as PT15M, PT72H or P7D");
      return HARMLESS;
    }
    return duration;
  }

  public <E extends Enum<E>> E choice(Class<E> type) {
    E[] choices = type.getEnumConstants();
    for (E choice : choices) {
      if (choice.name().equals(text())) {
        return choice;
      }
    }
    if (node.isPresent()) {
      problem(
          "'" + text() + "' is no " + type.getSimpleName(),
          "use one of " + Arrays.toString(choices));
    }
    return choices[0];
  }
}
