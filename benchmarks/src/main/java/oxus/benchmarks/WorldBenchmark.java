package oxus.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.route.Router;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.synthetic.ReportStream;
import oxus.standalone.synthetic.SyntheticWorld;
import oxus.standalone.synthetic.SyntheticWorld.Land;
import oxus.standalone.synthetic.SyntheticWorld.News;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Streams a made-up world of any length through the whole judgement on one thread and in bounded
 * memory. Changes are explained, other assessments are not written out. Each batch also goes
 * through a loop that only writes each report to bytes and reads it back. Seconds are those that
 * the thread had of a core, so that other work on the machine counts less; making reports up is
 * counted apart.
 */
public final class WorldBenchmark {
  private static final long SEED = 2021;
  private static final int BATCH = 500;
  private static final int PARTS = 10;

  private final ReportStream stream;
  private final PurePipeline pipeline;
  private final AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);
  private final Router router;
  private Tally part = new Tally();

  /** What a part of the run came to; times in nanoseconds of the thread. */
  private static final class Tally {
    private final long processBegan = processTime();
    private long reports;
    private long fresh;
    private long sectors;
    private long changes;
    private long making;
    private long judging;
    private long copying;
    private long bytes;
  }

  private WorldBenchmark(SyntheticWorld world, Theatre theatre) {
    this.stream = world.reports();
    this.router = new Router(theatre);
    this.pipeline = PurePipeline.ofChanges(theatre, change -> part.changes++);
  }

  /**
   * {@code --reports 1000000 --sectors 64}, and whatever of the world shall be otherwise: {@code
   * --world live|restless --reports-a-sector-day 5 --tellings 8 --copies 0.25 --repeats 0.68
   * --neighbours 0.2 --wide 0.03}.
   */
  public static void main(String[] arguments) {
    Options options = new Options(List.of(arguments));
    long count = (long) options.number("--reports", 1_000_000);
    SyntheticWorld world = world(options);
    System.out.println(world);
    WorldBenchmark benchmark =
        new WorldBenchmark(world, world.theatre(TheatreLoader.shipped().policy()));
    long size = Math.max(1, count / PARTS);
    for (long done = 0; done < count; done += size) {
      benchmark.run(Math.min(size, count - done));
    }
  }

  private static SyntheticWorld world(Options options) {
    int sectors = (int) options.number("--sectors", 64);
    SyntheticWorld world =
        options.isSet("--world", "restless")
            ? SyntheticWorld.of(SEED, sectors)
            : SyntheticWorld.live(SEED, sectors);
    News news = world.news();
    return world
        .telling(options.number("--reports-a-sector-day", world.reportsASectorDay()))
        .telling(
            new News(
                (int) options.number("--tellings", news.tellings()),
                options.number("--copies", news.copies()),
                options.number("--repeats", news.repeats()),
                news.denials(),
                news.longestDelay()))
        .on(
            new Land(
                options.number("--neighbours", world.land().neighbours()),
                options.number("--wide", world.land().wide())));
  }

  /** What was asked for, by name. */
  private record Options(List<String> arguments) {
    double number(String name, double otherwise) {
      int at = arguments.indexOf(name);
      return at < 0 ? otherwise : Double.parseDouble(arguments.get(at + 1));
    }

    boolean isSet(String name, String value) {
      int at = arguments.indexOf(name);
      return at >= 0 && arguments.get(at + 1).equals(value);
    }
  }

  /** Takes so many reports in and says what it cost. */
  private void run(long count) {
    part = new Tally();
    while (part.reports < count) {
      long begin = time();
      List<BorderEvent> batch = batch((int) Math.min(BATCH, count - part.reports));
      long made = time();
      batch.forEach(pipeline::accept);
      long judged = time();
      batch.forEach(this::copy);
      part.making += made - begin;
      part.judging += judged - made;
      part.copying += time() - judged;
      part.reports += batch.size();
      batch.forEach(this::count);
    }
    print();
  }

  private List<BorderEvent> batch(int count) {
    List<BorderEvent> batch = new ArrayList<>(count);
    while (batch.size() < count) {
      BorderEvent report = stream.next();
      // what comes again keeps the time at which it was published
      part.fresh += report.getKnownAt().equals(report.getPublishedAt()) ? 1 : 0;
      batch.add(report);
    }
    return batch;
  }

  private void count(BorderEvent report) {
    Router.Route route = router.route(report);
    if (route.problem().isPresent()) {
      throw new IllegalStateException(
          "the made-up world is of no use any more: "
              + route.problem().get()
              + "; a longer run needs more --sectors");
    }
    part.sectors += route.entries().size();
  }

  private void copy(BorderEvent report) {
    byte[] written = serde.serializer().serialize("copy", report);
    part.bytes += serde.deserializer().deserialize("copy", written) == null ? 0 : written.length;
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%,d reports on %.2f sectors each, %.1f%% open or extend an incident, %,d changes (%.2f%%); of a core: judge %,d/s, copy"
            + " %,d/s (%,d bytes), ratio %.3f, make up %,d/s, all with compilation and collection"
            + " %,d/s; heap %,d MB, at most %,d MB%n",
        part.reports,
        (double) part.sectors / part.reports,
        100.0 * part.fresh / part.reports,
        part.changes,
        100.0 * part.changes / part.reports,
        aSecond(part.judging),
        aSecond(part.copying),
        part.bytes,
        (double) part.copying / part.judging,
        aSecond(part.making),
        aSecond(processTime() - part.processBegan),
        usedHeap() >> 20,
        peakHeap() >> 20);
  }

  private long aSecond(long nanoseconds) {
    return part.reports * TimeUnit.SECONDS.toNanos(1) / Math.max(1, nanoseconds);
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What is still needed, once all else is collected. */
  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
