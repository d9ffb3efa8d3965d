package oxus.processor.correlate;

import java.util.function.Supplier;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorState;

/**
 * An assessment that is written out as far as somebody asks. Most move no level, and nobody reads
 * what they rest on.
 */
public final class Assessment {
  private final Supplier<Judgement> judging;
  private final SectorState next;
  private final String trigger;
  private final boolean mayMove;

  private Assessment(
      Supplier<Judgement> judging, SectorState next, String trigger, boolean mayMove) {
    this.judging = judging;
    this.next = next;
    this.trigger = trigger;
    this.mayMove = mayMove;
  }

  static Assessment of(Judgement judgement, SectorState next, String trigger) {
    return new Assessment(() -> judgement, next, trigger, judgement.mayMoveTheLevel());
  }

  /** One of which it is known beforehand that it moves no level; it is judged if somebody asks. */
  static Assessment calm(Supplier<Judgement> judging, SectorState next, String trigger) {
    return new Assessment(judging, next, trigger, false);
  }

  /** Whether the level in force may move on it, or was bounded before. */
  public boolean mayMoveTheLevel() {
    return mayMove;
  }

  /** All that a level is decided by; without contributions, confidence, outlook and near rules. */
  public SectorAssessment brief() {
    return judging.get().brief(next, trigger);
  }

  /** The record as it is published. */
  public SectorAssessment whole() {
    return judging.get().whole(next, trigger);
  }
}
