package oxus.standalone.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oxus.theatre.Yaml;

/** The numbers of a policy by the path of their keys: {@code weights.types.TALKS.base}. */
public final class PolicyText {
  private static final String NONE = "-";

  private PolicyText() {}

  /** The numbers that differ. */
  static List<FieldDifference> between(String one, String other) {
    Map<String, String> ones = numbers(one);
    Map<String, String> others = numbers(other);
    Set<String> paths = new LinkedHashSet<>(ones.keySet());
    paths.addAll(others.keySet());
    List<FieldDifference> differences = new ArrayList<>();
    for (String path : paths) {
      String left = ones.getOrDefault(path, NONE);
      String right = others.getOrDefault(path, NONE);
      if (!left.equals(right)) {
        differences.add(new FieldDifference(path, left, right));
      }
    }
    return differences;
  }

  private static Map<String, String> numbers(String text) {
    Map<String, String> numbers = new LinkedHashMap<>();
    values(text).forEach((path, value) -> numbers.put(path, value.text()));
    return numbers;
  }

  /** Every single value of a policy by its path, in the order of the file. */
  public static Map<String, Yaml> values(String text) {
    Map<String, Yaml> values = new LinkedHashMap<>();
    add("", Yaml.parse("policy", text, new ArrayList<>()), values);
    return values;
  }

  private static void add(String path, Yaml yaml, Map<String, Yaml> values) {
    if (yaml.isMap()) {
      yaml.entries()
          .forEach((key, value) -> add(path.isEmpty() ? key : path + "." + key, value, values));
    } else if (yaml.isList()) {
      int place = 0;
      for (Yaml item : yaml.items()) {
        place++;
        String key =
            item.isMap() && item.find("id").isPresent() ? item.get("id").text() : "" + place;
        add(path + "[" + key + "]", item, values);
      }
    } else {
      values.put(path, yaml);
    }
  }
}
