package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.processor.correlate.SectorFold.Step;
import oxus.schemas.AssessmentCause;
import oxus.schemas.FellBelow;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * One evaluation of a sector at its state's time: score, rules, the levels that they indicate and
 * support, and when time alone may change that next. A record always yields an assessment; a
 * deadline only when something moved or a level's dwell is over, so that the stream stays small and
 * says something each time.
 */
final class Judgement {
  private final Policy policy;
  private final SectorState state;
  private final AssessmentCause cause;
  private final String trigger;
  private final List<Incident> incidents;
  private final Score score;
  private final List<RuleHeld> rules;
  private final Optional<LevelOverride> override;
  private final boolean expired;

  Judgement(Policy policy, SectorState state, AssessmentCause cause, String trigger) {
    this.policy = policy;
    this.state = state;
    this.cause = cause;
    this.trigger = trigger;
    this.incidents = new Memory(policy).kept(state.getIncidents(), state.getAt());
    this.rules = new RuleCheck(policy).holding(state.getSector(), incidents, state.getAt());
    this.score = new RuleFactor(policy).of(Score.at(state.getAt(), incidents, policy), rules);
    this.override =
        state.getOverrides().stream()
            .filter(bound -> bound.getUntil().isAfter(state.getAt()))
            .findFirst();
    this.expired =
        raisedAt()
            .map(raised -> !raised.plus(policy.levels().expiry()).isAfter(state.getAt()))
            .orElse(true);
  }

  Step step() {
    ThreatLevel reached =
        bounded(policy.levels().reached(score.judged()), policy.levels().reached(score.total()));
    ThreatLevel supported = supported(reached);
    ThreatLevel indicated = lower(reached, supported);
    List<FellBelow> fellBelow = fellBelow(supported);
    boolean tells = cause == AssessmentCause.RECORD || moved(supported) || dwellIsOver(fellBelow);
    long sequence = state.getSequence() + (tells ? 1 : 0);
    SectorState next =
        new SectorState(
            state.getSector(),
            sequence,
            state.getAt(),
            state.getPending(),
            incidents,
            override.map(List::of).orElse(List.of()),
            state.getRejected(),
            supported,
            fellBelow,
            expired,
            rules.stream().map(RuleHeld::getRule).toList(),
            new Deadlines(policy, state.getAt())
                .next(score, incidents, rules, fellBelow, override, raisedAt())
                .orElse(null));
    if (!tells) {
      return new Step(next, List.of());
    }
    SectorAssessment assessment =
        new SectorAssessment(
            state.getSector(),
            sequence,
            state.getAt(),
            cause,
            trigger,
            score.total(),
            indicated,
            supported,
            fellBelow,
            expired,
            policy.levels().dwell().toMillis(),
            override.orElse(null),
            new Contributions(policy).of(score),
            rules,
            policy.version());
    return new Step(next, List.of(assessment));
  }

  /**
   * Evidence that cannot be judged reaches MODERATE at most; rules raise; without fresh evidence a
   * level expires.
   */
  private ThreatLevel bounded(ThreatLevel judged, ThreatLevel all) {
    ThreatLevel level = higher(judged, lower(all, ThreatLevel.MODERATE));
    if (expired) {
      level = lower(level, policy.levels().expired());
    }
    for (RuleHeld rule : rules) {
      level = higher(level, rule.getFloor());
    }
    return level;
  }

  /**
   * Time alone takes support away, it never gives it back: fading good news does not revive a
   * level.
   */
  private ThreatLevel supported(ThreatLevel indicated) {
    ThreatLevel supported =
        higher(
            indicated,
            bounded(
                policy.levels().supported(score.judged()),
                policy.levels().supported(score.total())));
    return cause == AssessmentCause.RECORD ? supported : lower(supported, state.getSupported());
  }

  /**
   * Since when each level that was once supported is not any more; settled ones are dropped after
   * every step down is done.
   */
  private List<FellBelow> fellBelow(ThreatLevel supported) {
    List<FellBelow> fellBelow = new ArrayList<>();
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
        since = Optional.of(state.getAt());
      }
      since
          .filter(time -> !Deadlines.lastDwell(time, policy).isBefore(state.getAt()))
          .ifPresent(time -> fellBelow.add(new FellBelow(level, time)));
    }
    return fellBelow;
  }

  private boolean moved(ThreatLevel supported) {
    return supported != state.getSupported()
        || expired != state.getExpired()
        || override.isPresent() == state.getOverrides().isEmpty()
        || !rules.stream().map(RuleHeld::getRule).toList().equals(state.getRules());
  }

  private boolean dwellIsOver(List<FellBelow> fellBelow) {
    return fellBelow.stream()
        .anyMatch(fell -> Deadlines.dwells(fell.getSince(), policy).contains(state.getAt()));
  }

  /** When the latest raising report came that can be judged. */
  private Optional<Instant> raisedAt() {
    return incidents.stream()
        .flatMap(incident -> incident.getRaisedAt().stream())
        .max(Comparator.naturalOrder());
  }

  private static ThreatLevel higher(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static ThreatLevel lower(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
