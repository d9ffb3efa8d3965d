package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.EventType;

/** Learns the weights of words: one logistic regression a type of event. */
final class WeightsTrainer {
  private static final int ROUNDS = 20;
  private static final double PENALTY = 60;

  /** A feature that fewer examples have is left out; a weight below this is, too. */
  private static final int RAREST = 4;

  private static final int SMALLEST = 80;

  private WeightsTrainer() {}

  /** Weights in thousandths by feature, in the order of {@link Weighing#TYPES}. */
  static Map<String, int[]> train(List<Example> examples) {
    Numbering numbering = Numbering.of(examples.stream().map(Example::features).toList(), RAREST);
    List<String> names = numbering.names();
    // Less where a feature is rare: so what few examples teach counts for more.
    double[] decays = new double[names.size()];
    Arrays.fill(decays, PENALTY / examples.size());
    Regression regression = new Regression(numbering.rows(), decays, ROUNDS);
    List<double[]> learned =
        Weighing.TYPES.parallelStream().map(type -> learn(regression, examples, type)).toList();
    Map<String, int[]> weights = new TreeMap<>();
    for (int type = 0; type < learned.size(); type++) {
      for (int feature = 0; feature <= names.size(); feature++) {
        String name = feature == names.size() ? WordWeights.BIAS.name() : names.get(feature);
        int weight = (int) StrictMath.rint(learned.get(type)[feature] * 1000);
        if (Math.abs(weight) >= SMALLEST && !name.equals(TrainingSet.BANK)) {
          weights.computeIfAbsent(name, key -> new int[Weighing.TYPES.size()])[type] = weight;
        }
      }
    }
    return weights;
  }

  private static double[] learn(Regression regression, List<Example> examples, EventType type) {
    return regression.learn(
        at -> !examples.get(at).open().contains(type),
        at -> examples.get(at).told().contains(type));
  }

  /** The file that {@link WordWeights} reads. */
  static String file(Map<String, int[]> weights) {
    StringBuilder file = new StringBuilder();
    file.append(String.join(" ", Weighing.TYPES.stream().map(EventType::name).toList()));
    file.append('\n');
    weights.forEach(
        (feature, row) -> {
          List<String> items = new ArrayList<>();
          for (int type = 0; type < row.length; type++) {
            if (row[type] != 0) {
              items.add(type + ":" + row[type]);
            }
          }
          if (!items.isEmpty()) {
            file.append(feature).append('\t').append(String.join(" ", items)).append('\n');
          }
        });
    return file.toString();
  }
}
