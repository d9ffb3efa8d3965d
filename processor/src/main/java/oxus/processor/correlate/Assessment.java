package oxus.processor.correlate;

import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;

/**
 * An assessment that is written out as far as somebody asks. Most move no level, and nobody reads
 * what they rest on.
 */
public final class Assessment {
  private final Judgement judgement;
  private final SectorState next;
  private final String trigger;

  Assessment(Judgement judgement, SectorState next, String trigger) {
    this.judgement = judgement;
    this.next = next;
    this.trigger = trigger;
  }

  /** All that a level is decided by; without contributions, confidence, outlook and near rules. */
  public SectorAssessment brief() {
    return judgement.brief(next, trigger);
  }

  /** The record as it is published. */
  public SectorAssessment whole() {
    return judgement.whole(next, trigger);
  }
}
