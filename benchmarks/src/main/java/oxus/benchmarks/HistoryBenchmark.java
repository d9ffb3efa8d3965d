package oxus.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.BorderEvent;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * How long the shipped summer of 2021 takes from the start of the JVM on: theatre and scenario are
 * read, and every assessment is written out whole. One run a JVM, as whoever starts it waits.
 */
public final class HistoryBenchmark {
  private static final String SCENARIO = "summer-2021";

  private long assessments;
  private long changes;

  private HistoryBenchmark() {}

  public static void main(String[] arguments) {
    Theatre theatre = TheatreLoader.shipped();
    List<BorderEvent> events = new Scenarios(theatre).read(SCENARIO).events();
    List<SpecificRecord> records =
        new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
            .of(events, List.of());
    long read = uptime();
    HistoryBenchmark run = new HistoryBenchmark();
    PurePipeline pipeline = new PurePipeline(theatre, run::count);
    records.forEach(pipeline::accept);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d reports, %,d records, %,d assessments, %,d changes; %,d ms after the start of the"
            + " JVM (%,d ms to read, %,d ms to judge); processor time %,d ms, with compilation and"
            + " collection %,d ms%n",
        SCENARIO,
        events.size(),
        records.size(),
        run.assessments,
        run.changes,
        uptime(),
        read,
        uptime() - read,
        ofThisThread(),
        ofAllThreads());
  }

  private void count(PurePipeline.Judged judged) {
    assessments++;
    changes += judged.change().isPresent() ? 1 : 0;
  }

  private static long uptime() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  private static long ofThisThread() {
    return TimeUnit.NANOSECONDS.toMillis(
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  private static long ofAllThreads() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
  }
}
