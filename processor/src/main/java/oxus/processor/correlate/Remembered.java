package oxus.processor.correlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * An incident and what follows from it and a policy. What is asked again and again is reckoned once
 * for each form of the incident and kept with it; reckoned anew it would be the same.
 */
final class Remembered {
  static final long NEVER = Long.MAX_VALUE;

  private final Incident incident;
  private final RuleCheck rules;
  private final Traits traits;

  private @Nullable Incident judged;
  private @Nullable Fading memory;
  private @Nullable Marks marks;
  private long weighedAt = Long.MIN_VALUE;
  private long weight;
  private @Nullable Citation citation;
  private @Nullable Map<String, Optional<Remembered>> rests;

  private Remembered(Incident incident, RuleCheck rules, Traits traits) {
    this.incident = incident;
    this.rules = rules;
    this.traits = traits;
  }

  static Remembered of(Incident incident, RuleCheck rules) {
    return new Remembered(incident, rules, Traits.of(incident, rules));
  }

  /** The same, of a form of the incident that only tells more of its history. */
  // where nobody was left out the judged part is the same object
  @SuppressWarnings("ReferenceEquality")
  Remembered as(Incident other) {
    if (other == incident) {
      return this;
    }
    Remembered same = new Remembered(other, rules, traits);
    same.judged = judged == incident ? other : judged;
    same.memory = memory;
    same.marks = marks;
    return same;
  }

  Incident incident() {
    return incident;
  }

  /** The incident without sources that cannot be judged; itself when only they report. */
  Incident judged() {
    if (judged == null) {
      judged = new IncidentSummary(rules.policy()).judged(incident);
    }
    return judged;
  }

  /**
   * A form of the incident that says what its judged part says, except for who tells it: where a
   * source tells it that can be judged, no other counts.
   */
  Incident spoken() {
    return incident.getUnjudged() ? judged() : incident;
  }

  /** Whether only sources tell it that cannot be judged. */
  boolean isUnjudged() {
    return traits.isUnjudged();
  }

  long ends() {
    return traits.ends();
  }

  long halfLife() {
    return traits.halfLife();
  }

  long expires() {
    return traits.expires();
  }

  /** About when it is forgotten: too early by the rounding of weights, never too late. */
  long forgets() {
    return memory().until();
  }

  Fading memory() {
    if (memory == null) {
      memory = Fading.of(spoken(), new Weighing(rules.policy()));
    }
    return memory;
  }

  boolean isRumour() {
    return traits.isRumour();
  }

  @Nullable String voice() {
    return traits.voice();
  }

  long indicators() {
    return traits.indicators();
  }

  Marks marks() {
    if (marks == null) {
      marks = Marks.of(incident);
    }
    return marks;
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(long time) {
    if (time != weighedAt) {
      weight = traits.weightAt(time);
      weighedAt = time;
    }
    return weight;
  }

  /** What a contribution shows of it. */
  Citation citation(Policy policy) {
    if (citation == null) {
      citation = Citation.of(incident, policy);
    }
    return citation;
  }

  /** What is left of it without a source that tells it; empty: nothing. */
  Optional<Remembered> without(String source, RuleCheck rules) {
    if (rests == null) {
      rests = new HashMap<>(4);
    }
    return rests.computeIfAbsent(source, each -> rest(each, rules));
  }

  private Optional<Remembered> rest(String source, RuleCheck rules) {
    List<Told> others = Told.of(incident);
    others.removeIf(told -> told.report().getSource().equals(source));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(of(new IncidentSummary(rules.policy()).of(incident, others), rules));
  }

  boolean isKept(long time) {
    return memory().isKept(time);
  }

  boolean isToldBy(String source) {
    for (BorderEvent report : incident.getReports()) {
      if (report.getSource().equals(source)) {
        return true;
      }
    }
    return false;
  }
}
