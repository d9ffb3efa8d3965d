package oxus.alerts.console;

import java.time.Instant;
import java.time.LocalDate;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;

/**
 * An incident as it stands on a sector's time line.
 *
 * @param knownAt when the first of its cited reports became known
 * @param weight the greatest that it had, micro-units, signed
 */
record Happening(
    String incident,
    Instant knownAt,
    LocalDate from,
    LocalDate to,
    EventType type,
    String place,
    long weight,
    String grade) {

  static Happening of(Contribution contribution, Instant assessedAt) {
    return new Happening(
        contribution.getIncident(),
        contribution.getReports().stream()
            .map(CitedReport::getKnownAt)
            .min(Instant::compareTo)
            .orElse(assessedAt),
        contribution.getOccurredFrom(),
        contribution.getOccurredTo(),
        contribution.getType(),
        contribution.getPlace(),
        contribution.getWeight(),
        contribution.getGrade());
  }

  /** The same incident seen again: known since the first time, as heavy as at its heaviest. */
  Happening with(Happening later) {
    Happening heavier = Math.abs(later.weight) > Math.abs(weight) ? later : this;
    Instant first = knownAt.isBefore(later.knownAt) ? knownAt : later.knownAt;
    return new Happening(
        incident,
        first,
        heavier.from,
        heavier.to,
        heavier.type,
        heavier.place,
        heavier.weight,
        later.grade);
  }
}
