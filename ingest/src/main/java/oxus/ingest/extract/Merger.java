package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.ingest.extract.Candidate.Party;
import oxus.schemas.EventType;
import oxus.schemas.Figure;

/** Puts together the mentions of one happening inside one article. */
final class Merger {
  private final Bearings bearings;

  Merger(Bearings bearings) {
    this.bearings = bearings;
  }

  List<Candidate> merge(List<Candidate> candidates) {
    List<Candidate> merged = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int same = indexOfSame(merged, candidate);
      if (same < 0) {
        merged.add(candidate);
      } else {
        merged.set(same, merged.get(same).with(candidate));
      }
    }
    return merged;
  }

  private int indexOfSame(List<Candidate> merged, Candidate candidate) {
    for (int i = 0; i < merged.size(); i++) {
      if (isSame(merged.get(i), candidate)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isSame(Candidate one, Candidate other) {
    return one.type() == other.type()
        && one.status() == other.status()
        && sameScopes(one, other)
        && sameTime(one, other)
        && sameFigure(one.figure(), other.figure())
        && (one.type() != EventType.TALKS || sameParties(one, other));
  }

  private boolean sameScopes(Candidate one, Candidate other) {
    return each(one.located().scopes(), other.located().scopes())
        && each(other.located().scopes(), one.located().scopes());
  }

  private boolean each(List<String> some, List<String> others) {
    return some.stream()
        .allMatch(scope -> others.stream().anyMatch(known -> bearings.onOneChain(scope, known)));
  }

  private static boolean sameTime(Candidate one, Candidate other) {
    if (!one.dated() || !other.dated()) {
      return true;
    }
    return one.interval().overlaps(other.interval());
  }

  /** Differing figures of one unit tell of different happenings. */
  private static boolean sameFigure(Optional<Figure> one, Optional<Figure> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    if (!one.get().getUnit().equals(other.get().getUnit())) {
      return true;
    }
    long some = size(one.get());
    long more = size(other.get());
    return Math.max(some, more) <= 2 * Math.max(1, Math.min(some, more));
  }

  private static long size(Figure figure) {
    return figure.getMin().or(figure::getMax).orElse(1L);
  }

  private static boolean sameParties(Candidate one, Candidate other) {
    return compatible(one.initiator(), one.target(), other.initiator())
        && compatible(one.initiator(), one.target(), other.target());
  }

  private static boolean compatible(
      Optional<Party> one, Optional<Party> another, Optional<Party> asked) {
    if (asked.isEmpty() || !asked.get().known()) {
      return true;
    }
    boolean unknown = one.isEmpty() || another.isEmpty();
    return unknown || one.equals(asked) || another.equals(asked);
  }
}
