package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.EventType;

/**
 * Learns the weights of words: one logistic regression a type of event, by stochastic gradient
 * descent with AdaGrad steps (Duchi, Hazan, Singer 2011) and an L2 penalty. Fixed order, {@link
 * StrictMath}: the same weights on every machine.
 */
final class WeightsTrainer {
  private static final int ROUNDS = 30;
  private static final double STEP = 0.25;
  private static final double PENALTY = 30;

  /** A feature that fewer examples have is left out; a weight below this is, too. */
  private static final int RAREST = 4;

  private static final int SMALLEST = 80;

  private final List<Example> examples;
  private final List<int[]> rows = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private WeightsTrainer(List<Example> examples) {
    this.examples = List.copyOf(examples);
    number();
  }

  /** Weights in thousandths by feature, in the order of {@link Weighing#TYPES}. */
  static Map<String, int[]> train(List<Example> examples) {
    return new WeightsTrainer(examples).train();
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

  private void number() {
    Map<String, Integer> counts = new HashMap<>();
    examples.forEach(
        example -> example.features().forEach(name -> counts.merge(name, 1, Integer::sum)));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Example example : examples) {
      rows.add(
          example.features().stream()
              .filter(name -> counts.getOrDefault(name, 0) >= RAREST)
              .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
              .toArray());
    }
    names.addAll(numbers.keySet());
  }

  private Map<String, int[]> train() {
    Map<String, int[]> weights = new TreeMap<>();
    for (int type = 0; type < Weighing.TYPES.size(); type++) {
      double[] learned = learn(Weighing.TYPES.get(type));
      for (int feature = 0; feature <= names.size(); feature++) {
        String name = feature == names.size() ? WordWeights.BIAS.name() : names.get(feature);
        int weight = (int) StrictMath.rint(learned[feature] * 1000);
        if (Math.abs(weight) >= SMALLEST && !name.equals(TrainingSet.BANK)) {
          weights.computeIfAbsent(name, key -> new int[Weighing.TYPES.size()])[type] = weight;
        }
      }
    }
    return weights;
  }

  private double[] learn(EventType type) {
    double[] weights = new double[names.size() + 1];
    double[] squares = new double[names.size() + 1];
    Arrays.fill(squares, 1e-3);
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < examples.size(); step++) {
        // A stride prime to the size visits every example once a round, far from its neighbours.
        int at = (int) ((step * 7_919L + round) % examples.size());
        if (!examples.get(at).open().contains(type)) {
          learn(rows.get(at), examples.get(at).told().contains(type), weights, squares);
        }
      }
    }
    return weights;
  }

  private void learn(int[] row, boolean told, double[] weights, double[] squares) {
    double sum = weights[names.size()];
    for (int feature : row) {
      sum += weights[feature];
    }
    double error = 1 / (1 + StrictMath.exp(-sum)) - (told ? 1 : 0);
    double decay = PENALTY / examples.size();
    for (int feature : row) {
      move(feature, error + decay * weights[feature], weights, squares);
    }
    move(names.size(), error, weights, squares);
  }

  private static void move(int feature, double gradient, double[] weights, double[] squares) {
    squares[feature] += gradient * gradient;
    weights[feature] -= STEP * gradient / StrictMath.sqrt(squares[feature]);
  }
}
