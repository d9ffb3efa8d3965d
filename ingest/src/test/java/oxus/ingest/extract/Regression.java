package oxus.ingest.extract;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Logistic regression over features that are there or not, by stochastic gradient descent with
 * AdaGrad steps (Duchi, Hazan, Singer 2011) and an L2 penalty; the mean of the weights of the later
 * half of the rounds (Polyak, Juditsky 1992), which no example pulls to and fro. Fixed order,
 * {@link StrictMath}: the same weights on every machine.
 */
final class Regression {
  private static final double STEP = 0.25;

  /** An example that is judged this well is not looked at again for some rounds. */
  private static final double SETTLED = 0.003;

  private static final int RESTS = 4;

  private final List<int[]> rows;
  private final double[] decays;
  private final int rounds;

  /**
   * What to learn from.
   *
   * @param rows the numbers of the features that an example has
   * @param decays by feature, how much of its weight is lost with each example that has it
   */
  Regression(List<int[]> rows, double[] decays, int rounds) {
    this.rows = List.copyOf(rows);
    this.decays = decays.clone();
    this.rounds = rounds;
  }

  /**
   * Learns one weight a feature, and last that of what always holds.
   *
   * @param asked whether to learn from an example
   * @param right what the example teaches
   */
  double[] learn(IntPredicate asked, IntPredicate right) {
    int size = decays.length;
    double[] weights = new double[size + 1];
    double[] squares = new double[size + 1];
    double[] sums = new double[size + 1];
    int[] settledUntil = new int[rows.size()];
    Arrays.fill(squares, 1e-3);
    for (int round = 0; round < rounds; round++) {
      for (int step = 0; step < rows.size(); step++) {
        // A stride prime to the size visits every example once a round, far from its neighbours.
        int at = (int) ((step * 7_919L + round) % rows.size());
        if (settledUntil[at] <= round && asked.test(at)) {
          double error = learn(rows.get(at), right.test(at), weights, squares);
          settledUntil[at] = Math.abs(error) < SETTLED ? round + RESTS : round;
        }
      }
      if (2 * round >= rounds) {
        for (int feature = 0; feature <= size; feature++) {
          sums[feature] += weights[feature];
        }
      }
    }
    return means(sums);
  }

  private double[] means(double[] sums) {
    double[] means = new double[sums.length];
    for (int feature = 0; feature < sums.length; feature++) {
      means[feature] = sums[feature] / (rounds / 2.0);
    }
    return means;
  }

  private double learn(int[] row, boolean right, double[] weights, double[] squares) {
    double sum = weights[decays.length];
    for (int feature : row) {
      sum += weights[feature];
    }
    double error = 1 / (1 + StrictMath.exp(-sum)) - (right ? 1 : 0);
    for (int feature : row) {
      move(feature, error + decays[feature] * weights[feature], weights, squares);
    }
    move(decays.length, error, weights, squares);
    return error;
  }

  private static void move(int feature, double gradient, double[] weights, double[] squares) {
    squares[feature] += gradient * gradient;
    weights[feature] -= STEP * gradient / StrictMath.sqrt(squares[feature]);
  }
}
