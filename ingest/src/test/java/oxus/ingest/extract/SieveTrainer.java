package oxus.ingest.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.ingest.extract.HeldOut.Sifted;

/** Learns the weights of signs, from events that were extracted from articles held out. */
final class SieveTrainer {
  private static final int ROUNDS = 100;
  private static final double PENALTY = 30;
  private static final int RAREST = 5;

  private SieveTrainer() {}

  /** Weights in thousandths by sign. */
  static Map<String, Integer> train(List<Sifted> events) {
    Numbering numbering = Numbering.of(events.stream().map(Sifted::signs).toList(), RAREST);
    List<String> names = numbering.names();
    double[] decays = Arrays.stream(numbering.counts()).mapToDouble(n -> PENALTY / n).toArray();
    double[] learned =
        new Regression(numbering.rows(), decays, ROUNDS)
            .learn(at -> true, at -> events.get(at).right());
    Map<String, Integer> weights = new TreeMap<>();
    for (int sign = 0; sign <= names.size(); sign++) {
      int weight = (int) StrictMath.rint(learned[sign] * 1000);
      String name = sign == names.size() ? SieveWeights.BIAS.toString() : names.get(sign);
      if (weight != 0) {
        weights.put(name, weight);
      }
    }
    return weights;
  }

  /** The file that {@link SieveWeights} reads. */
  static String file(Map<String, Integer> weights) {
    StringBuilder file = new StringBuilder();
    weights.forEach((sign, weight) -> file.append(sign).append('\t').append(weight).append('\n'));
    return file.toString();
  }
}
