package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
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
 * @param isAlone whether it is one voice's word alone
 * @param indicators the indicators of the policy's rules that it fits, see {@link RuleCheck}
 */
record Traits(
    long strength,
    boolean isUnjudged,
    long ends,
    long halfLife,
    long expires,
    boolean isRumour,
    boolean isAlone,
    long indicators) {

  static Traits of(Incident incident, List<Told> told, RuleCheck rules) {
    Policy policy = rules.policy();
    Weighing weighing = new Weighing(policy);
    return new Traits(
        incident.getStrength(),
        incident.getUnjudged(),
        Weighing.endOf(incident.getOccurredTo()).toEpochMilli(),
        weighing.halfLife(incident).toMillis(),
        weighing.expires(incident).map(Instant::toEpochMilli).orElse(Remembered.NEVER),
        isRumour(told),
        incident.getSources() == 1,
        rules.indicators(incident));
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(long time) {
    return Weighing.faded(strength, ends, halfLife, expires, time);
  }

  private static boolean isRumour(List<Told> told) {
    for (Told report : told) {
      if (report.isJudged()) {
        return false;
      }
    }
    return true;
  }
}
