package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.ingest.extract.Candidate.Party;
import oxus.schemas.EventType;
import oxus.schemas.Figure;

/**
 * Tells whether two tellings may be of one happening: by type, status, place, time, figure, who.
 */
final class SameEvent {
  private static final int PLACED_WITHIN = 3;

  private static final Set<EventType> KIN =
      Set.of(EventType.BORDER_SEIZURE, EventType.TERRITORY_SEIZURE);

  /** What two parties do or say are two happenings. */
  private static final Set<EventType> BY_ONE_PARTY =
      Set.of(
          EventType.ASSURANCE,
          EventType.ASSISTANCE_REQUEST,
          EventType.BORDER_FORTIFICATION,
          EventType.CROSS_BORDER_ATTACK,
          EventType.DEPLOYMENT,
          EventType.HOSTILE_STATEMENT,
          EventType.MATERIAL_SUPPORT,
          EventType.MOBILISATION);

  /** What happens to one place once in a while. */
  private static final Set<EventType> ONCE =
      Set.of(
          EventType.BORDER_SEIZURE,
          EventType.TERRITORY_SEIZURE,
          EventType.RECAPTURE,
          EventType.BORDER_CLOSURE,
          EventType.BORDER_REOPENING);

  private final Bearings bearings;

  SameEvent(Bearings bearings) {
    this.bearings = bearings;
  }

  /** Whether both may tell of the same, the earlier one first. */
  boolean is(Candidate one, Candidate other) {
    return (one.type() == other.type() || areKin(one, other))
        && one.status() == other.status()
        && sameScopes(one, other)
        && sameTime(one, other)
        && sameFigure(one.figure(), other.figure())
        && (one.type() != EventType.TALKS || sameTalks(one, other))
        && (!BY_ONE_PARTY.contains(one.type()) || sameInitiator(one, other));
  }

  /** Whether both must tell of the same: one place changes hands once at a time. */
  boolean isSurely(Candidate one, Candidate other) {
    String place = one.located().text();
    return ONCE.contains(one.type())
        && !place.isEmpty()
        && place.equals(other.located().text())
        && is(one, other);
  }

  /** One town with its crossing, told once as the one and once as the other. */
  private static boolean areKin(Candidate one, Candidate other) {
    String first = one.located().text();
    String second = other.located().text();
    return KIN.contains(one.type())
        && KIN.contains(other.type())
        && !first.isEmpty()
        && !second.isEmpty()
        && (first.startsWith(second) || second.startsWith(first));
  }

  private boolean sameScopes(Candidate one, Candidate other) {
    if (isPlacedBy(one, other) || isPlacedBy(other, one)) {
      return true;
    }
    return each(one.located().scopes(), other.located().scopes())
        && each(other.located().scopes(), one.located().scopes());
  }

  /** A headline that names no place is placed by the text that follows. */
  private boolean isPlacedBy(Candidate vague, Candidate placed) {
    return vague.located().inferred()
        && vague.located().scopes().equals(List.of(bearings.theatre()))
        && vague.figure().isEmpty()
        && Math.abs(vague.sentence() - placed.sentence()) <= PLACED_WITHIN;
  }

  private boolean each(List<String> some, List<String> others) {
    for (String scope : some) {
      if (!bearings.anyOnOneChain(List.of(scope), others)) {
        return false;
      }
    }
    return true;
  }

  /** A day more or less: "this morning" of a quotation beside the reporter's "Tuesday". */
  private static boolean sameTime(Candidate one, Candidate other) {
    if (!one.dated() || !other.dated()) {
      return true;
    }
    return one.interval().overlaps(other.interval())
        || one.interval().shifted(1).overlaps(other.interval())
        || one.interval().shifted(-1).overlaps(other.interval());
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

  /** Whoever was spoken to before and now speaks, says something of their own. */
  private static boolean isAnswer(Candidate one, Candidate other) {
    return one.target().isPresent()
        && other.initiator().isPresent()
        && !other.initiator().get().key().isEmpty()
        && other.initiator().get().key().equals(one.target().get().key());
  }

  private static boolean sameInitiator(Candidate one, Candidate other) {
    if (isAnswer(one, other)) {
      return false;
    }
    return other.initiator().isEmpty()
        || other.initiator().get().key().isEmpty()
        || isOrMayBe(one.initiator(), other.initiator().get().key());
  }

  /** Talks are the same when their parties agree and the whole theatre is not mixed with a part. */
  private static boolean sameTalks(Candidate one, Candidate other) {
    return sameParties(one, other) && one.located().scopes().equals(other.located().scopes());
  }

  static boolean sameParties(Candidate one, Candidate other) {
    return compatible(one.initiator(), one.target(), other.initiator())
        && compatible(one.initiator(), one.target(), other.target());
  }

  private static boolean compatible(
      Optional<Party> one, Optional<Party> another, Optional<Party> asked) {
    if (asked.isEmpty() || asked.get().key().isEmpty()) {
      return true;
    }
    String key = asked.get().key();
    return isOrMayBe(one, key) || isOrMayBe(another, key);
  }

  private static boolean isOrMayBe(Optional<Party> party, String key) {
    return party.isEmpty() || party.get().key().isEmpty() || party.get().key().equals(key);
  }
}
