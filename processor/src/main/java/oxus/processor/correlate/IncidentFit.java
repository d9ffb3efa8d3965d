package oxus.processor.correlate;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.Incident;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.theatre.Absence;
import oxus.theatre.Indicator;
import oxus.theatre.Indicator.Least;
import oxus.theatre.Policy;

/**
 * Whether an incident is what a rule asks for at a moment. What only sources report that cannot be
 * judged never is; neither is a plan whose date has passed.
 */
record IncidentFit(Policy policy, Instant time) {
  private static final Set<PlaceKind> WIDE =
      EnumSet.of(PlaceKind.PROVINCE, PlaceKind.RIVER, PlaceKind.COUNTRY);

  boolean fits(Indicator indicator, Incident incident) {
    return fitsInTime(indicator, incident) && !isOver(incident);
  }

  private boolean isOver(Incident incident) {
    Optional<Instant> expires = new Weighing(policy).expires(incident);
    return expires.isPresent() && !expires.get().isAfter(time);
  }

  /** Whether it fits as long as it is no plan whose date has passed. */
  static boolean fitsInTime(Indicator indicator, Incident incident) {
    return isOneOf(indicator.types(), incident.getType())
        && isOneOf(indicator.relations(), incident.getRelation())
        && isOneOf(indicator.statuses(), incident.getStatus())
        && isSound(indicator, incident)
        && (!indicator.disputed() || incident.getDisputed())
        && incident.getSources() >= indicator.sources()
        && (!indicator.asksForPlace() || place(indicator, incident).isPresent())
        && (indicator.actors().isEmpty()
            || incident.getActors().stream().anyMatch(indicator.actors()::contains))
        && (indicator.figure().isEmpty() || isAsLarge(incident, indicator.figure().get()));
  }

  /**
   * Where an incident counts as being: the first of its places that the rule asks for, a town
   * before the province that it lies in.
   */
  static Optional<String> place(Indicator indicator, Incident incident) {
    List<PlaceRef> admitted =
        incident.getPlaces().stream()
            .filter(place -> indicator.admits(place.getId(), place.getKind(), place.getWithin()))
            .toList();
    return admitted.stream()
        .filter(place -> !WIDE.contains(place.getKind()))
        .findFirst()
        .or(() -> admitted.stream().findFirst())
        .map(PlaceRef::getId);
  }

  /**
   * Whether something has happened that must not have, since so long before the latest incident.
   */
  boolean violates(Absence absence, Instant latest, List<Incident> incidents) {
    Instant since = latest.minus(absence.within());
    return incidents.stream()
        .filter(incident -> Weighing.endOf(incident.getOccurredTo()).isAfter(since))
        .anyMatch(incident -> fits(absence.indicator(), incident));
  }

  private static boolean isSound(Indicator indicator, Incident incident) {
    int credibility = Character.digit(incident.getGrade().charAt(1), 10);
    return !incident.getUnjudged() && credibility <= indicator.credibility();
  }

  /** "Up to 200" is not at least anything. */
  private static boolean isAsLarge(Incident incident, Least least) {
    return incident.getReports().stream()
        .filter(Told::isJudged)
        .filter(report -> report.getStatus() == incident.getStatus())
        .flatMap(report -> report.getFigure().stream())
        .filter(figure -> figure.getUnit().equals(least.unit()))
        .anyMatch(figure -> figure.getMin().orElse(0L) >= least.number());
  }

  private static <E> boolean isOneOf(List<E> allowed, E one) {
    return allowed.isEmpty() || allowed.contains(one);
  }
}
