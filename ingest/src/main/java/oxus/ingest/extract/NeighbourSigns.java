package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Signs.Sign;

/** What the other events of an article show of one: whether it was told before. */
final class NeighbourSigns {
  private static final int CLOSE = 2;
  private static final int MOST = 3;

  /** Events further apart than this many others are not compared. */
  private static final int WINDOW = 60;

  private static final Side BEFORE = Side.of("before");
  private static final Side BEHIND = Side.of("behind");

  private final Bearings bearings;
  private final SameEvent sameEvent;
  private final List<Candidate> candidates;
  private final int index;
  private final Candidate one;

  /** The names of the signs of the telling before, or behind: put together once. */
  private record Side(
      String name,
      String scopes,
      String dates,
      String figure,
      String initiator,
      String target,
      String like,
      String gap,
      String stronger,
      String weight,
      String place) {
    static Side of(String name) {
      return new Side(
          name,
          name + "-scopes",
          name + "-dates",
          name + "-figure",
          name + "-initiator",
          name + "-target",
          name + "-like",
          name + "-gap",
          name + "-stronger",
          name + "-weight",
          name + "-place");
    }
  }

  NeighbourSigns(Bearings bearings, List<Candidate> candidates, int index) {
    this.bearings = bearings;
    this.sameEvent = new SameEvent(bearings);
    int from = Math.max(0, index - WINDOW);
    this.candidates = candidates.subList(from, Math.min(candidates.size(), index + WINDOW));
    this.index = index - from;
    this.one = candidates.get(index);
  }

  void addTo(List<Sign> signs) {
    addPair(signs, BEFORE, likest(0, index));
    addPair(signs, BEHIND, likest(index + 1, candidates.size()));
    addCounts(signs);
    addBeside(signs);
  }

  /** The other telling that is most like this one, among those that may tell of the same. */
  private @Nullable Candidate likest(int from, int to) {
    Candidate best = null;
    int most = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      Candidate other = candidates.get(i);
      boolean same = i < index ? sameEvent.is(other, one) : sameEvent.is(one, other);
      int likeness = same ? likeness(other) : Integer.MIN_VALUE;
      if (likeness > most) {
        best = other;
        most = likeness;
      }
    }
    return best;
  }

  private int likeness(Candidate other) {
    return 2 * one.signs().likeness(other.signs())
        + (one.located().scopes().equals(other.located().scopes()) ? 20 : 0)
        + (one.interval().equals(other.interval()) ? 20 : 0)
        - Math.min(20, Math.abs(one.sentence() - other.sentence()))
        + Math.max(-10, Math.min(10, other.signs().weight() / 500));
  }

  private void addPair(List<Sign> signs, Side side, @Nullable Candidate other) {
    if (other == null) {
      signs.add(new Sign(side.name, "none"));
      return;
    }
    signs.add(new Sign(side.name, one.type().name()));
    String scopes = one.located().scopes().equals(other.located().scopes()) ? "same" : "other";
    signs.add(
        new Sign(
            side.scopes, scopes + yes(other.located().inferred()) + yes(one.located().inferred())));
    String dates = one.interval().equals(other.interval()) ? "same" : "other";
    signs.add(new Sign(side.dates, dates + yes(other.dated()) + yes(one.dated())));
    signs.add(new Sign(side.figure, compared(one.figure(), other.figure())));
    signs.add(new Sign(side.initiator, compared(one.initiator(), other.initiator())));
    signs.add(new Sign(side.target, compared(one.target(), other.target())));
    ArticleSigns.steps(signs, side.like, one.signs().likeness(other.signs()), 8, 0, 10);
    int gap = Math.abs(one.sentence() - other.sentence());
    ArticleSigns.steps(signs, side.gap, gap, 2, 0, 8);
    int stronger = other.signs().weight() - one.signs().weight();
    ArticleSigns.steps(signs, side.stronger, stronger, 1000, -4, 5);
    ArticleSigns.steps(signs, side.weight, other.signs().weight(), 1000, -4, 5);
    String place = one.located().text();
    boolean same = !place.isEmpty() && place.equals(other.located().text());
    signs.add(new Sign(side.place, SentenceSigns.truth(same)));
  }

  private static String yes(boolean truth) {
    return truth ? "+" : "-";
  }

  private static <T> String compared(Optional<T> some, Optional<T> others) {
    if (some.isPresent() && others.isPresent()) {
      return some.equals(others) ? "same" : "other";
    }
    return yes(others.isPresent()) + yes(some.isPresent());
  }

  private void addCounts(List<Sign> signs) {
    int same = 0;
    int near = 0;
    int close = 0;
    int later = 0;
    int events = 0;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate other = candidates.get(i);
      if (DenialSigns.isCopy(other)) {
        continue;
      }
      events++;
      if (i == index || other.type() != one.type()) {
        continue;
      }
      if (i > index) {
        later++;
        continue;
      }
      same++;
      near += bearings.anyOnOneChain(other.located().scopes(), one.located().scopes()) ? 1 : 0;
      close += Math.abs(other.sentence() - one.sentence()) <= CLOSE ? 1 : 0;
    }
    add(signs, "same", same);
    add(signs, "same-near", near);
    signs.add(new Sign("near-" + Math.min(2, near), one.type().name()));
    add(signs, "same-close", close);
    add(signs, "later", later);
    add(signs, "events", events / 4);
  }

  private void addBeside(List<Sign> signs) {
    int beside = 0;
    int stronger = 0;
    int strongest = -99_999;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate other = candidates.get(i);
      if (i == index || DenialSigns.isCopy(other)) {
        continue;
      }
      strongest = Math.max(strongest, other.signs().weight());
      if (other.sentence() == one.sentence()) {
        beside++;
        if (other.signs().weight() > one.signs().weight()) {
          stronger++;
          signs.add(new Sign("beside-" + other.type(), one.type().name()));
        }
      }
    }
    add(signs, "beside", beside);
    add(signs, "stronger", stronger);
    ArticleSigns.steps(signs, "strongest", strongest, 1500, -4, 5);
  }

  private static void add(List<Sign> signs, String name, int count) {
    signs.add(new Sign(name, SentenceSigns.digit(Math.min(MOST, count))));
  }
}
