package oxus.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.SequencePublisher;
import oxus.ingest.scenario.RecordTime;

/**
 * Lets a replay go as fast as it is asked to: all at once, or with the gaps between its records
 * shortened by a factor.
 */
final class Pace implements SequencePublisher.Pace {
  private static final int AT_ONCE = 1000;
  private static final long LOOK = Duration.ofMillis(100).toNanos();

  private final List<SpecificRecord> records;
  private final Optional<Double> factor;
  private final BooleanSupplier stopped;
  private final Instant from;
  private final long began = System.nanoTime();

  /**
   * @param factor how many times faster than life; empty: at once
   * @param from what is not later goes at once: an earlier run came so far
   */
  Pace(
      List<SpecificRecord> records,
      Optional<Double> factor,
      Optional<Instant> from,
      BooleanSupplier stopped) {
    this.records = records;
    this.factor = factor;
    this.stopped = stopped;
    this.from =
        from.orElseGet(() -> records.isEmpty() ? Instant.EPOCH : RecordTime.of(records.get(0)));
  }

  @Override
  public int ready(int next) {
    if (stopped.getAsBoolean()) {
      return next;
    }
    int most = Math.min(next + AT_ONCE, records.size());
    if (factor.isEmpty()) {
      return most;
    }
    Instant time = RecordTime.of(records.get(next));
    long due = (long) (Duration.between(from, time).toMillis() * 1e6 / factor.get());
    while (System.nanoTime() - began < due) {
      if (stopped.getAsBoolean()) {
        return next;
      }
      LockSupport.parkNanos(Math.min(LOOK, due - (System.nanoTime() - began)));
    }
    int end = next + 1;
    while (end < most && !RecordTime.of(records.get(end)).isAfter(time)) {
      end++;
    }
    return end;
  }
}
