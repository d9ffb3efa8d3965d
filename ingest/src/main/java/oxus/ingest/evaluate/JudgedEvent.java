package oxus.ingest.evaluate;

import java.util.Optional;
import oxus.schemas.BorderEvent;

/**
 * An extracted event and what gold says of it.
 *
 * @param gold the gold event that it stands for, or tells again
 * @param fit what is right about it, when it stands for a gold event
 */
record JudgedEvent(
    BorderEvent event, Verdict verdict, Optional<GoldEvent> gold, Optional<Fit> fit) {

  boolean is(Verdict other) {
    return verdict == other;
  }
}
