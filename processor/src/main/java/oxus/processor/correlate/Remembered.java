package oxus.processor.correlate;

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
 * @param trust how far its grade lets it be trusted, in thousandths
 * @param isRumour whether no source reports it that can be judged
 * @param memory when and how its judged part is forgotten
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
    int trust) {
  static final long NEVER = Long.MAX_VALUE;

  static Remembered of(Incident incident, Policy policy) {
    Incident judged = new IncidentSummary(policy).judged(incident);
    Weighing weighing = new Weighing(policy);
    Fading memory = Fading.of(judged, weighing);
    return new Remembered(
        incident,
        judged,
        Weighing.endOf(incident.getOccurredTo()).toEpochMilli(),
        weighing.halfLife(incident).toMillis(),
        weighing.expires(incident).map(time -> time.toEpochMilli()).orElse(NEVER),
        memory.until(),
        memory,
        incident.getReports().stream().noneMatch(Told::isJudged),
        Confidence.of(incident, policy));
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(long time) {
    return Weighing.faded(incident.getStrength(), ends, halfLife, expires, time);
  }

  boolean isKept(long time) {
    return memory.isKept(time);
  }
}
