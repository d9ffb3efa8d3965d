package oxus.processor.correlate;

import static oxus.processor.correlate.Appraisal.higher;
import static oxus.processor.correlate.Appraisal.lower;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.processor.correlate.SectorFold.Step;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Coverage;
import oxus.schemas.FellBelow;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * One evaluation of a sector at its state's time: what the evidence amounts to, the levels that it
 * indicates and supports, and when time alone may change that next. A record always yields an
 * assessment; a deadline only when something moved or a level's dwell is over, so that the stream
 * stays small and says something each time.
 */
final class Judgement {
  private final Recall recall;
  private final Policy policy;
  private final SectorState state;
  private final AssessmentCause cause;
  private final List<Incident> incidents;
  private final Appraisal appraisal;
  private final Optional<LevelOverride> override;
  private final Coverage coverage;
  private final ThreatLevel supported;
  private final ThreatLevel indicated;
  private final List<FellBelow> fellBelow;
  private final ThreatLevel held;

  /**
   * @param isNews false: the record brought nothing from anybody who can be judged, such as a
   *     repeat or a rumour, and moves nothing above MODERATE, as time alone does not
   */
  Judgement(Recall recall, SectorState state, AssessmentCause cause, boolean isNews) {
    this.recall = recall;
    this.policy = recall.policy();
    this.state = state;
    this.cause = cause;
    this.incidents = recall.kept(state.getIncidents(), state.getAt());
    this.appraisal =
        Appraisal.of(state.getSector(), incidents, state.getAt(), recall, this::mayHold);
    this.override =
        state.getOverrides().stream()
            .filter(bound -> bound.getUntil().isAfter(state.getAt()))
            .findFirst();
    this.coverage = Watch.coverage(state.getHeard(), state.getAt(), policy);
    this.supported = lower(appraisal.supported(), mostSupported(isNews));
    this.indicated = lower(lower(appraisal.reached(), supported), mostIndicated(isNews));
    this.fellBelow = fellBelow();
    this.held = held();
  }

  /** Time alone ends a rule, it never begins one: what forbade it may just have been forgotten. */
  private boolean mayHold(RuleHeld rule) {
    return cause == AssessmentCause.RECORD || state.getRules().contains(rule.getRule());
  }

  /** Time alone takes support away, it never gives it back: fading good news revives no level. */
  private ThreatLevel mostSupported(boolean isNews) {
    if (cause == AssessmentCause.DEADLINE) {
      return state.getSupported();
    }
    return isNews ? ThreatLevel.CRITICAL : higher(state.getSupported(), ThreatLevel.MODERATE);
  }

  private ThreatLevel mostIndicated(boolean isNews) {
    return isNews ? ThreatLevel.CRITICAL : higher(state.getHeld(), ThreatLevel.MODERATE);
  }

  /** The state after the evaluation, and the assessment if there is something to tell. */
  Step step(String trigger) {
    SectorState next = next();
    if (!tells()) {
      return new Step(next, List.of());
    }
    boolean isAsked = mayMoveTheLevel();
    Outlook outlook =
        isAsked
            ? new Outlooks(recall, next, incidents, appraisal, this::mayHold).of(indicated)
            : null;
    SectorAssessment assessment =
        new SectorAssessment(
            state.getSector(),
            next.getSequence(),
            state.getAt(),
            cause,
            trigger,
            appraisal.score().total(),
            indicated,
            supported,
            fellBelow,
            appraisal.isExpired(),
            policy.levels().dwell().toMillis(),
            override.orElse(null),
            new Contributions(recall).of(appraisal.score()),
            appraisal.rules(),
            policy.version(),
            Confidence.of(appraisal.score(), recall),
            coverage,
            outlook,
            isAsked ? near() : List.of());
    return new Step(next, List.of(assessment));
  }

  private List<RuleNear> near() {
    return new RuleCheck(policy).nearly(state.getSector(), incidents, state.getAt());
  }

  private boolean tells() {
    return cause == AssessmentCause.RECORD || moved() || dwellIsOver();
  }

  /** The state after the evaluation. */
  SectorState next() {
    boolean tells = tells();
    Archive archive =
        Archive.of(state)
            .with(
                Archive.forgotten(state.getIncidents(), incidents),
                policy.grading().bounds().archived());
    return new SectorState(
        state.getSector(),
        state.getSequence() + (tells ? 1 : 0),
        state.getAt(),
        state.getPending(),
        incidents,
        override.map(List::of).orElse(List.of()),
        state.getRejected(),
        supported,
        tells ? fellBelow : state.getFellBelow(),
        appraisal.isExpired(),
        appraisal.rules().stream().map(RuleHeld::getRule).toList(),
        new Deadlines(recall, state.getAt())
            .next(appraisal, incidents, fellBelow, override, state.getHeard())
            .orElse(null),
        States.VERSION,
        archive.judged(),
        archive.rumours(),
        state.getHeard(),
        coverage,
        tells ? held : state.getHeld(),
        tells && held != state.getHeld() ? state.getAt() : state.getHeldSince());
  }

  /** Whether the level in force may move on this evaluation. */
  private boolean mayMoveTheLevel() {
    return held != state.getHeld() || override.isPresent() || !state.getOverrides().isEmpty();
  }

  /**
   * The level by evidence as the escalation will find it: up at once, on a record only; down one
   * step after a dwell. It decides nothing here; it says where somebody will ask for an outlook.
   */
  private ThreatLevel held() {
    ThreatLevel before = state.getHeld();
    if (cause == AssessmentCause.RECORD && indicated.compareTo(before) > 0) {
      return indicated;
    }
    Instant unsupported =
        fellBelow.stream()
            .filter(fell -> fell.getLevel() == before)
            .map(FellBelow::getSince)
            .findFirst()
            .orElse(Instant.EPOCH);
    Instant from = unsupported.isAfter(state.getHeldSince()) ? unsupported : state.getHeldSince();
    boolean dwells = from.plus(policy.levels().dwell()).isAfter(state.getAt());
    return supported.compareTo(before) >= 0 || dwells ? before : oneBelow(before);
  }

  private static ThreatLevel oneBelow(ThreatLevel level) {
    return Arrays.stream(ThreatLevel.values())
        .filter(lower -> lower.compareTo(level) < 0)
        .max(Comparator.naturalOrder())
        .orElse(ThreatLevel.LOW);
  }

  /**
   * Since when each level that was once supported is not any more; settled ones are dropped after
   * every step down is done.
   */
  private List<FellBelow> fellBelow() {
    List<FellBelow> fallen = new ArrayList<>();
    for (ThreatLevel level : ThreatLevel.values()) {
      if (level.compareTo(supported) <= 0) {
        continue;
      }
      Optional<Instant> since =
          state.getFellBelow().stream()
              .filter(fell -> fell.getLevel() == level)
              .map(FellBelow::getSince)
              .findFirst();
      if (since.isEmpty() && level.compareTo(state.getSupported()) <= 0) {
        // on the grid, so that no other record ends the dwell before its deadline does
        since = Optional.of(Deadlines.ceiling(state.getAt(), policy.grid()));
      }
      since
          .filter(time -> !Deadlines.lastDwell(time, policy).isBefore(state.getAt()))
          .ifPresent(time -> fallen.add(new FellBelow(level, time)));
    }
    return fallen;
  }

  private boolean moved() {
    return supported != state.getSupported()
        || appraisal.isExpired() != state.getExpired()
        || coverage != state.getCoverage()
        || override.isPresent() == state.getOverrides().isEmpty()
        || !appraisal.rules().stream().map(RuleHeld::getRule).toList().equals(state.getRules());
  }

  private boolean dwellIsOver() {
    return fellBelow.stream()
        .anyMatch(fell -> Deadlines.dwells(fell.getSince(), policy).contains(state.getAt()));
  }
}
