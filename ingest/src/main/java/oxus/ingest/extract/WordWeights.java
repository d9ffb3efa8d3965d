package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private final RowTable rows;
  private final Network network;

  /**
   * Weights by feature.
   *
   * @param weights one weight a type, in the order of {@link EventType}
   */
  WordWeights(Features features, Map<String, int[]> weights, Network network) {
    this.features = features;
    this.network = network;
    this.rows = new RowTable(together(weights, network.inputs()));
  }

  /** Behind a feature's weights what it adds to the network's sums: one look finds both. */
  private static Map<String, int[]> together(
      Map<String, int[]> weights, Map<String, int[]> inputs) {
    Map<String, int[]> together = new HashMap<>(weights);
    inputs.forEach(
        (feature, input) -> {
          int[] row = weights.get(feature);
          int types = Weighing.TYPES.size();
          int[] longer =
              row == null
                  ? new int[types + input.length]
                  : Arrays.copyOf(row, types + input.length);
          System.arraycopy(input, 0, longer, types, input.length);
          together.put(feature, longer);
        });
    return together;
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
    return new WordWeights(features, weights, Network.shipped());
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
    List<Feature> shown = features.of(reading, byRules);
    List<Weighed> weighed = new ArrayList<>(shown.size() + 1);
    Known numbers = new Known();
    add(weighed, numbers, BIAS);
    for (Feature feature : shown) {
      add(weighed, numbers, feature);
    }
    return new Weighing(weighed, network);
  }

  private void add(List<Weighed> weighed, Known numbers, Feature feature) {
    int first = numbers.of(feature.first());
    int second = feature.second().isEmpty() ? 0 : numbers.of(feature.second());
    RowTable.Row row = rows.row(feature.sort(), first, second);
    if (row != null) {
      weighed.add(new Weighed(feature, row));
    }
  }

  /** The numbers of the latest words: neighbouring features share theirs. */
  private final class Known {
    private static final int KEPT = 8;

    private final @Nullable String[] words = new String[KEPT];
    private final int[] known = new int[KEPT];
    private int next;

    @SuppressWarnings("ReferenceEquality") // the very word that was asked about before
    int of(String word) {
      for (int i = 0; i < KEPT; i++) {
        if (words[i] == word) {
          return known[i];
        }
      }
      int number = rows.number(word);
      words[next] = word;
      known[next] = number;
      next = (next + 1) % KEPT;
      return number;
    }
  }
}
