package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.Heard;
import oxus.schemas.Incident;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorState;
import oxus.theatre.Grading.Bounds;
import oxus.theatre.Policy;

/** Merges reports into a sector's incidents, one by one, obeying what analysts ruled. */
final class Settling {
  private final Recall recall;
  private final Policy policy;
  private final SectorState state;
  private final Rulings rulings;
  private final List<Incident> incidents;
  private final List<BorderEvent> dropped = new ArrayList<>();
  private final Set<String> changed = new HashSet<>();
  private List<Heard> heard;
  private boolean bringsNews;

  Settling(Recall recall, SectorState state, Rulings rulings) {
    this.recall = recall;
    this.policy = recall.policy();
    this.state = state;
    this.rulings = rulings;
    List<Incident> kept = recall.kept(state.getIncidents(), state.getAt());
    this.incidents = new ArrayList<>(kept);
    this.dropped.addAll(Archive.forgotten(state.getIncidents(), kept));
    this.heard = state.getHeard();
  }

  /** Whether a source that can be judged brought a report that was not known. */
  boolean bringsNews() {
    return bringsNews;
  }

  /** Takes a report in; nothing happens at a repeat, or where a ruling keeps it out. */
  void take(Told told) {
    Correction correction = rulings.on(told.report().getId());
    Optional<Told> corrected = correction.of(told, state.getSector());
    if (corrected.isEmpty() || isKnown(told.report())) {
      return;
    }
    bringsNews |= told.isJudged();
    place(corrected.get(), correction);
    heard = Watch.with(heard, corrected.get(), policy);
  }

  /** The incidents within the policy's bounds, and all that is remembered of the others. */
  SectorState state() {
    bound();
    incidents.replaceAll(
        incident ->
            changed.contains(incident.getId())
                ? Incidents.graded(incident, state.getAt(), policy)
                : incident);
    int most = policy.grading().bounds().archived();
    return States.settled(state, incidents, Archive.of(state).with(dropped, most), heard);
  }

  List<Incident> incidents() {
    return incidents;
  }

  private boolean isKnown(BorderEvent report) {
    String id = report.getId();
    // a string keeps its hash, so nearly all others are told by a number
    int hash = id.hashCode();
    for (Incident incident : incidents) {
      for (BorderEvent known : incident.getReports()) {
        if (known.getId().hashCode() == hash && known.getId().equals(id)) {
          return true;
        }
      }
    }
    // what was dropped just now is not in the archive yet
    return Archive.of(state).holds(report)
        || dropped.stream()
            .anyMatch(
                gone -> gone.getId().equals(id) && Told.isJudged(gone) == Told.isJudged(report));
  }

  // the incident that was found is the same object as the one in the list
  @SuppressWarnings("ReferenceEquality")
  private void place(Told told, Correction correction) {
    Optional<Incident> home = home(told, correction);
    IncidentSummary summary = new IncidentSummary(policy);
    if (home.isEmpty()) {
      Incident opened = summary.of(idFor(told, correction), List.of(told));
      incidents.add(Incidents.ruled(opened, correction.rulings(), policy));
      changed.add(opened.getId());
      return;
    }
    List<Told> all = Told.of(home.get());
    all.add(told);
    all.sort(Told.ORDER);
    int uncounted = home.get().getUncounted();
    if (all.size() > policy.incidents().keptReports()) {
      Told least = new Crowding(policy).leastTelling(all);
      all.remove(least);
      dropped.add(least.report());
      uncounted++;
    }
    Incident merged =
        summary.of(
            home.get().getId(), all, uncounted, home.get().getGrades(), home.get().getRulings());
    changed.add(merged.getId());
    Incident shaped = Incidents.ruled(merged, correction.rulings(), policy);
    incidents.replaceAll(incident -> incident == home.get() ? shaped : incident);
  }

  private Optional<Incident> home(Told told, Correction correction) {
    IncidentMatch match = new IncidentMatch(recall);
    if (correction.placed().isEmpty()) {
      return Copies.home(told.report(), incidents, policy).or(() -> match.of(told, incidents));
    }
    Ruling ruling = correction.placed().get();
    if (ruling.getKind() == RulingKind.SPLIT) {
      return incidents.stream().filter(incident -> holdsSplitOff(incident, ruling)).findFirst();
    }
    return ruling
        .getIncident()
        .flatMap(
            id -> incidents.stream().filter(incident -> incident.getId().equals(id)).findFirst())
        .or(() -> match.of(told, incidents));
  }

  /** What a ruling splits off stays together, apart from where it was. */
  private static boolean holdsSplitOff(Incident incident, Ruling ruling) {
    return incident.getRulings().contains(ruling.getId())
        && !incident.getId().equals(ruling.getIncident().orElse(""))
        && incident.getReports().stream()
            .anyMatch(report -> ruling.getEvents().contains(report.getId()));
  }

  /**
   * The report's id; where an incident keeps it that the report was split from, with the ruling's.
   */
  private String idFor(Told told, Correction correction) {
    String id = told.report().getId();
    // one id means one incident, though the report that gave it may have been split off
    boolean isTaken =
        incidents.stream().anyMatch(incident -> incident.getId().equals(id))
            || correction.placed().flatMap(Ruling::getIncident).filter(id::equals).isPresent();
    return isTaken ? id + "/" + correction.placed().map(Ruling::getId).orElse("again") : id;
  }

  /**
   * No more incidents than the policy lets a sector hold: the weightiest stay. Rumours have a bound
   * of their own, so that they crowd nothing else out.
   */
  private void bound() {
    Bounds bounds = policy.grading().bounds();
    if (incidents.size() <= Math.min(bounds.rumours(), bounds.incidents())) {
      return;
    }
    List<Incident> rumours = new ArrayList<>(incidents);
    rumours.removeIf(incident -> !recall.of(incident).isRumour());
    List<Incident> told = new ArrayList<>(incidents);
    told.removeIf(incident -> recall.of(incident).isRumour());
    List<Incident> leaving = new ArrayList<>(beyond(rumours, bounds.rumours()));
    leaving.addAll(beyond(told, bounds.incidents()));
    leaving.forEach(incident -> dropped.addAll(incident.getReports()));
    incidents.removeAll(leaving);
  }

  private List<Incident> beyond(List<Incident> all, int bound) {
    if (all.size() <= bound) {
      return List.of();
    }
    long now = state.getAt().toEpochMilli();
    return all.stream()
        .sorted(
            Comparator.comparingLong(
                    (Incident incident) ->
                        -Math.abs(recall.of(recall.of(incident).judged()).weightAt(now)))
                .thenComparing(Incident::getId))
        .skip(bound)
        .toList();
  }
}
