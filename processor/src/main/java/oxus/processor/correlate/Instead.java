package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Incidents that are remembered in place of others.
 *
 * @param all what is remembered then, listed if somebody asks
 * @param gone those that are not among them any more
 * @param come those that are only among them
 */
record Instead(Supplier<List<Remembered>> all, List<Remembered> gone, List<Remembered> come) {

  List<Remembered> incidents() {
    return all.get();
  }

  /** What differs between two memories that are in one order. */
  static Instead of(Columns before, Columns after) {
    List<Remembered> gone = new ArrayList<>();
    List<Remembered> come = new ArrayList<>();
    difference(before, after, gone);
    difference(after, before, come);
    return new Instead(after::remembered, gone, come);
  }

  /** What is in one and not in the other. */
  private static void difference(Columns one, Columns other, List<Remembered> missing) {
    int next = 0;
    for (int row = 0; row < one.size(); row++) {
      int place = other.row(one.row(row), next);
      if (place < 0) {
        missing.add(one.row(row));
      } else {
        next = place + 1;
      }
    }
  }

  /** What went and what came, without what is the same to every rule. */
  List<Remembered> changes(RuleCheck rules) {
    List<Remembered> changes = new ArrayList<>(gone.size() + come.size());
    for (Remembered one : gone) {
      if (!rules.isAmong(one, come)) {
        changes.add(one);
      }
    }
    for (Remembered one : come) {
      if (!rules.isAmong(one, gone)) {
        changes.add(one);
      }
    }
    return changes;
  }
}
