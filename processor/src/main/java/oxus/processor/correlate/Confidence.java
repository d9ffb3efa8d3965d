package oxus.processor.correlate;

import java.util.List;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.Incident;
import oxus.schemas.Reliability;
import oxus.theatre.Policy;

/**
 * How far the evidence lets a judgement be trusted: the policy's factors for reliability and
 * credibility, multiplied, averaged over all shares of the score by their weight. An analyst can
 * redo it from the grades and weights shown, as far as they are shown.
 */
final class Confidence {
  private Confidence() {}

  /** In thousandths, rounded down; 0 without evidence. */
  static int of(List<Share> shares, Policy policy) {
    long weights = 0;
    long trusted = 0;
    for (Share share : shares) {
      long weight = Math.abs(share.weight());
      weights += weight;
      trusted += weight * of(share.incident(), policy);
    }
    return weights == 0 ? 0 : (int) (trusted / weights);
  }

  /** The factor of an incident's grade, in thousandths. */
  static int of(Incident incident, Policy policy) {
    Reliability reliability = Reliability.valueOf(incident.getGrade().substring(0, 1));
    return policy.grading().confidence().of(reliability, incident.getGrade().charAt(1) - '0');
  }
}
