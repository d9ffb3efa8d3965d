package oxus.ingest.extract;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of numbers that learn by small steps, those of a row the smaller the more it has moved
 * (AdaGrad with one number a row). Plain float arithmetic in a fixed order: the same everywhere.
 */
final class LearnedRows {
  private final float[][] rows;
  private final float[] moved;

  /** Rows that start at random, no number further from nought than the given. */
  LearnedRows(int count, int width, float most, SplittableRandom random) {
    this.rows = new float[count][width];
    this.moved = new float[count];
    Arrays.fill(moved, 1e-3f);
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) (random.nextDouble() * 2 - 1) * most;
      }
    }
  }

  int size() {
    return rows.length;
  }

  void addTo(float[] sums, int row) {
    float[] added = rows[row];
    for (int i = 0; i < added.length; i++) {
      sums[i] += added[i];
    }
  }

  /** Adds a row so many times. */
  void addTo(float[] sums, int row, float times) {
    float[] added = rows[row];
    for (int i = 0; i < added.length; i++) {
      sums[i] += times * added[i];
    }
  }

  /** The sum of a row's numbers, each as often as the given says. */
  float product(int row, float[] times) {
    float[] factors = rows[row];
    float product = 0;
    for (int i = 0; i < factors.length; i++) {
      product += factors[i] * times[i];
    }
    return product;
  }

  /**
   * Steps down.
   *
   * @param slope the direction that goes up
   * @param square the sum of its squares
   * @param error how steep
   */
  void move(int row, float[] slope, float square, float error, float step) {
    float[] weights = rows[row];
    moved[row] += error * error * square / weights.length;
    float by = step * error / (float) StrictMath.sqrt(moved[row]);
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= by * slope[i];
    }
  }

  static float square(float[] numbers) {
    float square = 0;
    for (float number : numbers) {
      square += number * number;
    }
    return square;
  }

  /** A row in whole numbers of a unit, none further from nought than the given. */
  int[] rounded(int row, int unit, int most) {
    int[] rounded = new int[rows[row].length];
    for (int i = 0; i < rounded.length; i++) {
      int number = (int) StrictMath.rint(rows[row][i] * unit);
      rounded[i] = Math.max(-most, Math.min(most, number));
    }
    return rounded;
  }
}
