package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import oxus.schemas.Incident;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * A sector's evidence summed at a moment, in micro-units. Sums are of integers, so they are exact
 * and free of order.
 *
 * @param shares what each incident adds, after the three bounds below; they sum to {@code total}
 * @param total the score
 * @param judged the score without sources that cannot be judged
 * @param raising sum of what raises
 * @param judgedRaising the same without sources that cannot be judged
 * @param lowering sum of what would lower, before its bound; not negative
 * @param fastest the shortest half-life of what raises
 */
record Score(
    List<Share> shares,
    long total,
    long judged,
    long raising,
    long judgedRaising,
    long lowering,
    Optional<Duration> fastest) {

  /** One incident's part of the score. */
  record Share(Incident incident, long weight) {}

  Score {
    shares = List.copyOf(shares);
  }

  static Score at(Instant time, List<Incident> incidents, Policy policy) {
    return at(time, incidents, new Recall(policy));
  }

  static Score at(Instant time, List<Incident> incidents, Recall recall) {
    Policy policy = recall.policy();
    long millis = time.toEpochMilli();
    List<Share> told = new ArrayList<>();
    List<Share> unjudged = new ArrayList<>();
    List<Share> lowering = new ArrayList<>();
    long fastest = Remembered.NEVER;
    for (Incident incident : incidents) {
      Remembered remembered = recall.of(incident);
      long weight = remembered.weightAt(millis);
      if (weight > 0) {
        (incident.getUnjudged() ? unjudged : told).add(new Share(incident, weight));
        fastest = Math.min(fastest, remembered.halfLife());
      }
      if (weight < 0 && !incident.getUnjudged()) {
        lowering.add(new Share(incident, weight));
      }
    }
    List<Share> raising = heard(told, recall);
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
    return new Score(
        all,
        sum(all),
        judged,
        raised,
        clean,
        lowered,
        fastest == Remembered.NEVER ? Optional.empty() : Optional.of(Duration.ofMillis(fastest)));
  }

  /** What one voice alone tells, however much of it, adds up to no more than the policy's bound. */
  private static List<Share> heard(List<Share> told, Recall recall) {
    long most = recall.policy().grading().independence().oneVoice();
    long alone = 0;
    for (Share share : told) {
      alone += share.incident().getSources() == 1 ? share.weight() : 0;
    }
    if (alone <= most) {
      return told;
    }
    List<Share> heard = new ArrayList<>();
    TreeMap<String, List<Share>> voices = new TreeMap<>();
    for (Share share : told) {
      List<String> voice = recall.cited(share.incident()).voices();
      if (voice.size() != 1) {
        heard.add(share);
      } else {
        voices.computeIfAbsent(voice.get(0), name -> new ArrayList<>()).add(share);
      }
    }
    voices.values().forEach(shares -> heard.addAll(scaled(shares, Math.min(sum(shares), most))));
    return heard;
  }

  private static long relief(long raised, Policy policy) {
    return (long) StrictMath.floor(raised * policy.weights().relief());
  }

  private static long sum(List<Share> shares) {
    long sum = 0;
    for (Share share : shares) {
      sum += share.weight();
    }
    return sum;
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
