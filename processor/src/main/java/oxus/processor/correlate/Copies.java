package oxus.processor.correlate;

import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.PlaceRef;
import oxus.theatre.Policy;

/**
 * Finds a report's original: one that says the same of the same, by the same desk, on the same
 * claimant's word or in nearly the same words. A copy goes where its original went, however the
 * incident has changed since, so that copies change nothing.
 */
final class Copies {
  private Copies() {}

  /** The incident that holds the report's original. */
  static Optional<Remembered> home(Told told, Columns incidents, Policy policy) {
    int bits = policy.grading().independence().nearIdentical();
    for (int row = 0; row < incidents.size(); row++) {
      if (incidents.mayTell(row, told.mark()) && holdsOriginal(incidents.row(row), told, bits)) {
        return Optional.of(incidents.row(row));
      }
    }
    return Optional.empty();
  }

  private static boolean holdsOriginal(Remembered incident, Told told, int bits) {
    for (Told known : incident.told()) {
      // what says the same has the same mark, and most has another one
      if (known.mark() == told.mark()
          && saysTheSame(known.report(), told.report())
          && isOneVoice(known.report(), told.report(), bits)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one adds nothing to what the other says. */
  static boolean saysTheSame(BorderEvent one, BorderEvent other) {
    return one.getType() == other.getType()
        && one.getStatus() == other.getStatus()
        && one.getReliability() == other.getReliability()
        && one.getOccurredFrom().equals(other.getOccurredFrom())
        && one.getOccurredTo().equals(other.getOccurredTo())
        && one.getInitiator().equals(other.getInitiator())
        && one.getTarget().equals(other.getTarget())
        && one.getFigure().equals(other.getFigure())
        && one.getScopes().equals(other.getScopes())
        && samePlaces(one.getPlaces(), other.getPlaces());
  }

  static boolean isOneVoice(BorderEvent one, BorderEvent other, int nearIdentical) {
    if (Voices.desk(one).equals(Voices.desk(other))) {
      return true;
    }
    if (one.getClaimant().isPresent() && one.getClaimant().equals(other.getClaimant())) {
      return true;
    }
    return one.getSignature().isPresent()
        && other.getSignature().isPresent()
        && Long.bitCount(one.getSignature().get() ^ other.getSignature().get()) <= nearIdentical;
  }

  static boolean samePlaces(List<PlaceRef> one, List<PlaceRef> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int index = 0; index < one.size(); index++) {
      if (!one.get(index).getId().equals(other.get(index).getId())) {
        return false;
      }
    }
    return true;
  }
}
