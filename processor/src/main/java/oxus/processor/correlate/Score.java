package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oxus.schemas.Incident;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * A sector's evidence summed at a moment, in micro-units. Sums are of integers, so they are exact
 * and free of order.
 *
 * @param shares what each incident adds, after the two bounds below; they sum to {@code total}
 * @param total the score
 * @param judged the score without sources that cannot be judged
 * @param raising sum of what raises
 * @param judgedRaising the same without sources that cannot be judged
 * @param lowering sum of what would lower, before its bound; not negative
 */
record Score(
    List<Share> shares, long total, long judged, long raising, long judgedRaising, long lowering) {

  /** One incident's part of the score. */
  record Share(Incident incident, long weight) {}

  Score {
    shares = List.copyOf(shares);
  }

  static Score at(Instant time, List<Incident> incidents, Policy policy) {
    Weighing weighing = new Weighing(policy);
    List<Share> raising = new ArrayList<>();
    List<Share> unjudged = new ArrayList<>();
    List<Share> lowering = new ArrayList<>();
    for (Incident incident : incidents) {
      long weight = weighing.at(time, incident);
      if (weight > 0) {
        (incident.getUnjudged() ? unjudged : raising).add(new Share(incident, weight));
      }
      if (weight < 0 && !incident.getUnjudged()) {
        lowering.add(new Share(incident, weight));
      }
    }
    long clean = sum(raising);
    // Sources that cannot be judged may fill up to the edge of SUBSTANTIAL, and no further.
    long room = Math.max(0, policy.levels().up(ThreatLevel.SUBSTANTIAL) - 1 - clean);
    List<Share> filled = scaled(unjudged, Math.min(sum(unjudged), room));
    long raised = clean + sum(filled);
    long lowered = -sum(lowering);
    List<Share> relieved = scaled(lowering, Math.min(lowered, relief(raised, policy)));
    List<Share> all = new ArrayList<>(raising);
    all.addAll(filled);
    all.addAll(relieved);
    long judged = clean - Math.min(lowered, relief(clean, policy));
    return new Score(all, sum(all), judged, raised, clean, lowered);
  }

  private static long relief(long raised, Policy policy) {
    return (long) StrictMath.floor(raised * policy.weights().relief());
  }

  private static long sum(List<Share> shares) {
    return shares.stream().mapToLong(Share::weight).sum();
  }

  /**
   * The shares in proportion, so that their absolute sum is exactly {@code bound}; the last takes
   * what rounding left.
   */
  private static List<Share> scaled(List<Share> shares, long bound) {
    long whole = Math.abs(sum(shares));
    if (whole == bound) {
      return shares;
    }
    List<Share> scaled = new ArrayList<>();
    long left = bound;
    for (Share share : shares) {
      boolean last = scaled.size() == shares.size() - 1;
      long part = last ? left : Math.abs(share.weight()) * bound / whole;
      left -= part;
      scaled.add(new Share(share.incident(), share.weight() < 0 ? -part : part));
    }
    return scaled;
  }
}
