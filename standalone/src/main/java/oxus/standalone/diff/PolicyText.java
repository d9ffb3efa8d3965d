package oxus.standalone.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oxus.theatre.Yaml;

/** The numbers of a policy by the path of their keys: {@code weights.types.TALKS.base}. */
final class PolicyText {
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
    add("", Yaml.parse("policy", text, new ArrayList<>()), numbers);
    return numbers;
  }

  private static void add(String path, Yaml yaml, Map<String, String> numbers) {
    if (yaml.isMap()) {
      yaml.entries()
          .forEach((key, value) -> add(path.isEmpty() ? key : path + "." + key, value, numbers));
    } else if (yaml.isList()) {
      int place = 0;
      for (Yaml item : yaml.items()) {
        place++;
        String key =
            item.isMap() && item.find("id").isPresent() ? item.get("id").text() : "" + place;
        add(path + "[" + key + "]", item, numbers);
      }
    } else {
      numbers.put(path, yaml.text());
    }
  }
}
