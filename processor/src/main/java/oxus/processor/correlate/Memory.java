package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * Which incidents a sector still remembers at a time: a function of time alone, so that it does not
 * show how often the sector was looked at.
 */
record Memory(Policy policy) {

  List<Incident> kept(List<Incident> incidents, Instant time) {
    return incidents.stream().filter(incident -> isKept(incident, time)).toList();
  }

  /** Sources that cannot be judged keep nothing alive that others report, nor make it forgotten. */
  private boolean isKept(Incident incident, Instant time) {
    Incident judged = new IncidentSummary(policy).judged(incident);
    if (judged.getStrength() == 0) {
      return Weighing.endOf(judged.getOccurredTo()).plus(policy.levels().expiry()).isAfter(time);
    }
    return Math.abs(new Weighing(policy).at(time, judged)) >= policy.incidents().forgottenBelow();
  }

  /**
   * When an incident that weighs something is forgotten; the score moves a little then. It may be
   * too early by the rounding of weights, never too late.
   */
  Optional<Instant> forgets(Incident incident) {
    Incident judged = new IncidentSummary(policy).judged(incident);
    double least = Math.max(1, policy.incidents().forgottenBelow());
    double halves = StrictMath.log(Math.abs(judged.getStrength()) / least) / StrictMath.log(2);
    if (incident.getStrength() == 0) {
      return Optional.empty();
    }
    if (judged.getStrength() == 0) {
      return Optional.of(Weighing.endOf(judged.getOccurredTo()).plus(policy.levels().expiry()));
    }
    Duration halfLife = new Weighing(policy).halfLife(judged);
    return Optional.of(
        Weighing.endOf(judged.getOccurredTo())
            .plusMillis((long) (Math.max(0, halves) * halfLife.toMillis())));
  }
}
