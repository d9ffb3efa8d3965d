package oxus.ingest.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.EventType;

/**
 * Learns the network by stochastic gradient descent; each step leaves some of the features and of
 * the sums out, so that none relies on another (dropout; Srivastava and others 2014). Fixed order,
 * fixed draws: the same on every machine.
 */
final class NetworkTrainer {
  /** What is seen: single words and what is known, no pairs. Pairs are what the sums are for. */
  private static final String SORTS = "cfhkrtw";

  /** A feature that fewer examples have is left out. */
  private static final int RAREST = 8;

  private static final int ROUNDS = 10;
  private static final float STEP = 0.04f;
  private static final float FEATURES_LEFT_OUT = 0.1f;
  private static final float SUMS_LEFT_OUT = 0.2f;

  /** An error that teaches nothing more. */
  private static final float SETTLED = 1e-3f;

  private static final float[] ONE = {1};
  private static final int TYPES = Weighing.TYPES.size();

  private final SplittableRandom random = new SplittableRandom(1);
  private final LearnedRows inputs;
  private final LearnedRows outputs = new LearnedRows(TYPES, Network.SUMS, 0.15f, random);
  private final LearnedRows always = new LearnedRows(TYPES, 1, 0, random);

  private NetworkTrainer(int features) {
    this.inputs = new LearnedRows(features + 1, Network.SUMS, 0.1f, random);
  }

  static Network train(List<Example> examples) {
    Numbering numbering =
        Numbering.of(
            examples.stream()
                .map(one -> one.features().stream().filter(NetworkTrainer::isSeen).toList())
                .toList(),
            RAREST);
    NetworkTrainer trainer = new NetworkTrainer(numbering.names().size());
    int size = examples.size();
    for (int step = 0; step < ROUNDS * size; step++) {
      // A stride prime to the size visits every example once a round, far from its neighbours.
      int at = (int) ((step * 7_919L + step / size) % size);
      float length = STEP * (1 - step / (float) (ROUNDS * size));
      trainer.learn(numbering.rows().get(at), examples.get(at), length);
    }
    return trainer.network(numbering.names());
  }

  private static boolean isSeen(String feature) {
    boolean single = feature.length() == 1 || feature.indexOf(' ') == 1;
    return feature.equals(TrainingSet.BANK) || (single && SORTS.indexOf(feature.charAt(0)) >= 0);
  }

  private void learn(int[] features, Example example, float step) {
    int[] seen = Arrays.stream(features).filter(one -> isKept(FEATURES_LEFT_OUT)).toArray();
    float[] sums = new float[Network.SUMS];
    inputs.addTo(sums, inputs.size() - 1);
    for (int feature : seen) {
      inputs.addTo(sums, feature);
    }
    // What is left stands for all.
    float share = (features.length + 1) / (seen.length + 1f) / (1 - SUMS_LEFT_OUT);
    for (int sum = 0; sum < sums.length; sum++) {
      sums[sum] = isKept(SUMS_LEFT_OUT) && sums[sum] > 0 ? sums[sum] * share : 0;
    }
    float[] slope = learn(sums, example, step);
    for (int sum = 0; sum < sums.length; sum++) {
      slope[sum] = sums[sum] > 0 ? slope[sum] * share : 0;
    }
    float square = LearnedRows.square(slope);
    inputs.move(inputs.size() - 1, slope, square, 1, step);
    for (int feature : seen) {
      inputs.move(feature, slope, square, 1, step);
    }
  }

  private boolean isKept(float leftOut) {
    return random.nextInt(1 << 16) >= leftOut * (1 << 16);
  }

  /** Moves the outputs, and tells how the sums should have been. */
  private float[] learn(float[] sums, Example example, float step) {
    float[] slope = new float[sums.length];
    float square = LearnedRows.square(sums);
    for (EventType type : Weighing.TYPES) {
      int at = Weighing.index(type);
      float odds = always.product(at, ONE) + outputs.product(at, sums);
      float likely = (float) (1 / (1 + StrictMath.exp(-odds)));
      float error = likely - (example.told().contains(type) ? 1 : 0);
      if (Math.abs(error) >= SETTLED && !example.open().contains(type)) {
        outputs.addTo(slope, at, error);
        outputs.move(at, sums, square, error, step);
        always.move(at, ONE, 1, error, step);
      }
    }
    return slope;
  }

  private Network network(List<String> names) {
    Map<String, int[]> rounded = new TreeMap<>();
    for (int feature = 0; feature < inputs.size(); feature++) {
      String name = feature == names.size() ? WordWeights.BIAS.name() : names.get(feature);
      if (!name.equals(TrainingSet.BANK)) {
        rounded.put(name, inputs.rounded(feature, 1000, Network.MOST_INPUT));
      }
    }
    int[][] odds = new int[TYPES][];
    for (int type = 0; type < TYPES; type++) {
      int[] output = outputs.rounded(type, Network.OUTPUT_UNIT, Network.MOST_OUTPUT);
      odds[type] = Arrays.copyOf(output, Network.SUMS + 1);
      odds[type][Network.SUMS] = always.rounded(type, 1000, Network.MOST_INPUT)[0];
    }
    return new Network(rounded, odds);
  }

  /** The file that {@link Network} reads. */
  static String file(Network network) {
    StringBuilder file = new StringBuilder();
    for (EventType type : Weighing.TYPES) {
      add(file, Network.OUTPUT + type.name(), network.output(type));
    }
    new TreeMap<>(network.inputs()).forEach((feature, input) -> add(file, feature, input));
    return file.toString();
  }

  private static void add(StringBuilder file, String name, int[] numbers) {
    file.append(name)
        .append('\t')
        .append(Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" ")))
        .append('\n');
  }
}
