package oxus.processor.correlate;

import java.time.Instant;
import oxus.schemas.BorderEvent;
import oxus.schemas.FellBelow;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * How long a sector's judgement surely stands as it is, if nothing is told but what is known. Until
 * then a repeat costs no more than finding that it is one, and no deadline need be looked at.
 *
 * @param state the state to which the judgement led
 * @param until epoch milliseconds; too early perhaps, never too late
 */
record Calm(SectorState state, Memory memory, long until) {
  private static final long NEVER_CALM = Long.MIN_VALUE;

  /**
   * Of a judgement.
   *
   * @param first when time alone may change an assessment for another reason than decay
   */
  static Calm of(SectorState state, Memory memory, Appraisal appraisal, long first, Policy policy) {
    boolean isBound = !state.getOverrides().isEmpty() || !state.getPending().isEmpty();
    if (isBound || appraisal.isWithheld()) {
      return new Calm(state, memory, NEVER_CALM);
    }
    Decay decay = new Decay(policy, state.getAt().toEpochMilli(), memory.columns().size());
    long until = Math.min(first, memory.keptUntil());
    until = Math.min(until, decay.falls(appraisal.score()));
    until = Math.min(until, rises(state, appraisal, decay, policy));
    return new Calm(state, memory, Math.min(until, stepsDown(state, policy)));
  }

  /** When fading good news may let the score rise so far that a record would tell of it. */
  private static long rises(SectorState state, Appraisal appraisal, Decay decay, Policy policy) {
    // what brings no news moves nothing above MODERATE
    if (state.getSupported() == ThreatLevel.LOW) {
      return appraisal.supported() == ThreatLevel.LOW
          ? decay.rises(appraisal, policy.levels().down(ThreatLevel.MODERATE))
          : NEVER_CALM;
    }
    if (state.getHeld() == ThreatLevel.LOW) {
      return appraisal.reached() == ThreatLevel.LOW
          ? decay.rises(appraisal, policy.levels().up(ThreatLevel.MODERATE))
          : NEVER_CALM;
    }
    return Remembered.NEVER;
  }

  /** When the dwell of a level that is not supported any more is over. */
  private static long stepsDown(SectorState state, Policy policy) {
    ThreatLevel held = state.getHeld();
    if (state.getSupported().compareTo(held) >= 0) {
      return Remembered.NEVER;
    }
    long from = state.getHeldSince().toEpochMilli();
    for (FellBelow fell : state.getFellBelow()) {
      if (fell.getLevel() == held) {
        from = Math.max(from, fell.getSince().toEpochMilli());
      }
    }
    return from + policy.levels().dwell().toMillis();
  }

  /** The same of a state in which nothing else is different that counts. */
  Calm at(SectorState other) {
    return new Calm(other, memory, until);
  }

  /** The first point of the grid at which something may have changed, given one that is due. */
  Instant firstPoint(Instant due, Policy policy) {
    if (until <= due.toEpochMilli() || until == Remembered.NEVER) {
      return due;
    }
    return Deadlines.ceiling(Instant.ofEpochMilli(until), policy.grid());
  }

  boolean lasts(Instant time) {
    return time.toEpochMilli() < until;
  }

  /** Whether a record brings nothing but what is known while the judgement stands. */
  boolean isRepeat(SectorLogEntry entry) {
    return entry.getSettles()
        && lasts(entry.getAt())
        && memory.columns().holds(Archive.hash(((BorderEvent) entry.getRecord()).getId()));
  }
}
