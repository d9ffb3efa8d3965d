package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the features of examples, the rare ones left out.
 *
 * @param names the features by number
 * @param rows the numbers of each example's features
 */
record Numbering(List<String> names, List<int[]> rows) {

  /** How many examples have each feature. */
  int[] counts() {
    int[] counts = new int[names.size()];
    for (int[] row : rows) {
      for (int feature : row) {
        counts[feature]++;
      }
    }
    return counts;
  }

  static Numbering of(List<List<String>> examples, int rarest) {
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(example -> example.forEach(name -> counts.merge(name, 1, Integer::sum)));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<int[]> rows = new ArrayList<>();
    for (List<String> example : examples) {
      rows.add(
          example.stream()
              .filter(name -> counts.getOrDefault(name, 0) >= rarest)
              .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
              .toArray());
    }
    return new Numbering(List.copyOf(numbers.keySet()), rows);
  }
}
