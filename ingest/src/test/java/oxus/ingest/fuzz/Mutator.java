package oxus.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/** Makes damaged inputs from a corpus: the same ones for the same seed. */
final class Mutator {
  private static final String SIGNS = "<>&;\"'={}[]:,/!?-#\\ \u0000\u0001\t\n09aA";
  private static final int LARGEST = 60_000;

  private final List<byte[]> corpus;
  private final SplittableRandom random;

  Mutator(List<byte[]> corpus, long seed) {
    this.corpus = List.copyOf(corpus);
    this.random = new SplittableRandom(seed);
  }

  byte[] next() {
    byte[] input = pick();
    int changes = 1 + random.nextInt(5);
    for (int change = 0; change < changes; change++) {
      input = change(input);
    }
    return input;
  }

  private byte[] pick() {
    return corpus.get(random.nextInt(corpus.size()));
  }

  /**
   * Puts something else in the place of a piece: nothing, bytes, signs, itself often, another's.
   */
  private byte[] change(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(60)));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(input, 0, from);
    switch (random.nextInt(5)) {
      case 0 -> changed.write(random.nextInt(256));
      case 1 -> changed.write(SIGNS.charAt(random.nextInt(SIGNS.length())));
      case 2 -> repeat(input, from, to, changed);
      case 3 -> splice(changed);
      default -> {} // left out
    }
    changed.write(input, to, input.length - to);
    return changed.toByteArray();
  }

  private void repeat(byte[] input, int from, int to, ByteArrayOutputStream changed) {
    int times = 1 + random.nextInt(200);
    for (int time = 0; time < times && changed.size() < LARGEST; time++) {
      changed.write(input, from, to - from);
    }
  }

  private void splice(ByteArrayOutputStream changed) {
    byte[] other = pick();
    int from = random.nextInt(other.length + 1);
    changed.write(other, from, random.nextInt(other.length - from + 1));
  }
}
