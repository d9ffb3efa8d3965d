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
 */
record Score(
    Supplier<List<Share>> sharing,
    long total,
    long judged,
    long raising,
    long judgedRaising,
    long lowering,
    long fastest) {

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
    return at(
        time.toEpochMilli(),
        incidents.stream().map(incident -> Remembered.of(incident, rules)).toList(),
        policy);
  }

  static Score at(long time, List<Remembered> incidents, Policy policy) {
    long told = 0;
    long alone = 0;
    long unjudged = 0;
    long lowered = 0;
    long fastest = Remembered.NEVER;
    for (Remembered each : incidents) {
      long weight = each.weightAt(time);
      boolean isJudged = !each.isUnjudged();
      if (weight > 0) {
        told += isJudged ? weight : 0;
        alone += isJudged && each.voice() != null ? weight : 0;
        unjudged += isJudged ? 0 : weight;
        fastest = Math.min(fastest, each.halfLife());
      } else if (isJudged) {
        lowered -= weight;
      }
    }
    long most = policy.grading().independence().oneVoice();
    long clean = alone <= most ? told : told - alone + heard(time, incidents, most);
    long raised = clean + Math.min(unjudged, room(clean, policy));
    return new Score(
        () -> new Shares(time, policy).of(incidents),
        raised - Math.min(lowered, relief(raised, policy)),
        clean - Math.min(lowered, relief(clean, policy)),
        raised,
        clean,
        lowered,
        fastest);
  }

  /** What one voice alone tells, however much of it, adds up to no more than the policy's bound. */
  private static long heard(long time, List<Remembered> incidents, long most) {
    Map<String, Long> voices = new HashMap<>();
    for (Remembered each : incidents) {
      if (each.voice() != null && !each.isUnjudged()) {
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
