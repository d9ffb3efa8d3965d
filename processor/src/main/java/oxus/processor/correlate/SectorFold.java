package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.schemas.AssessmentCause;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.Ruling;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.theatre.Policy;

/**
 * One sector's fold under one policy: what a record or the passing of time does to the sector's
 * state, and the assessments that follow. Sector time never goes back; deadlines are judged at grid
 * points, each at its own time.
 */
final class SectorFold {
  private final Recall recall;
  private final Policy policy;
  private final Rulings rulings;

  /** A state, and the assessments made on the way to it. */
  record Step(SectorState state, List<Assessment> assessments) {
    Step {
      assessments = List.copyOf(assessments);
    }

    Step then(Step next) {
      if (assessments.isEmpty()) {
        return next;
      }
      List<Assessment> all = new ArrayList<>(assessments);
      all.addAll(next.assessments);
      return new Step(next.state, all);
    }
  }

  /**
   * @param rulings what analysts ruled so far; it grows as the log goes on
   */
  SectorFold(Policy policy, Rulings rulings) {
    this.policy = policy;
    this.recall = new Recall(policy);
    this.rulings = rulings;
  }

  Policy policy() {
    return policy;
  }

  /** Takes a report in; the level is decided when it, or a later tick, settles. */
  Step report(SectorState state, SectorLogEntry entry) {
    Calm calm = recall.calm(state);
    if (calm != null && calm.isRepeat(entry)) {
      return repeat(calm, entry);
    }
    Step settled = isOlder(state, entry.getAt()) ? settle(state) : new Step(state, List.of());
    Step advanced = settled.then(advance(settled.state(), entry.getAt(), true));
    Instant at = later(advanced.state().getAt(), entry.getAt());
    List<SectorLogEntry> pending = States.withOneMore(advanced.state().getPending(), entry);
    return advanced.then(
        entry.getSettles()
            ? settle(advanced.state(), at, pending)
            : new Step(States.pending(advanced.state(), at, pending), List.of()));
  }

  /** Takes a report in that is known, while the judgement stands. */
  private Step repeat(Calm calm, SectorLogEntry entry) {
    SectorState before = calm.state();
    SectorState next = States.again(before, later(before.getAt(), entry.getAt()));
    recall.keep(calm.at(next));
    Memory memory = calm.memory();
    String trigger = ((BorderEvent) entry.getRecord()).getId();
    return new Step(
        next,
        List.of(
            Assessment.calm(
                () -> repeated(States.at(before, next.getAt()), memory), next, trigger)));
  }

  private Judgement repeated(SectorState state, Memory memory) {
    return new Judgement(recall, state, memory, AssessmentCause.RECORD, false);
  }

  /**
   * Time has come to {@code time}: closes what is pending, then judges the grid points up to it.
   */
  Step tick(SectorState state, Instant time) {
    Step settled = settle(state);
    return settled.then(advance(settled.state(), time, false));
  }

  /** An operator bounds the level; a later override replaces an earlier one. */
  Step override(SectorState state, LevelOverride override) {
    Step ticked = tick(state, override.getAt());
    SectorState bounded =
        States.overrides(
            ticked.state(), later(ticked.state().getAt(), override.getAt()), List.of(override));
    return ticked.then(assess(bounded, AssessmentCause.RECORD, override.getId()));
  }

  /** Takes the reports of a withdrawn article out for good; nothing happens where none is known. */
  Step without(SectorState state, Predicate<BorderEvent> gone, Instant time, String trigger) {
    Step ticked = tick(state, time);
    List<BorderEvent> taken = new ArrayList<>();
    List<Incident> left = new ArrayList<>();
    Removal removal = new Removal(policy, gone);
    for (Incident incident : ticked.state().getIncidents()) {
      removal.from(incident, told -> taken.add(told.report())).ifPresent(left::add);
    }
    if (taken.isEmpty()) {
      return ticked;
    }
    SectorState cut = States.incidents(ticked.state(), later(ticked.state().getAt(), time), left);
    int most = policy.grading().bounds().archived();
    SectorState archived = States.archived(cut, Archive.of(cut).with(taken, most));
    boolean isNews = taken.stream().anyMatch(Told::isJudged);
    return ticked.then(judgement(graded(archived), AssessmentCause.RECORD, isNews).step(trigger));
  }

  /**
   * Takes the reports that a ruling is about out of their incidents and in again as they are now;
   * nothing happens where none is known.
   */
  Step ruling(SectorState state, Ruling ruling) {
    Step ticked = tick(state, ruling.getAt());
    List<Told> about = new ArrayList<>();
    List<Incident> left = new ArrayList<>();
    Removal removal = new Removal(policy, report -> ruling.getEvents().contains(report.getId()));
    for (Incident incident : ticked.state().getIncidents()) {
      int before = about.size();
      Optional<Incident> rest = removal.from(incident, about::add);
      boolean touched = about.size() > before;
      rest.map(each -> touched ? Incidents.ruled(each, List.of(ruling.getId()), policy) : each)
          .ifPresent(left::add);
    }
    if (about.isEmpty()) {
      return ticked;
    }
    Instant at = later(ticked.state().getAt(), ruling.getAt());
    Settling settling =
        new Settling(recall, States.incidents(ticked.state(), at, left), at, rulings);
    about.sort(Told.ORDER);
    about.forEach(settling::take);
    // graded at the end: a grade that only stood while a report was out was never given
    return ticked.then(
        assess(graded(settling.state()), AssessmentCause.RECORD, "ruling " + ruling.getId()));
  }

  /** Judges the sector anew under this policy, which has just taken effect. */
  Step underNewPolicy(SectorState state, Instant time) {
    IncidentSummary summary = new IncidentSummary(policy);
    List<Incident> incidents =
        state.getIncidents().stream()
            .map(incident -> summary.of(incident, Told.of(incident)))
            .toList();
    SectorState anew = States.incidents(state, later(state.getAt(), time), incidents);
    return assess(graded(anew), AssessmentCause.RECORD, "policy " + policy.version());
  }

  private SectorState graded(SectorState state) {
    return States.incidents(
        state,
        state.getAt(),
        state.getIncidents().stream()
            .map(incident -> Incidents.graded(incident, Told.of(incident), state.getAt(), policy))
            .toList());
  }

  /** Merges what is pending and judges the sector. */
  private Step settle(SectorState state) {
    return state.getPending().isEmpty()
        ? new Step(state, List.of())
        : settle(state, state.getAt(), state.getPending());
  }

  private Step settle(SectorState state, Instant at, List<SectorLogEntry> waiting) {
    Pending pending = Pending.of(waiting);
    Settling settling = new Settling(recall, state, at, rulings);
    pending.reports().forEach(settling::take);
    SectorState settled = settling.state();
    String trigger = pending.trigger(settled.getIncidents());
    return judgement(settled, AssessmentCause.RECORD, settling.bringsNews()).step(trigger);
  }

  /**
   * Judges the grid points at which the sector is due, up to and including {@code time}.
   *
   * @param skips leaves points out at which there is surely nothing to tell; a tick does not, since
   *     it asks the sector when it is due next
   */
  private Step advance(SectorState state, Instant time, boolean skips) {
    Step step = new Step(state, List.of());
    Optional<Instant> due = due(state, skips);
    while (due.isPresent() && !due.get().isAfter(time)) {
      SectorState now = States.at(step.state(), due.get());
      Step judged = assess(now, AssessmentCause.DEADLINE, "deadline");
      // where nothing is said, the point was named too early, and time stands where it stood
      step = judged.assessments().isEmpty() ? silent(judged, step) : step.then(judged);
      due = due(step.state(), skips);
    }
    return step;
  }

  private Optional<Instant> due(SectorState state, boolean skips) {
    Optional<Instant> due = state.getDue();
    Calm calm = skips ? recall.calm(state) : null;
    return calm == null ? due : due.map(at -> calm.firstPoint(at, policy));
  }

  private Step silent(Step judged, Step before) {
    SectorState state = States.at(judged.state(), before.state().getAt());
    Calm calm = recall.calm(judged.state());
    if (calm != null) {
      recall.keep(calm.at(state));
    }
    return new Step(state, before.assessments());
  }

  private Step assess(SectorState state, AssessmentCause cause, String trigger) {
    return judgement(state, cause, true).step(trigger);
  }

  private Judgement judgement(SectorState state, AssessmentCause cause, boolean isNews) {
    return new Judgement(recall, state, recall.of(state), cause, isNews);
  }

  private static boolean isOlder(SectorState state, Instant time) {
    return !state.getPending().isEmpty() && state.getAt().isBefore(time);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
