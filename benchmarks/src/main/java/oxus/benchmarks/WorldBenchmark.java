package oxus.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.synthetic.ReportStream;
import oxus.standalone.synthetic.SyntheticWorld;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Streams a made-up world of any length through the whole judgement on one thread and in bounded
 * memory. Changes are explained, other assessments are not written out. Each batch also goes
 * through a loop that only writes each report to bytes and reads it back. Seconds are those that
 * the thread had of a core, so that other work on the machine counts less.
 */
public final class WorldBenchmark {
  private static final long SEED = 2021;
  private static final int BATCH = 10_000;
  private static final int DEFAULT_REPORTS = 1_000_000;
  private static final int DEFAULT_SECTORS = 64;

  private final ReportStream stream;
  private final PurePipeline pipeline;
  private final AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);
  private long changes;
  private long fresh;
  private long judging;
  private long copying;
  private long bytes;

  private WorldBenchmark(SyntheticWorld world, Theatre theatre) {
    this.stream = world.reports();
    this.pipeline = PurePipeline.ofChanges(theatre, change -> changes++);
  }

  /** Arguments: number of reports, sectors, reports a sector-day. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_REPORTS;
    int sectors = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_SECTORS;
    double aDay = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
    SyntheticWorld world = SyntheticWorld.of(SEED, sectors).telling(aDay);
    WorldBenchmark benchmark =
        new WorldBenchmark(world, world.theatre(TheatreLoader.shipped().policy()));
    int part = Math.max(BATCH, count / 10);
    for (int done = 0; done < count; done += part) {
      benchmark.run(Math.min(part, count - done));
    }
  }

  /** Takes so many reports in and says what it cost. */
  private void run(int count) {
    judging = 0;
    copying = 0;
    fresh = 0;
    long changedBefore = changes;
    for (int done = 0; done < count; done += BATCH) {
      List<BorderEvent> batch = batch(Math.min(BATCH, count - done));
      long begin = time();
      batch.forEach(pipeline::accept);
      long judged = time();
      batch.forEach(this::copy);
      judging += judged - begin;
      copying += time() - judged;
    }
    print(count, changes - changedBefore);
  }

  private List<BorderEvent> batch(int count) {
    List<BorderEvent> batch = new ArrayList<>(count);
    while (batch.size() < count) {
      BorderEvent report = stream.next();
      // what comes again keeps the time at which it was published
      fresh += report.getKnownAt().equals(report.getPublishedAt()) ? 1 : 0;
      batch.add(report);
    }
    return batch;
  }

  private void copy(BorderEvent report) {
    byte[] written = serde.serializer().serialize("copy", report);
    bytes += serde.deserializer().deserialize("copy", written) == null ? 0 : written.length;
  }

  private void print(int count, long changed) {
    long judged = count * TimeUnit.SECONDS.toNanos(1) / judging;
    long copied = count * TimeUnit.SECONDS.toNanos(1) / copying;
    System.out.printf(
        Locale.ROOT,
        "%,d reports, %.0f%% open or extend an incident, %,d changes; judge %,d/s, copy %,d/s of a"
            + " core, ratio %.3f; peak heap %,d MB; %,d bytes copied%n",
        count,
        100.0 * fresh / count,
        changed,
        judged,
        copied,
        (double) judged / copied,
        peakHeap() >> 20,
        bytes);
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
