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
  private final Incident judged;
  private final Traits traits;

  private long weighedAt = Long.MIN_VALUE;
  private long weight;
  private @Nullable Citation citation;
  private @Nullable Map<String, Optional<Remembered>> rests;

  private Remembered(Incident incident, Incident judged, Traits traits) {
    this.incident = incident;
    this.judged = judged;
    this.traits = traits;
  }

  static Remembered of(Incident incident, RuleCheck rules) {
    Incident judged = new IncidentSummary(rules.policy()).judged(incident);
    return new Remembered(incident, judged, Traits.of(incident, judged, rules));
  }

  /** The same, of a form of the incident that only tells more of its history. */
  // where nobody was left out the judged part is the same object
  @SuppressWarnings("ReferenceEquality")
  Remembered as(Incident other) {
    return other == incident
        ? this
        : new Remembered(other, judged == incident ? other : judged, traits);
  }

  Incident incident() {
    return incident;
  }

  /** The incident without sources that cannot be judged; itself when only they report. */
  Incident judged() {
    return judged;
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
    return traits.memory().until();
  }

  Fading memory() {
    return traits.memory();
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
    return traits.marks();
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
    return traits.memory().isKept(time);
  }

  boolean holds(String report) {
    if (!traits.marks().mayHold(report)) {
      return false;
    }
    for (BorderEvent known : incident.getReports()) {
      if (known.getId().equals(report)) {
        return true;
      }
    }
    return false;
  }

  boolean isToldBy(String source) {
    if (!traits.marks().mayBeToldBy(source)) {
      return false;
    }
    for (BorderEvent report : incident.getReports()) {
      if (report.getSource().equals(source)) {
        return true;
      }
    }
    return false;
  }
}
