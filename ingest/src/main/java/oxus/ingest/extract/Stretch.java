package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sentence that may tell of something of its own: one clause, or a few short ones.
 *
 * @param from its first token
 * @param to the token behind its last
 */
record Stretch(int from, int to) {
  private static final int SHORTEST = 4;

  /** No sentence is as long: a flood of words is not looked at piece by piece. */
  private static final int LONGEST = 150;

  boolean has(int token) {
    return token >= from && token < to;
  }

  /** The stretches of a sentence; none when it is all of one piece. */
  static List<Stretch> of(int[] clauses) {
    List<Stretch> stretches = new ArrayList<>();
    if (clauses.length > LONGEST) {
      return stretches;
    }
    int from = 0;
    for (int at = 1; at < clauses.length; at++) {
      boolean boundary = clauses[at] != clauses[at - 1];
      if (boundary && at - from >= SHORTEST && clauses.length - at >= SHORTEST) {
        stretches.add(new Stretch(from, at));
        from = at;
      }
    }
    if (from > 0) {
      stretches.add(new Stretch(from, clauses.length));
    }
    return stretches;
  }
}
