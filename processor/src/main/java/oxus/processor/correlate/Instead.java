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

  /** What differs between two lists that are in one order. */
  static Instead of(List<Remembered> before, List<Remembered> after) {
    List<Remembered> gone = new ArrayList<>();
    List<Remembered> come = new ArrayList<>();
    difference(before, after, gone);
    difference(after, before, come);
    return new Instead(() -> after, gone, come);
  }

  /** What is in one list and not in the other. */
  // an incident that did not change is the same object
  @SuppressWarnings("ReferenceEquality")
  private static void difference(
      List<Remembered> one, List<Remembered> other, List<Remembered> missing) {
    int next = 0;
    for (Remembered each : one) {
      int place = next;
      while (place < other.size() && other.get(place) != each) {
        place++;
      }
      if (place == other.size()) {
        missing.add(each);
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
