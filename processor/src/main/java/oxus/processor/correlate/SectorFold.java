package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.schemas.AssessmentCause;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.Relation;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * One sector's fold under one policy: what a record or the passing of time does to the sector's
 * state, and the assessments that follow. Sector time never goes back; deadlines are judged at grid
 * points, each at its own time.
 */
record SectorFold(Policy policy) {

  /** A state, and the assessments made on the way to it. */
  record Step(SectorState state, List<SectorAssessment> assessments) {
    Step {
      assessments = List.copyOf(assessments);
    }

    Step then(Step next) {
      if (assessments.isEmpty()) {
        return next;
      }
      List<SectorAssessment> all = new ArrayList<>(assessments);
      all.addAll(next.assessments);
      return new Step(next.state, all);
    }
  }

  static SectorState blank(String sector) {
    return new SectorState(
        sector,
        0L,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ThreatLevel.LOW,
        List.of(),
        false,
        List.of(),
        null);
  }

  /** Takes a report in; the level is decided when it, or a later tick, settles. */
  Step report(SectorState state, SectorLogEntry entry) {
    Step settled = isOlder(state, entry.getAt()) ? settle(state) : new Step(state, List.of());
    Step advanced = settled.then(advance(settled.state(), entry.getAt()));
    List<SectorLogEntry> pending = new ArrayList<>(advanced.state().getPending());
    pending.add(entry);
    Step taken =
        new Step(
            States.pending(
                advanced.state(), later(advanced.state().getAt(), entry.getAt()), pending),
            advanced.assessments());
    return entry.getSettles() ? taken.then(settle(taken.state())) : taken;
  }

  /**
   * Time has come to {@code time}: closes what is pending, then judges the grid points up to it.
   */
  Step tick(SectorState state, Instant time) {
    Step settled = settle(state);
    return settled.then(advance(settled.state(), time));
  }

  /** An operator bounds the level; a later override replaces an earlier one. */
  Step override(SectorState state, LevelOverride override) {
    Step ticked = tick(state, override.getAt());
    SectorState bounded =
        States.overrides(
            ticked.state(), later(ticked.state().getAt(), override.getAt()), List.of(override));
    return ticked.then(assess(bounded, AssessmentCause.RECORD, override.getId()));
  }

  /**
   * Takes reports out that a ruling rejected or whose article was withdrawn; nothing happens where
   * none is known.
   */
  Step without(SectorState state, Predicate<BorderEvent> gone, Instant time, String trigger) {
    Step ticked = tick(state, time);
    List<Incident> left = new ArrayList<>();
    boolean changed = false;
    for (Incident incident : ticked.state().getIncidents()) {
      List<BorderEvent> reports = incident.getReports().stream().filter(gone.negate()).toList();
      changed |= reports.size() < incident.getReports().size();
      if (!reports.isEmpty()) {
        left.add(resummed(incident, reports));
      }
    }
    if (!changed) {
      return ticked;
    }
    SectorState cut = States.incidents(ticked.state(), later(ticked.state().getAt(), time), left);
    return ticked.then(assess(cut, AssessmentCause.RECORD, trigger));
  }

  /** Judges the sector anew under this policy, which has just taken effect. */
  Step underNewPolicy(SectorState state, Instant time) {
    List<Incident> incidents =
        state.getIncidents().stream()
            .map(incident -> resummed(incident, incident.getReports()))
            .toList();
    SectorState anew = States.incidents(state, later(state.getAt(), time), incidents);
    return assess(anew, AssessmentCause.RECORD, "policy " + policy.version());
  }

  private Incident resummed(Incident incident, List<BorderEvent> reports) {
    return new IncidentSummary(policy)
        .of(incident.getId(), reports, incident.getUncounted(), incident.getRelation());
  }

  /**
   * Merges what is pending, in an order of its own, so that the order of simultaneous records
   * cannot show.
   */
  private Step settle(SectorState state) {
    if (state.getPending().isEmpty()) {
      return new Step(state, List.of());
    }
    List<SectorLogEntry> pending = new ArrayList<>(state.getPending());
    pending.sort(Comparator.comparing(entry -> reported(entry).getId()));
    List<Incident> incidents = new Memory(policy).kept(state.getIncidents(), state.getAt());
    for (SectorLogEntry entry : pending) {
      BorderEvent report = reported(entry);
      if (!state.getRejected().contains(report.getId())) {
        Relation relation = entry.getRelation().orElse(Relation.OWN);
        incidents = new IncidentMerge(policy).merge(incidents, report, relation);
      }
    }
    SectorState merged =
        States.incidents(States.pending(state, state.getAt(), List.of()), state.getAt(), incidents);
    return assess(merged, AssessmentCause.RECORD, trigger(pending, incidents));
  }

  /** The pending report whose incident weighs most: the one to name when a level moves. */
  private static String trigger(List<SectorLogEntry> pending, List<Incident> incidents) {
    List<String> ids = pending.stream().map(entry -> reported(entry).getId()).toList();
    return incidents.stream()
        .filter(
            incident ->
                incident.getReports().stream().anyMatch(report -> ids.contains(report.getId())))
        .max(
            Comparator.comparingLong((Incident incident) -> Math.abs(incident.getStrength()))
                .thenComparing(Incident::getId, Comparator.reverseOrder()))
        .flatMap(
            incident ->
                incident.getReports().stream()
                    .map(BorderEvent::getId)
                    .filter(ids::contains)
                    .findFirst())
        .orElse(ids.get(0));
  }

  /** Judges the grid points at which the sector is due, up to and including {@code time}. */
  private Step advance(SectorState state, Instant time) {
    Step step = new Step(state, List.of());
    Optional<Instant> due = state.getDue();
    while (due.isPresent() && !due.get().isAfter(time)) {
      SectorState now = States.at(step.state(), due.get());
      step = step.then(assess(now, AssessmentCause.DEADLINE, "deadline"));
      due = step.state().getDue();
    }
    return step;
  }

  private Step assess(SectorState state, AssessmentCause cause, String trigger) {
    return new Judgement(policy, state, cause, trigger).step();
  }

  private static BorderEvent reported(SectorLogEntry entry) {
    return (BorderEvent) entry.getRecord();
  }

  private static boolean isOlder(SectorState state, Instant time) {
    return !state.getPending().isEmpty() && state.getAt().isBefore(time);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
