package oxus.standalone.synthetic;

import java.util.List;

/** Draws that follow from a seed alone, on any machine (SplitMix64). */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  long bits() {
    state += GOLDEN;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** From 0 on, less than 1. */
  double share() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** From 0 on, less than the bound. */
  int below(int bound) {
    return (int) (share() * bound);
  }

  boolean falls(double chance) {
    return share() < chance;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
