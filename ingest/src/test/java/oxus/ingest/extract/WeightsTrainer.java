package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.EventType;

/**
 * Learns the weights of words: one logistic regression a type of event, by stochastic gradient
 * descent with AdaGrad steps and an L2 penalty. Fixed order, {@link StrictMath}: the same weights
 * on every machine.
 */
final class WeightsTrainer {
  private static final int ROUNDS = Integer.getInteger("rounds", 30);
  private static final double STEP = 0.25;
  private static final double PENALTY = Double.parseDouble(System.getProperty("pen", "1"));
  private static final int RAREST = Integer.getInteger("rare", 2);
  private static final int SMALLEST = 15;

  private final List<int[]> rows = new ArrayList<>();
  private final List<Example> examples;
  private final List<String> names = new ArrayList<>();

  private WeightsTrainer(List<Example> examples) {
    this.examples = List.copyOf(examples);
    number();
  }

  /** Weights in thousandths by feature, features in their natural order. */
  static Map<String, Map<EventType, Integer>> train(List<Example> examples) {
    return new WeightsTrainer(examples).train();
  }

  /** The file that {@link WordWeights} reads. */
  static String file(Map<String, Map<EventType, Integer>> weights) {
    StringBuilder file = new StringBuilder();
    weights.forEach(
        (feature, row) -> {
          file.append(feature).append('\t');
          List<String> items = new ArrayList<>();
          row.forEach((type, weight) -> items.add(type + "=" + weight));
          file.append(String.join(" ", items)).append('\n');
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

  private Map<String, Map<EventType, Integer>> train() {
    Map<String, Map<EventType, Integer>> weights = new TreeMap<>();
    for (EventType type : EventType.values()) {
      double[] learned = learn(type);
      put(weights, WordWeights.BIAS, type, learned[names.size()]);
      for (int i = 0; i < names.size(); i++) {
        put(weights, names.get(i), type, learned[i]);
      }
    }
    return weights;
  }

  private static void put(
      Map<String, Map<EventType, Integer>> weights, String name, EventType type, double weight) {
    int rounded = (int) StrictMath.rint(weight * 1000);
    if (Math.abs(rounded) >= SMALLEST || name.equals(WordWeights.BIAS)) {
      weights.computeIfAbsent(name, key -> new EnumMap<>(EventType.class)).put(type, rounded);
    }
  }

  private double[] learn(EventType type) {
    double[] weights = new double[names.size() + 1];
    double[] squares = new double[names.size() + 1];
    java.util.Arrays.fill(squares, 1e-3);
    double decay = PENALTY / examples.size();
    for (int round = 0; round < ROUNDS; round++) {
      for (int step = 0; step < examples.size(); step++) {
        // A stride prime to the size visits every example once a round, far from its neighbours.
        int at = (int) ((step * 7_919L + round) % examples.size());
        if (!examples.get(at).open().contains(type)) {
          learn(rows.get(at), examples.get(at).told().contains(type), weights, squares, decay);
        }
      }
    }
    return weights;
  }

  private void learn(int[] row, boolean told, double[] weights, double[] squares, double decay) {
    double sum = weights[names.size()];
    double v = Weighing.norm(row.length);
    for (int feature : row) {
      sum += v * weights[feature];
    }
    double error = 1 / (1 + StrictMath.exp(-sum)) - (told ? 1 : 0);
    for (int feature : row) {
      move(feature, v * error + decay * weights[feature], weights, squares);
    }
    move(names.size(), error, weights, squares);
  }

  private static void move(int feature, double gradient, double[] weights, double[] squares) {
    squares[feature] += gradient * gradient;
    weights[feature] -= STEP * gradient / StrictMath.sqrt(squares[feature]);
  }
}
