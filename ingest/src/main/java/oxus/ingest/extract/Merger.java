package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** Puts together the mentions of one happening inside one article. */
final class Merger {
  private static final int BACK = 6;
  private static final int NEAR = 2;

  /** Mentions further apart than this many others are not compared. */
  private static final int WINDOW = 60;

  private final SameEvent sameEvent;
  private final Journal journal;

  Merger(Bearings bearings, Journal journal) {
    this.sameEvent = new SameEvent(bearings);
    this.journal = journal;
  }

  /** Mentions within a sentence put together. */
  List<Candidate> withinSentences(List<Candidate> candidates) {
    List<Candidate> merged = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int same = -1;
      for (int i = merged.size() - 1; i >= 0 && isBeside(merged.get(i), candidate); i--) {
        if (sameEvent.is(merged.get(i), candidate)
            || pointsAt(candidate, merged.get(i))
            || isByWordsTwice(merged.get(i), candidate)) {
          same = i;
        }
      }
      if (same < 0) {
        merged.add(candidate);
      } else if (isByWordsTwice(merged.get(same), candidate)
          && candidate.signs().near() > merged.get(same).signs().near()) {
        Candidate weaker = merged.get(same);
        merged.set(same, candidate);
        merge(merged, same, weaker);
      } else {
        merge(merged, same, candidate);
      }
    }
    return merged;
  }

  /**
   * The events that are kept; those left aside that tell once more of one of them are evidence for
   * it.
   *
   * @param keeps one answer an event
   */
  List<Candidate> across(List<Candidate> candidates, List<Boolean> keeps) {
    List<Candidate> kept = new ArrayList<>();
    List<Candidate> again = new ArrayList<>();
    List<Integer> behind = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      int same = keeps.get(i) ? surelyTold(kept, candidate) : -1;
      if (same >= 0) {
        merge(kept, same, candidate);
      } else if (keeps.get(i)) {
        kept.add(candidate);
      } else {
        again.add(candidate);
        behind.add(kept.size());
      }
    }
    for (int i = 0; i < again.size(); i++) {
      tellAgain(kept, behind.get(i), again.get(i));
    }
    return kept;
  }

  private int surelyTold(List<Candidate> kept, Candidate candidate) {
    for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - WINDOW; i--) {
      Candidate earlier = kept.get(i);
      boolean near = candidate.sentence() - earlier.sentence() <= NEAR;
      boolean pointed = candidate.definite() && near && pointsAt(candidate, earlier);
      if (earlier.located().scopes().equals(candidate.located().scopes())
          && (pointed || sameEvent.isSurely(earlier, candidate))) {
        return i;
      }
    }
    return -1;
  }

  /** Looks for the event that is told again, first among those before, the nearest first. */
  private void tellAgain(List<Candidate> kept, int behind, Candidate again) {
    for (int i = behind - 1; i >= 0 && i >= behind - WINDOW; i--) {
      if (sameEvent.is(kept.get(i), again) || pointsAt(again, kept.get(i))) {
        merge(kept, i, again);
        return;
      }
    }
    for (int i = behind; i < kept.size() && i < behind + WINDOW; i++) {
      if (sameEvent.is(again, kept.get(i))) {
        merge(kept, i, again);
        return;
      }
    }
  }

  private void merge(List<Candidate> merged, int at, Candidate candidate) {
    Candidate into = merged.get(at);
    journal.note(() -> Notes.merged(candidate, into));
    merged.set(at, into.with(candidate));
  }

  /**
   * One thing that the words of two clauses tell of, as it were once as done and once as denied.
   */
  private static boolean isByWordsTwice(Candidate one, Candidate other) {
    return one.type() == other.type()
        && one.status() != other.status()
        && one.rule().id().equals(WeighedRules.ID)
        && other.rule().id().equals(WeighedRules.ID)
        && one.interval().from().equals(other.interval().from())
        && one.located().scopes().equals(other.located().scopes());
  }

  private static boolean isBeside(Candidate one, Candidate other) {
    return one.sentence() == other.sentence();
  }

  /** {@code the talks}, or the same thing told twice in one sentence. */
  private static boolean pointsAt(Candidate candidate, Candidate earlier) {
    if (candidate.type() != earlier.type() || candidate.status() != earlier.status()) {
      return false;
    }
    boolean sentence =
        candidate.sentence() == earlier.sentence()
            && candidate.rule().bearing() == Rule.Bearing.PARTIES
            && SameEvent.sameParties(earlier, candidate);
    boolean near = candidate.sentence() - earlier.sentence() <= BACK;
    boolean undated = !candidate.dated() || candidate.interval().overlaps(earlier.interval());
    return sentence || (candidate.definite() && near && undated);
  }
}
