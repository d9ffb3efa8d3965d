package oxus.alerts.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells where in a topic to look for the last record of a sector that was known at a moment. In
 * bounded space: when a sector has too many marks every second one goes, and a reader looks through
 * the stretch between two of them; the answer stays exact.
 */
public final class TimeIndex {
  private static final int CAPACITY = 4_096;

  private final int capacity;
  private final Map<String, Marks> sectors = new HashMap<>();

  public TimeIndex() {
    this(CAPACITY);
  }

  TimeIndex(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Where to look: the sector's last record known at the moment is among these.
   *
   * @param first offset to start at
   * @param last offset of the last record that may be it
   */
  public record Stretch(int partition, long first, long last) {}

  private record Mark(Instant at, long offset) {}

  /** One sector's marks; its records stand in one partition, in the order of its time. */
  private static final class Marks {
    private final int partition;
    private final List<Mark> kept = new ArrayList<>();
    private long stride = 1;
    private long count;
    private long newest;

    private Marks(int partition) {
      this.partition = partition;
    }

    private void add(Mark mark, int capacity) {
      if (count % stride == 0) {
        kept.add(mark);
      }
      count++;
      newest = mark.offset();
      if (kept.size() > capacity) {
        thin();
      }
    }

    private void thin() {
      List<Mark> half = new ArrayList<>();
      for (int i = 0; i < kept.size(); i += 2) {
        half.add(kept.get(i));
      }
      kept.clear();
      kept.addAll(half);
      stride *= 2;
    }

    private Optional<Stretch> at(Instant at) {
      int after = firstAfter(at);
      if (after == 0) {
        return Optional.empty();
      }
      long last = after == kept.size() ? newest : Math.min(newest, kept.get(after).offset() - 1);
      return Optional.of(new Stretch(partition, kept.get(after - 1).offset(), last));
    }

    private int firstAfter(Instant at) {
      int low = 0;
      int high = kept.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (kept.get(middle).at().isAfter(at)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }
  }

  /** Notes a record; those of one sector come in the order of its time. A repeat does nothing. */
  public synchronized void note(String sector, Instant at, int partition, long offset) {
    Marks marks = sectors.computeIfAbsent(sector, unknown -> new Marks(partition));
    if (marks.count == 0 || offset > marks.newest) {
      marks.add(new Mark(at, offset), capacity);
    }
  }

  /** Empty when nothing of the sector was known at the moment. */
  public synchronized Optional<Stretch> at(String sector, Instant at) {
    return Optional.ofNullable(sectors.get(sector)).flatMap(marks -> marks.at(at));
  }
}
