package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What each stretch of a sentence says by itself, so that one event does not drown another. */
final class Parts {
  private final Weighing whole;
  private final List<Stretch> stretches;
  private final List<Weighing> weighings = new ArrayList<>();

  /**
   * Weighs each stretch.
   *
   * @param single whether the sentence is the whole text: a headline is of one piece
   */
  Parts(Reading reading, Weighing whole, boolean single) {
    this.whole = whole;
    this.stretches = single ? List.of() : reading.stretches();
    stretches.forEach(stretch -> weighings.add(whole.within(stretch)));
  }

  void forEach(BiConsumer<Stretch, Weighing> task) {
    for (int i = 0; i < stretches.size(); i++) {
      task.accept(stretches.get(i), weighings.get(i));
    }
  }

  /** What the stretch around a token says; the whole sentence where it is of one piece. */
  Weighing at(int token) {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).has(token)) {
        return weighings.get(i);
      }
    }
    return whole;
  }
}
