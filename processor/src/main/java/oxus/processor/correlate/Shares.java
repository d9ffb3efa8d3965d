package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import oxus.processor.correlate.Score.Share;
import oxus.theatre.Policy;

/**
 * Shares a score out among the incidents that make it, within the bounds that {@link Score} puts on
 * one voice alone, on sources that cannot be judged and on what lowers.
 */
record Shares(long time, Policy policy) {

  List<Share> of(List<Remembered> incidents) {
    List<Share> all = new ArrayList<>();
    List<Share> unjudged = new ArrayList<>();
    List<Share> lowering = new ArrayList<>();
    TreeMap<String, List<Share>> alone = new TreeMap<>();
    for (Remembered each : incidents) {
      Share share = new Share(each, each.weightAt(time));
      boolean isJudged = !each.isUnjudged();
      if (share.weight() > 0 && !isJudged) {
        unjudged.add(share);
      } else if (share.weight() > 0 && each.isAlone()) {
        alone.computeIfAbsent(each.voice(), voice -> new ArrayList<>()).add(share);
      } else if (share.weight() > 0) {
        all.add(share);
      } else if (share.weight() < 0 && isJudged) {
        lowering.add(share);
      }
    }
    long most = policy.grading().independence().oneVoice();
    alone.values().forEach(voice -> all.addAll(scaled(voice, Math.min(sum(voice), most))));
    long room = Score.room(sum(all), policy);
    all.addAll(scaled(unjudged, Math.min(sum(unjudged), room)));
    long relief = Score.relief(sum(all), policy);
    all.addAll(scaled(lowering, Math.min(-sum(lowering), relief)));
    return all;
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
      scaled.add(new Share(share.of(), share.weight() < 0 ? -part : part));
    }
    return scaled;
  }
}
