package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Signs.Sign;

/**
 * Weights of signs, learned from the hand-coded articles: two logistic regressions, in whole
 * thousandths. The second sees what the first says of the article's other events, too: a telling
 * beside a surer one of the same is one too many. How they are learned: docs/extraction.md.
 */
final class SieveWeights implements Sieve {
  static final String FILE = "sieve.txt";

  /** What holds for every event. */
  static final Sign BIAS = new Sign("-", "-");

  /** What holds for every denial of what was told before: they are learned by themselves. */
  static final Sign DENIAL_BIAS = new Sign("copy", "-");

  /**
   * An article of this many sentences that tells of no more than {@link #FEW} events, none of them
   * at odds of four to one, is taken to have nothing to report.
   */
  private static final int LONG = 12;

  private static final int FEW = 2;
  private static final int SURE = 1386;

  /** By name, then by what was found. */
  private final Map<String, Map<String, Weights>> weights = new HashMap<>();

  /** What a sign adds to the first sum and to the second. */
  record Weights(int first, int second) {}

  SieveWeights(Map<String, Weights> weights) {
    weights.forEach(
        (sign, weight) -> {
          int space = sign.lastIndexOf(' ');
          this.weights
              .computeIfAbsent(sign.substring(0, space), name -> new HashMap<>())
              .put(sign.substring(space + 1), weight);
        });
    this.weights.values().forEach(SieveWeights::addUp);
  }

  /** Adds what the steps of a number weigh together, for each number of them. */
  private static void addUp(Map<String, Weights> found) {
    int first = 0;
    int second = 0;
    for (int step = -Sign.MOST; step < Sign.MOST; step++) {
      Weights weight = found.get(String.valueOf(step));
      first += weight == null ? 0 : weight.first;
      second += weight == null ? 0 : weight.second;
      if (first != 0 || second != 0) {
        found.put(Sign.BELOW + (step + 1), new Weights(first, second));
      }
    }
  }

  /** The weights that are part of the program: a line a sign, its two weights behind tabs. */
  static SieveWeights shipped() {
    Map<String, Weights> weights = new HashMap<>();
    for (String line : Resource.text(FILE).split("\n", -1)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 3) {
        weights.put(cells[0], new Weights(Integer.parseInt(cells[1]), Integer.parseInt(cells[2])));
      }
    }
    return new SieveWeights(weights);
  }

  @Override
  public int[] sums(ArticleSigns signs, List<Candidate> told) {
    int[] firsts = new int[told.size()];
    int[] seconds = new int[told.size()];
    for (int index = 0; index < told.size(); index++) {
      List<Sign> shown = new ArrayList<>(signs.of(told, index));
      shown.add(DenialSigns.isCopy(told.get(index)) ? DENIAL_BIAS : BIAS);
      for (Sign sign : shown) {
        Weights weight = of(sign);
        firsts[index] += weight == null ? 0 : weight.first;
        seconds[index] += weight == null ? 0 : weight.second;
      }
    }
    SumSigns sumSigns = new SumSigns(signs.bearings(), told, firsts);
    for (int index = 0; index < told.size(); index++) {
      for (Sign sign : sumSigns.of(index)) {
        Weights weight = of(sign);
        seconds[index] += weight == null ? 0 : weight.second;
      }
    }
    if (signs.sentences() >= LONG && isNothing(told, seconds)) {
      Arrays.setAll(seconds, index -> seconds[index] - SURE + ArticleReader.ENOUGH);
    }
    return seconds;
  }

  /** Copies of what is told are no more that is told. */
  private static boolean isNothing(List<Candidate> told, int[] sums) {
    int found = 0;
    for (int index = 0; index < sums.length; index++) {
      boolean own = !DenialSigns.isCopy(told.get(index));
      if (own && sums[index] >= SURE) {
        return false;
      }
      found += own && sums[index] >= ArticleReader.ENOUGH ? 1 : 0;
    }
    return found <= FEW;
  }

  private @Nullable Weights of(Sign sign) {
    Map<String, Weights> found = weights.get(sign.name());
    return found == null ? null : found.get(sign.found());
  }
}
