package oxus.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import oxus.schemas.EventType;

/**
 * A small network that sees what words mean together: features add to sums, and what is above
 * nought of each sum adds to the log odds of each type. Whole numbers, so that the same comes out
 * on every machine. How it is learned: docs/extraction.md.
 */
final class Network {
  static final String FILE = "network.txt";

  /** How many sums stand between features and types. */
  static final int SUMS = 64;

  /** Marks the line of a type in the file. */
  static final String OUTPUT = "> ";

  /** What a feature may add: the sums of a flood of words fit an int. */
  static final int MOST_INPUT = 100_000;

  /** Limits of what is multiplied: {@link #SUMS} products fit an int, whatever the text. */
  private static final int MOST_SUM = 30_000;

  static final int MOST_OUTPUT = 999;

  /** Outputs are in hundredths, sums in thousandths. */
  static final int OUTPUT_UNIT = 100;

  private final Map<String, int[]> inputs;
  private final int[][] outputs;

  /**
   * Takes what was learned.
   *
   * @param inputs what a feature adds to each sum, in thousandths
   * @param outputs by type in the order of {@link Weighing#TYPES}, what each sum adds to its log
   *     odds, in hundredths, and last what always holds, in thousandths; empty: nothing was learned
   */
  Network(Map<String, int[]> inputs, int[][] outputs) {
    this.inputs = Map.copyOf(inputs);
    this.outputs = outputs.clone();
    for (int[] output : outputs) {
      require(output);
    }
  }

  private static void require(int[] output) {
    if (output == null || output.length != SUMS + 1) {
      throw new IllegalArgumentException(
          "a type of " + FILE + " is missing or cut off: learn the network again");
    }
    for (int sum = 0; sum < SUMS; sum++) {
      if (Math.abs(output[sum]) > MOST_OUTPUT) {
        throw new IllegalArgumentException(
            "a sum weighs " + output[sum] + ", over " + MOST_OUTPUT + ": learn the network again");
      }
    }
  }

  /** One that says nothing. */
  static Network silent() {
    return new Network(Map.of(), new int[0][]);
  }

  /** The one that is part of the program: a line a feature or, marked, a type; then its numbers. */
  static Network shipped() {
    Map<String, int[]> inputs = new HashMap<>();
    int[][] outputs = new int[Weighing.TYPES.size()][];
    for (String line : Resource.text(FILE).split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0 && line.startsWith(OUTPUT)) {
        EventType type = EventType.valueOf(line.substring(OUTPUT.length(), tab));
        outputs[Weighing.index(type)] = numbers(line.substring(tab + 1));
      } else if (tab > 0) {
        inputs.put(line.substring(0, tab), numbers(line.substring(tab + 1)));
      }
    }
    return new Network(inputs, outputs);
  }

  private static int[] numbers(String text) {
    String[] items = text.split(" ", -1);
    int[] numbers = new int[items.length];
    for (int i = 0; i < items.length; i++) {
      numbers[i] = Integer.parseInt(items[i]);
    }
    return numbers;
  }

  /** What features add to each sum. */
  Map<String, int[]> inputs() {
    return inputs;
  }

  /** What each sum adds to the log odds of a type, and last what always holds. */
  int[] output(EventType type) {
    return outputs[Weighing.index(type)].clone();
  }

  /**
   * Makes what words say one by one the mean of that and of what they say together, which counts
   * half as much again.
   *
   * @param sums log odds by type, then the network's sums, in thousandths
   */
  void moderate(int[] sums) {
    int types = outputs.length;
    for (int i = types; i < types + SUMS && types > 0; i++) {
      sums[i] = Math.max(0, Math.min(MOST_SUM, sums[i]));
    }
    for (int type = 0; type < types; type++) {
      int[] output = outputs[type];
      int together = 0;
      for (int i = 0; i < SUMS; i++) {
        together += sums[types + i] * output[i];
      }
      int says = together / OUTPUT_UNIT + output[SUMS];
      sums[type] = (2 * sums[type] + 3 * says) / 5;
    }
  }
}
