package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * What follows from an incident and a policy, whatever the time.
 *
 * @param judged the incident without sources that cannot be judged; itself when only they report
 * @param ends when it was over and its weight begins to halve, epoch milliseconds
 * @param halfLife milliseconds
 * @param expires when an unconfirmed plan counts no more; never for others
 * @param forgets about when it is forgotten: too early by the rounding of weights, never too late
 * @param memory when and how its judged part is forgotten
 * @param isRumour whether no source reports it that can be judged
 * @param voice whose word alone it is; null: several voices'
 * @param indicators the indicators of the policy's rules that it fits, see {@link RuleCheck}
 * @param marks of its reports
 */
record Remembered(
    Incident incident,
    Incident judged,
    long ends,
    long halfLife,
    long expires,
    long forgets,
    Fading memory,
    boolean isRumour,
    @Nullable String voice,
    long indicators,
    Marks marks) {
  static final long NEVER = Long.MAX_VALUE;

  static Remembered of(Incident incident, RuleCheck rules) {
    Policy policy = rules.policy();
    Incident judged = new IncidentSummary(policy).judged(incident);
    Weighing weighing = new Weighing(policy);
    Fading memory = Fading.of(judged, weighing);
    return new Remembered(
        incident,
        judged,
        Weighing.endOf(incident.getOccurredTo()).toEpochMilli(),
        weighing.halfLife(incident).toMillis(),
        weighing.expires(incident).map(Instant::toEpochMilli).orElse(NEVER),
        memory.until(),
        memory,
        isRumour(incident),
        incident.getSources() == 1 ? voice(incident, policy) : null,
        rules.indicators(incident),
        Marks.of(incident));
  }

  /** The same, of a form of the incident that only tells more of its history. */
  // where nobody was left out the judged part is the same object
  @SuppressWarnings("ReferenceEquality")
  Remembered as(Incident other) {
    return new Remembered(
        other,
        judged == incident ? other : judged,
        ends,
        halfLife,
        expires,
        forgets,
        memory,
        isRumour,
        voice,
        indicators,
        marks);
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(long time) {
    return Weighing.faded(incident.getStrength(), ends, halfLife, expires, time);
  }

  boolean isKept(long time) {
    return memory.isKept(time);
  }

  boolean holds(String report) {
    if (!marks.mayHold(report)) {
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
    if (!marks.mayBeToldBy(source)) {
      return false;
    }
    for (BorderEvent report : incident.getReports()) {
      if (report.getSource().equals(source)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRumour(Incident incident) {
    for (BorderEvent report : incident.getReports()) {
      if (Told.isJudged(report)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String voice(Incident incident, Policy policy) {
    List<BorderEvent> telling = Sides.of(incident.getReports()).basis();
    List<String> names =
        Voices.of(telling, policy.grading().independence().nearIdentical()).names();
    return names.size() == 1 ? names.get(0) : null;
  }
}
