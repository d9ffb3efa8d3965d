package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import oxus.ingest.extract.Signs.Sign;
import oxus.schemas.ReportStatus;

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
  private final int events;

  SumSigns(Bearings bearings, List<Candidate> told, int[] sums) {
    this.bearings = bearings;
    this.sameEvent = new SameEvent(bearings);
    this.told = told;
    this.sums = sums.clone();
    int count = 0;
    int most = NONE;
    int all = 0;
    for (int i = 0; i < sums.length; i++) {
      if (!DenialSigns.isCopy(told.get(i))) {
        all++;
        count += sums[i] > 0 ? 1 : 0;
        most = Math.max(most, sums[i]);
      }
    }
    this.sure = count;
    this.best = most;
    this.events = all;
  }

  List<Sign> of(int index) {
    List<Sign> signs = new ArrayList<>(64);
    int sum = sums[index];
    if (DenialSigns.isCopy(told.get(index))) {
      ArticleSigns.steps(signs, "copy-sum", sum, 250, -16, 16);
      addDenial(signs, index);
      return signs;
    }
    ArticleSigns.steps(signs, "sum", sum, 250, -16, 16);
    ArticleSigns.steps(
        signs, OF_TYPE.get(Weighing.index(told.get(index).type())), sum, 1000, -3, 3);
    addOthers(signs, index);
    if (told.get(index).status() == ReportStatus.DENIED) {
      addDenial(signs, index);
    }
    ArticleSigns.steps(signs, "sure", sure, 2, 0, 8);
    ArticleSigns.steps(signs, "sure-share", 8 * sure / events, 1, 0, 8);
    ArticleSigns.steps(signs, "best", best, 1000, -3, 5);
    ArticleSigns.steps(signs, "sum-before", beside(index, -1), 1000, -3, 3);
    ArticleSigns.steps(signs, "sum-behind", beside(index, 1), 1000, -3, 3);
    return signs;
  }

  /** The sum of the next event before or behind that is told in words of its own. */
  private int beside(int index, int step) {
    int other = index + step;
    while (other >= 0 && other < sums.length && DenialSigns.isCopy(told.get(other))) {
      other += step;
    }
    return other >= 0 && other < sums.length ? sums[other] : 0;
  }

  /** How sure what a denial denies is, and the surest other denial of its sentence. */
  private void addDenial(List<Sign> signs, int index) {
    String kind = DenialSigns.isCopy(told.get(index)) ? "-copy" : "";
    int claim = DenialSigns.claim(bearings, told, index);
    int sum = claim < 0 ? NONE : sums[claim];
    addOther(signs, "denied" + kind, "denied-surer" + kind, sum, sums[index]);
    int rival = NONE;
    int to = Math.min(told.size(), index + WINDOW);
    for (int i = Math.max(0, index - WINDOW); i < to; i++) {
      Candidate other = told.get(i);
      if (i != index
          && other.status() == ReportStatus.DENIED
          && other.sentence() == told.get(index).sentence()) {
        rival = Math.max(rival, sums[i]);
      }
    }
    addOther(signs, "rival" + kind, "rival-surer" + kind, rival, sums[index]);
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
      if (other.sentence() == one.sentence()
          && other.type() != one.type()
          && !DenialSigns.isCopy(other)) {
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
