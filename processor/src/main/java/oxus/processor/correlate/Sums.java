package oxus.processor.correlate;

/**
 * What a sector's incidents weigh together at a moment, by how each counts, in micro-units. Sums
 * are of integers, so one incident can be taken off and another one put in its place.
 */
final class Sums {
  private long told;
  private long alone;
  private long unjudged;
  private long lowered;
  private long fastest = Remembered.NEVER;
  private long lifts = Remembered.NEVER;

  static Sums of(Columns incidents, long time) {
    Sums sums = new Sums();
    for (int row = 0; row < incidents.size(); row++) {
      long weight = incidents.weightAt(row, time);
      sums.add(weight, incidents.isUnjudged(row), incidents.isAlone(row));
      if (weight > 0) {
        sums.fastest = Math.min(sums.fastest, incidents.halfLife(row));
      } else if (weight < 0) {
        sums.lifts = Math.min(sums.lifts, incidents.halfLife(row));
      }
    }
    return sums;
  }

  /** The same sums; how fast they fade is not asked any more. */
  Sums copy() {
    Sums copy = new Sums();
    copy.told = told;
    copy.alone = alone;
    copy.unjudged = unjudged;
    copy.lowered = lowered;
    return copy;
  }

  void add(Remembered one, long time) {
    add(one.weightAt(time), one.isUnjudged(), one.isAlone());
  }

  void takeOff(Remembered one, long time) {
    add(-1, one.weightAt(time), one.isUnjudged(), one.isAlone());
  }

  private void add(long weight, boolean isUnjudged, boolean isAlone) {
    add(1, weight, isUnjudged, isAlone);
  }

  private void add(int times, long weight, boolean isUnjudged, boolean isAlone) {
    if (weight <= 0) {
      lowered -= isUnjudged ? 0 : times * weight;
      return;
    }
    if (isUnjudged) {
      unjudged += times * weight;
      return;
    }
    told += times * weight;
    alone += isAlone ? times * weight : 0;
  }

  /** What raises, of sources that can be judged. */
  long told() {
    return told;
  }

  /** The part of it that one voice alone tells, whoever that is. */
  long alone() {
    return alone;
  }

  /** What raises that only sources tell that cannot be judged. */
  long unjudged() {
    return unjudged;
  }

  /** What lowers; not negative. */
  long lowered() {
    return lowered;
  }

  /** The shortest half-life of what raises; never: nothing does. */
  long fastest() {
    return fastest;
  }

  /** The shortest half-life of what lowers; never: nothing does. */
  long lifts() {
    return lifts;
  }
}
