package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import oxus.ingest.extract.Signs.Sign;

/** What the first sums of all events of an article show of one of them. */
final class SumSigns {
  /** Events further apart than this many others are not compared. */
  private static final int WINDOW = 60;

  /** Stands for a sum where there is none. */
  private static final int NONE = Integer.MIN_VALUE / 2;

  private static final List<String> OF_TYPE =
      Weighing.TYPES.stream().map(type -> "sum-" + type).toList();

  private final Bearings bearings;
  private final SameEvent sameEvent;
  private final List<Candidate> told;
  private final int[] sums;
  private final int sure;
  private final int best;

  SumSigns(Bearings bearings, List<Candidate> told, int[] sums) {
    this.bearings = bearings;
    this.sameEvent = new SameEvent(bearings);
    this.told = told;
    this.sums = sums.clone();
    int count = 0;
    int most = NONE;
    for (int sum : sums) {
      count += sum > 0 ? 1 : 0;
      most = Math.max(most, sum);
    }
    this.sure = count;
    this.best = most;
  }

  List<Sign> of(int index) {
    List<Sign> signs = new ArrayList<>(64);
    int sum = sums[index];
    ArticleSigns.steps(signs, "sum", sum, 250, -16, 16);
    ArticleSigns.steps(
        signs, OF_TYPE.get(Weighing.index(told.get(index).type())), sum, 1000, -3, 3);
    addOthers(signs, index);
    ArticleSigns.steps(signs, "sure", sure, 2, 0, 8);
    ArticleSigns.steps(signs, "sure-share", 8 * sure / sums.length, 1, 0, 8);
    ArticleSigns.steps(signs, "best", best, 1000, -3, 5);
    ArticleSigns.steps(signs, "sum-before", index > 0 ? sums[index - 1] : 0, 1000, -3, 3);
    boolean last = index + 1 == sums.length;
    ArticleSigns.steps(signs, "sum-behind", last ? 0 : sums[index + 1], 1000, -3, 3);
    return signs;
  }

  private void addOthers(List<Sign> signs, int index) {
    Candidate one = told.get(index);
    int[] again = {NONE, NONE};
    int[] alike = {NONE, NONE};
    int beside = NONE;
    int to = Math.min(told.size(), index + WINDOW);
    for (int i = Math.max(0, index - WINDOW); i < to; i++) {
      Candidate other = told.get(i);
      int side = i < index ? 0 : 1;
      if (i == index) {
        continue;
      }
      if (i < index ? sameEvent.is(other, one) : sameEvent.is(one, other)) {
        again[side] = Math.max(again[side], sums[i]);
      } else if (other.type() == one.type()
          && bearings.anyOnOneChain(other.located().scopes(), one.located().scopes())) {
        alike[side] = Math.max(alike[side], sums[i]);
      }
      if (other.sentence() == one.sentence() && other.type() != one.type()) {
        beside = Math.max(beside, sums[i]);
      }
    }
    addOther(signs, "again-before", "again-before-surer", again[0], sums[index]);
    addOther(signs, "again-behind", "again-behind-surer", again[1], sums[index]);
    addOther(signs, "alike-before", "alike-before-surer", alike[0], sums[index]);
    addOther(signs, "alike-behind", "alike-behind-surer", alike[1], sums[index]);
    addOther(signs, "other-beside", "other-beside-surer", beside, sums[index]);
  }

  private static void addOther(List<Sign> signs, String name, String surer, int other, int own) {
    if (other == NONE) {
      signs.add(new Sign(name, "none"));
      return;
    }
    ArticleSigns.steps(signs, name, other, 500, -5, 7);
    ArticleSigns.steps(signs, surer, other - own, 500, -6, 7);
  }
}
