package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/**
 * What follows from an incident and a policy, whatever the time and whatever its history tells.
 *
 * @param strength weight before decay, micro-units
 * @param isUnjudged whether only sources tell it that cannot be judged
 * @param ends when it was over and its weight begins to halve, epoch milliseconds
 * @param halfLife milliseconds
 * @param expires when an unconfirmed plan counts no more; never for others
 * @param isRumour whether no source reports it that can be judged
 * @param voice whose word alone it is; null: several voices'
 * @param indicators the indicators of the policy's rules that it fits, see {@link RuleCheck}
 */
record Traits(
    long strength,
    boolean isUnjudged,
    long ends,
    long halfLife,
    long expires,
    boolean isRumour,
    @Nullable String voice,
    long indicators) {

  static Traits of(Incident incident, RuleCheck rules) {
    Policy policy = rules.policy();
    Weighing weighing = new Weighing(policy);
    return new Traits(
        incident.getStrength(),
        incident.getUnjudged(),
        Weighing.endOf(incident.getOccurredTo()).toEpochMilli(),
        weighing.halfLife(incident).toMillis(),
        weighing.expires(incident).map(Instant::toEpochMilli).orElse(Remembered.NEVER),
        isRumour(incident),
        incident.getSources() == 1 ? voice(incident, policy) : null,
        rules.indicators(incident));
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(long time) {
    return Weighing.faded(strength, ends, halfLife, expires, time);
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
