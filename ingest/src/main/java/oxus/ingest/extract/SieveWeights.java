package oxus.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oxus.ingest.extract.Signs.Sign;

/**
 * Weights of signs, learned from the hand-coded articles: one logistic regression, in whole
 * thousandths. How they are learned: docs/extraction.md.
 */
final class SieveWeights implements Sieve {
  static final String FILE = "sieve.txt";

  /** What holds for every event. */
  static final Sign BIAS = new Sign("-", "-");

  /** By name, then by what was found. */
  private final Map<String, Map<String, Integer>> weights = new HashMap<>();

  SieveWeights(Map<String, Integer> weights) {
    weights.forEach(
        (sign, weight) -> {
          int space = sign.lastIndexOf(' ');
          this.weights
              .computeIfAbsent(sign.substring(0, space), name -> new HashMap<>())
              .put(sign.substring(space + 1), weight);
        });
  }

  /** The weights that are part of the program: a line a sign, a tab, its weight. */
  static SieveWeights shipped() {
    Map<String, Integer> weights = new HashMap<>();
    for (String line : Resource.text(FILE).split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        weights.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
      }
    }
    return new SieveWeights(weights);
  }

  @Override
  public int sum(ArticleSigns signs, List<Candidate> told, int index) {
    int sum = of(BIAS);
    for (Sign sign : signs.of(told, index)) {
      sum += of(sign);
    }
    return sum;
  }

  private int of(Sign sign) {
    return weights.getOrDefault(sign.name(), Map.of()).getOrDefault(sign.found(), 0);
  }
}
