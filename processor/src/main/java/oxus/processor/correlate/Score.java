package oxus.processor.correlate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import oxus.schemas.Incident;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * A sector's evidence summed at a moment, in micro-units. Sums are of integers, so they are exact
 * and free of order.
 *
 * @param sharing reckons what each incident adds, which only an explanation asks for
 * @param total the score
 * @param judged the score without sources that cannot be judged
 * @param raising sum of what raises
 * @param judgedRaising the same without sources that cannot be judged
 * @param lowering sum of what would lower, before its bound; not negative
 * @param fastest the shortest half-life of what raises, milliseconds; never: nothing raises
 * @param lifts the shortest half-life of what lowers, milliseconds; never: nothing lowers
 */
record Score(
    Supplier<List<Share>> sharing,
    long total,
    long judged,
    long raising,
    long judgedRaising,
    long lowering,
    long fastest,
    long lifts) {

  /** One incident's part of the score. */
  record Share(Remembered of, long weight) {
    Incident incident() {
      return of.incident();
    }
  }

  /** What each incident adds, after the bounds of {@link #at}; they sum to {@code total}. */
  List<Share> shares() {
    return sharing.get();
  }

  static Score at(Instant time, List<Incident> incidents, Policy policy) {
    RuleCheck rules = new RuleCheck(policy);
    return at(time.toEpochMilli(), Columns.of(rules.remembered(incidents)), policy);
  }

  static Score at(long time, Columns incidents, Policy policy) {
    return of(Sums.of(incidents, time), time, incidents::remembered, policy);
  }

  /**
   * @param incidents those that were summed up
   */
  static Score of(Sums sums, long time, Supplier<List<Remembered>> incidents, Policy policy) {
    long most = policy.grading().independence().oneVoice();
    long clean =
        sums.alone() <= most
            ? sums.told()
            : sums.told() - sums.alone() + heard(time, incidents.get(), most);
    long unjudged = sums.unjudged();
    long raised = unjudged == 0 ? clean : clean + Math.min(unjudged, room(clean, policy));
    return new Score(
        () -> new Shares(time, policy).of(incidents.get()),
        raised - Math.min(sums.lowered(), relief(raised, policy)),
        clean - Math.min(sums.lowered(), relief(clean, policy)),
        raised,
        clean,
        sums.lowered(),
        sums.fastest(),
        sums.lifts());
  }

  /**
   * The least that a score of sources that can be judged may be where these incidents are among
   * those that are summed up, whatever the others say and whatever rules hold.
   */
  static long least(Sums sums, Policy policy) {
    long most = policy.grading().independence().oneVoice();
    long clean = sums.told() - sums.alone() + Math.min(sums.alone(), most);
    return clean - relief(clean, policy);
  }

  /** What one voice alone tells, however much of it, adds up to no more than the policy's bound. */
  private static long heard(long time, List<Remembered> incidents, long most) {
    Map<String, Long> voices = new HashMap<>();
    for (Remembered each : incidents) {
      if (each.isAlone() && !each.isUnjudged()) {
        voices.merge(each.voice(), Math.max(0, each.weightAt(time)), Long::sum);
      }
    }
    long heard = 0;
    for (long voice : voices.values()) {
      heard += Math.min(voice, most);
    }
    return heard;
  }

  /** Sources that cannot be judged may fill up to the edge of SUBSTANTIAL, and no further. */
  static long room(long clean, Policy policy) {
    return Math.max(0, policy.levels().up(ThreatLevel.SUBSTANTIAL) - 1 - clean);
  }

  /** What lowers takes no more than this away. */
  static long relief(long raised, Policy policy) {
    return (long) Math.floor(raised * policy.weights().relief());
  }
}
