package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * An incident and what follows from it and a policy. What is asked again and again is reckoned once
 * for each form of the incident and kept with it; reckoned anew it would be the same.
 */
final class Remembered {
  static final long NEVER = Long.MAX_VALUE;

  private final Incident incident;
  private final List<Told> told;
  private final RuleCheck rules;
  private final Traits traits;

  private @Nullable Incident judged;
  private @Nullable Fading memory;
  private @Nullable Marks marks;
  private @Nullable String voice;
  private long weighedAt = Long.MIN_VALUE;
  private long weight;
  private @Nullable Citation citation;
  private @Nullable Map<String, Optional<Remembered>> rests;

  private Remembered(Incident incident, List<Told> told, RuleCheck rules, Traits traits) {
    this.incident = incident;
    this.told = told;
    this.rules = rules;
    this.traits = traits;
  }

  static Remembered of(Incident incident, RuleCheck rules) {
    return of(incident, Told.of(incident), rules);
  }

  /** The same, where the incident's reports are at hand as they are told. */
  static Remembered of(Incident incident, List<Told> told, RuleCheck rules) {
    return new Remembered(incident, told, rules, Traits.of(incident, told, rules));
  }

  /** The same, of a form of the incident that only tells more of its history. */
  // where nobody was left out the judged part is the same object
  @SuppressWarnings("ReferenceEquality")
  Remembered as(Incident other) {
    if (other == incident) {
      return this;
    }
    Remembered same = new Remembered(other, told, rules, traits);
    same.judged = judged == incident ? other : judged;
    same.memory = memory;
    same.marks = marks;
    same.voice = voice;
    return same;
  }

  Incident incident() {
    return incident;
  }

  /** Its reports. */
  List<Told> told() {
    return told;
  }

  /** The incident without sources that cannot be judged; itself when only they report. */
  Incident judged() {
    if (judged == null) {
      judged = new IncidentSummary(rules.policy()).judged(incident, told);
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

  /** Whether it is one voice's word alone. */
  boolean isAlone() {
    return traits.isAlone();
  }

  /** The first of the voices that tell it; the only one where it is alone. */
  String voice() {
    if (voice == null) {
      voice = firstVoice();
    }
    return voice;
  }

  private String firstVoice() {
    List<Told> telling = Sides.of(told).basis();
    int nearIdentical = rules.policy().grading().independence().nearIdentical();
    return Voices.of(telling, nearIdentical).names().get(0);
  }

  long indicators() {
    return traits.indicators();
  }

  Marks marks() {
    if (marks == null) {
      marks = Marks.of(told);
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
      citation = Citation.of(told, policy);
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
    List<Told> others = new ArrayList<>(told.size());
    for (Told report : told) {
      if (!report.source().equals(source)) {
        others.add(report);
      }
    }
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(of(new IncidentSummary(rules.policy()).of(incident, others), others, rules));
  }

  boolean isKept(long time) {
    return memory().isKept(time);
  }

  boolean isToldBy(String source) {
    for (Told report : told) {
      if (report.source().equals(source)) {
        return true;
      }
    }
    return false;
  }
}
