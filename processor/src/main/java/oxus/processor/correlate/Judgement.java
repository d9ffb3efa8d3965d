package oxus.processor.correlate;

import static oxus.processor.correlate.Appraisal.higher;
import static oxus.processor.correlate.Appraisal.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.processor.correlate.Score.Share;
import oxus.processor.correlate.SectorFold.Step;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.FellBelow;
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
  private final Memory memory;
  private final Appraisal appraisal;
  private final Optional<LevelOverride> override;
  private final Coverage coverage;
  private final ThreatLevel supported;
  private final ThreatLevel indicated;
  private final List<FellBelow> fellBelow;
  private final ThreatLevel held;
  private final List<String> rules;
  private final boolean tells;

  /**
   * @param isNews false: the record brought nothing from anybody who can be judged, such as a
   *     repeat or a rumour, and moves nothing above MODERATE, as time alone does not
   */
  Judgement(
      Recall recall, SectorState state, Memory memory, AssessmentCause cause, boolean isNews) {
    this.recall = recall;
    this.policy = recall.policy();
    this.state = state;
    this.cause = cause;
    this.memory = memory.at(state.getAt().toEpochMilli());
    this.appraisal = Appraisal.of(this.memory, state.getAt(), policy, this::mayHold);
    this.override = override(state);
    this.coverage = Watch.coverage(state.getHeard(), state.getAt(), policy);
    this.supported = lower(appraisal.supported(), mostSupported(isNews));
    this.indicated = lower(lower(appraisal.reached(), supported), mostIndicated(isNews));
    Descent descent = new Descent(state, supported, policy);
    this.fellBelow = descent.fellBelow();
    this.held = descent.held(indicated, cause, fellBelow);
    this.rules = rules();
    this.tells = cause == AssessmentCause.RECORD || moved() || dwellIsOver();
  }

  private static Optional<LevelOverride> override(SectorState state) {
    if (state.getOverrides().isEmpty()) {
      return Optional.empty();
    }
    LevelOverride bound = state.getOverrides().get(0);
    return bound.getUntil().isAfter(state.getAt()) ? Optional.of(bound) : Optional.empty();
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
    Archive archive = Archive.of(state).after(state.getIncidents(), memory.incidents(), policy);
    Deadlines.Next ahead = ahead();
    SectorState next = next(archive, ahead);
    recall.keep(memory);
    // what a deadline did not tell is not in the state, and is left to the next judgement
    if (tells || (held == state.getHeld() && fellBelow.equals(state.getFellBelow()))) {
      recall.keep(Calm.of(next, memory, appraisal, ahead.first(), policy));
    }
    return new Step(next, tells ? List.of(Assessment.of(this, next, trigger)) : List.of());
  }

  /** The assessment without what only explains it: all that a level is decided by. */
  SectorAssessment brief(SectorState next, String trigger) {
    return written(next, trigger, List.of(), 0, null, List.of());
  }

  /** The assessment with its explanation. */
  SectorAssessment whole(SectorState next, String trigger) {
    List<Share> shares = appraisal.score().shares();
    boolean isAsked = mayMoveTheLevel();
    return written(
        next,
        trigger,
        new Contributions(policy).of(shares),
        Confidence.of(shares, policy),
        isAsked
            ? new Outlooks(recall, next, memory, appraisal, this::mayHold).of(indicated, shares)
            : null,
        isAsked ? near() : List.of());
  }

  private SectorAssessment written(
      SectorState next,
      String trigger,
      List<Contribution> contributions,
      int confidence,
      @Nullable Outlook outlook,
      List<RuleNear> near) {
    return new SectorAssessment(
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
        contributions,
        appraisal.rules(),
        policy.version(),
        confidence,
        coverage,
        outlook,
        near);
  }

  private List<RuleNear> near() {
    return recall.rules().nearly(memory, state.getAt());
  }

  Memory memory() {
    return memory;
  }

  /** The state after the evaluation, as far as a look ahead needs it: without a longer archive. */
  SectorState next() {
    return next(Archive.of(state), ahead());
  }

  private Deadlines.Next ahead() {
    return new Deadlines(policy, state.getAt())
        .next(appraisal, memory, fellBelow, override, state.getHeard());
  }

  private SectorState next(Archive archive, Deadlines.Next ahead) {
    return new SectorState(
        state.getSector(),
        state.getSequence() + (tells ? 1 : 0),
        state.getAt(),
        state.getPending(),
        memory.incidents(),
        override.isPresent() ? List.of(override.get()) : List.of(),
        state.getRejected(),
        supported,
        tells ? fellBelow : state.getFellBelow(),
        appraisal.isExpired(),
        rules,
        ahead.due().orElse(null),
        States.VERSION,
        archive.judged(),
        archive.rumours(),
        state.getHeard(),
        coverage,
        tells ? held : state.getHeld(),
        tells && held != state.getHeld() ? state.getAt() : state.getHeldSince());
  }

  /** Whether the level in force may move on this evaluation. */
  boolean mayMoveTheLevel() {
    return held != state.getHeld() || override.isPresent() || !state.getOverrides().isEmpty();
  }

  private boolean moved() {
    return supported != state.getSupported()
        || appraisal.isExpired() != state.getExpired()
        || coverage != state.getCoverage()
        || override.isPresent() == state.getOverrides().isEmpty()
        || !rules.equals(state.getRules());
  }

  /** Ids of the rules that hold; the list of the state where they are the same. */
  private List<String> rules() {
    List<String> before = state.getRules();
    if (appraisal.rules().isEmpty() && before.isEmpty()) {
      return before;
    }
    List<String> rules = new ArrayList<>(appraisal.rules().size());
    for (RuleHeld rule : appraisal.rules()) {
      rules.add(rule.getRule());
    }
    return rules.equals(before) ? before : rules;
  }

  private boolean dwellIsOver() {
    for (FellBelow fell : fellBelow) {
      if (Deadlines.endsDwell(fell.getSince(), state.getAt(), policy)) {
        return true;
      }
    }
    return false;
  }
}
