package oxus.ingest.extract;

import java.util.ArrayList;
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

  /** What holds for every sentence. */
  static final String BIAS = "-";

  private final Features features;
  private final Map<String, int[]> weights;

  /**
   * Weights by feature.
   *
   * @param weights one weight a type, in the order of {@link EventType}
   */
  WordWeights(Features features, Map<String, int[]> weights) {
    this.features = features;
    this.weights = Map.copyOf(weights);
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
    add(weighed, new Feature(BIAS, -1));
    features.of(reading, byRules).forEach(feature -> add(weighed, feature));
    return new Weighing(weighed);
  }

  private void add(List<Weighed> weighed, Feature feature) {
    int[] row = weights.get(feature.name());
    if (row != null) {
      weighed.add(new Weighed(feature, row));
    }
  }
}
