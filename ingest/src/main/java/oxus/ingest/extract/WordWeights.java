package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oxus.ingest.extract.Features.Feature;
import oxus.ingest.extract.Weighing.Weighed;
import oxus.schemas.EventType;

/**
 * Weights of words, learned from the hand-coded articles: a logistic regression for each type of
 * event, in whole thousandths so that sums are exact on every machine. How they are learned:
 * docs/extraction.md.
 */
final class WordWeights implements Weigher {
  static final String FILE = "weights.txt";

  /** What holds for every sentence. */
  static final Feature BIAS = new Feature('-', "", "", -1);

  private final Features features;

  /** By sort, first and second part of the feature's name. */
  private final Map<Character, Map<String, Map<String, int[]>>> weights = new HashMap<>();

  /**
   * Weights by feature.
   *
   * @param weights one weight a type, in the order of {@link EventType}
   */
  WordWeights(Features features, Map<String, int[]> weights) {
    this.features = features;
    weights.forEach(this::put);
  }

  /**
   * The weights that are part of the program. First line: the types; then a line a feature: its
   * name, a tab, and {@code type:weight} with the type's number in the first line.
   */
  static WordWeights shipped(Features features) {
    Map<String, int[]> weights = new HashMap<>(40_000);
    String[] lines = Resource.text(FILE).split("\n", -1);
    String[] types = lines[0].split(" ", -1);
    for (int line = 1; line < lines.length; line++) {
      int tab = lines[line].indexOf('\t');
      if (tab > 0) {
        weights.put(lines[line].substring(0, tab), row(types, lines[line].substring(tab + 1)));
      }
    }
    return new WordWeights(features, weights);
  }

  private void put(String name, int[] row) {
    String[] parts = name.split(" ", -1);
    weights
        .computeIfAbsent(name.charAt(0), sort -> new HashMap<>())
        .computeIfAbsent(parts.length > 1 ? parts[1] : "", first -> new HashMap<>(2))
        .put(parts.length > 2 ? parts[2] : "", row);
  }

  private static int[] row(String[] types, String text) {
    int[] row = new int[Weighing.TYPES.size()];
    for (String item : text.split(" ", -1)) {
      int colon = item.indexOf(':');
      EventType type = EventType.valueOf(types[Integer.parseInt(item.substring(0, colon))]);
      row[Weighing.TYPES.indexOf(type)] = Integer.parseInt(item.substring(colon + 1));
    }
    return row;
  }

  @Override
  public Weighing weigh(Reading reading, Set<EventType> byRules) {
    List<Weighed> weighed = new ArrayList<>();
    Set<int[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    add(weighed, seen, BIAS);
    for (Feature feature : features.of(reading, byRules)) {
      add(weighed, seen, feature);
    }
    return new Weighing(weighed);
  }

  private void add(List<Weighed> weighed, Set<int[]> seen, Feature feature) {
    Map<String, int[]> rows =
        weights.getOrDefault(feature.sort(), Map.of()).getOrDefault(feature.first(), Map.of());
    int[] row = rows.get(feature.second());
    if (row != null && seen.add(row)) {
      weighed.add(new Weighed(feature, row));
    }
  }
}
