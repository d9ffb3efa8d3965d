package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.processor.correlate.Appraisal.Ruled;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/**
 * What a sector's evidence would amount to without one source: what the source tells is taken off
 * the sums, and what others tell of it put in its place.
 */
final class Without {
  private final Recall recall;
  private final Policy policy;
  private final Memory memory;
  private final Columns incidents;
  private final Instant time;
  private final Predicate<RuleHeld> may;
  private final Sums sums;

  /**
   * @param may which rules may hold, if they are met
   */
  Without(Recall recall, Memory memory, Instant time, Predicate<RuleHeld> may) {
    this.recall = recall;
    this.policy = recall.policy();
    this.memory = memory;
    this.incidents = memory.columns();
    this.time = time;
    this.may = may;
    this.sums = Sums.of(incidents, time.toEpochMilli());
  }

  /**
   * The level that the evidence reaches without a source.
   *
   * @param asked a level at which nobody asks for more: where others' incidents surely reach it, it
   *     is not reckoned what they would be
   */
  Optional<Appraisal> below(ThreatLevel asked, String source) {
    List<Remembered> gone = told(source);
    if (surelyReaches(asked, gone)) {
      return Optional.empty();
    }
    Appraisal left = without(gone, source);
    return left.reached().compareTo(asked) < 0 ? Optional.of(left) : Optional.empty();
  }

  /**
   * Whether the incidents that a source does not touch reach a level by themselves, whatever is
   * left of the others: what raises is no less then, and what lowers takes no more than the
   * policy's relief, be it incidents or rules.
   */
  private boolean surelyReaches(ThreatLevel level, List<Remembered> gone) {
    Sums left = sums.copy();
    for (Remembered each : gone) {
      left.takeOff(each, time.toEpochMilli());
    }
    long least = Score.least(left, policy);
    return policy.levels().reached(least).compareTo(level) >= 0
        && Appraisal.isFresh(raisedAt(gone, List.of()), time, policy);
  }

  private Appraisal without(List<Remembered> gone, String source) {
    long now = time.toEpochMilli();
    List<Optional<Remembered>> rests = new ArrayList<>(gone.size());
    List<Remembered> come = new ArrayList<>(gone.size());
    Sums left = sums.copy();
    for (Remembered each : gone) {
      Optional<Remembered> rest = each.without(source, recall.rules());
      rests.add(rest);
      left.takeOff(each, now);
      if (rest.isPresent()) {
        left.add(rest.get(), now);
        come.add(rest.get());
      }
    }
    Instead instead = new Instead(() -> left(gone, rests), gone, come);
    Score score = Score.of(left, now, instead::incidents, policy);
    Ruled ruled = Ruled.of(memory.holding(time, instead), may);
    return Appraisal.of(score, raisedAt(gone, come), ruled, time, policy);
  }

  private List<Remembered> told(String source) {
    long mark = Marks.of(source);
    List<Remembered> told = new ArrayList<>();
    for (int row = 0; row < incidents.size(); row++) {
      if (incidents.isToldBy(row, source, mark)) {
        told.add(incidents.row(row));
      }
    }
    return told;
  }

  /** All that is remembered then, in the order of the incidents. */
  private List<Remembered> left(List<Remembered> gone, List<Optional<Remembered>> rests) {
    List<Remembered> left = new ArrayList<>(incidents.size());
    for (int row = 0; row < incidents.size(); row++) {
      int place = place(row, gone);
      if (place < 0) {
        left.add(incidents.row(row));
      } else if (rests.get(place).isPresent()) {
        left.add(rests.get(place).get());
      }
    }
    return left;
  }

  private long raisedAt(List<Remembered> gone, List<Remembered> come) {
    long latest = Columns.NONE;
    for (int row = 0; row < incidents.size(); row++) {
      boolean isLeft = incidents.raisedAt(row) > latest && place(row, gone) < 0;
      latest = isLeft ? incidents.raisedAt(row) : latest;
    }
    for (Remembered each : come) {
      latest = Math.max(latest, Columns.raisedAt(each.incident()));
    }
    return latest;
  }

  // incidents of one memory are the same objects
  @SuppressWarnings("ReferenceEquality")
  private int place(int row, List<Remembered> gone) {
    for (int place = 0; place < gone.size(); place++) {
      if (gone.get(place) == incidents.row(row)) {
        return place;
      }
    }
    return -1;
  }
}
