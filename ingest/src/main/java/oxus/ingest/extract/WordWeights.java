package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
  static final String BIAS = "-";

  private final Features features;
  private final Map<String, Map<EventType, Integer>> weights;
  private final Map<EventType, Integer> bias;

  WordWeights(Features features, Map<String, Map<EventType, Integer>> weights) {
    this.features = features;
    this.weights = weights;
    this.bias = weights.getOrDefault(BIAS, Map.of());
  }

  /** The weights that are part of the program: a feature, a tab, types with their weights. */
  static WordWeights shipped(Features features) {
    return read(features, Resource.text(FILE));
  }

  static WordWeights read(Features features, String text) {
    Map<String, Map<EventType, Integer>> weights = new HashMap<>(100_000);
    for (String line : text.split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        weights.put(line.substring(0, tab), row(line.substring(tab + 1)));
      }
    }
    return new WordWeights(features, weights);
  }

  private static Map<EventType, Integer> row(String text) {
    Map<EventType, Integer> row = new EnumMap<>(EventType.class);
    for (String item : text.split(" ", -1)) {
      int equals = item.indexOf('=');
      row.put(
          EventType.valueOf(item.substring(0, equals)),
          Integer.valueOf(item.substring(equals + 1)));
    }
    return row;
  }

  @Override
  public Weighing weigh(Reading reading, Set<EventType> byRules) {
    Map<EventType, Integer> sums = new EnumMap<>(EventType.class);
    List<Weighed> weighed = new ArrayList<>();
    for (Feature feature : features.of(reading, byRules)) {
      Map<EventType, Integer> row = weights.get(feature.name());
      if (row != null) {
        row.forEach((type, weight) -> sums.merge(type, weight, Integer::sum));
        weighed.add(new Weighed(feature, row));
      }
    }
    double v = Weighing.norm(weighed.size());
    for (EventType t : EventType.values()) {
      sums.put(t, (int) (v * sums.getOrDefault(t, 0)) + bias.getOrDefault(t, 0));
    }
    return new Weighing(sums, weighed);
  }
}
