package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/** Takes some reports out of the incidents that hold them. */
record Removal(Policy policy, Predicate<BorderEvent> gone) {

  /**
   * The incident without these reports; empty when none is left.
   *
   * @param taken told of each report that was taken out
   */
  Optional<Incident> from(Incident incident, Consumer<Told> taken) {
    if (incident.getReports().stream().noneMatch(gone)) {
      return Optional.of(incident);
    }
    List<Told> left = new ArrayList<>();
    for (Told told : Told.of(incident)) {
      if (gone.test(told.report())) {
        taken.accept(told);
      } else {
        left.add(told);
      }
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new IncidentSummary(policy).of(incident, left));
  }
}
