package oxus.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of weights by the numbers of what a feature is made of: few looks into memory for each. */
final class RowTable {
  private static final int BITS = 24;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final long[] keys;
  private final @Nullable Row[] rows;

  /** Weights of one feature, one a type, and a number that tells it from the others. */
  static final class Row {
    private final int number;
    private final int[] weights;

    private Row(int number, int[] weights) {
      this.number = number;
      this.weights = weights;
    }

    int number() {
      return number;
    }

    void addTo(int[] sums) {
      for (int type = 0; type < weights.length; type++) {
        sums[type] += weights[type];
      }
    }

    int weight(int type) {
      return weights[type];
    }
  }

  /** Rows by the names of their features: a sort, and one or two words. */
  RowTable(Map<String, int[]> weights) {
    int size = Integer.highestOneBit(Math.max(1, weights.size())) << 2;
    this.keys = new long[size];
    this.rows = new Row[size];
    int number = 0;
    for (Map.Entry<String, int[]> entry : weights.entrySet()) {
      String[] parts = entry.getKey().split(" ", -1);
      int first = parts.length > 1 ? numbered(parts[1]) : 0;
      int second = parts.length > 2 ? numbered(parts[2]) : 0;
      long key = key(entry.getKey().charAt(0), first, second);
      int slot = slot(key);
      keys[slot] = key;
      rows[slot] = new Row(number++, entry.getValue());
    }
  }

  private int numbered(String word) {
    return numbers.computeIfAbsent(word, name -> numbers.size() + 1);
  }

  /** The number of a word; 0 for none, less than 0 for one that no feature has. */
  int number(String word) {
    return word.isEmpty() ? 0 : numbers.getOrDefault(word, -1);
  }

  /** The weights of a feature made of words of these numbers, if it has some. */
  @Nullable Row row(char sort, int first, int second) {
    if (first < 0 || second < 0) {
      return null;
    }
    long key = key(sort, first, second);
    int slot = slot(key);
    return keys[slot] == 0 ? null : rows[slot];
  }

  /** Where a key is, or would be. */
  private int slot(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long key(char sort, int first, int second) {
    return ((long) sort << (2 * BITS)) | ((long) first << BITS) | second;
  }
}
