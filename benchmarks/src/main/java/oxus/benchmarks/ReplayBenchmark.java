package oxus.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Reports a second through the whole judgement on one thread, without Kafka, beside a loop that
 * only writes each report to bytes and reads it back. Rounds of both take turns, so that a busy
 * machine slows both.
 */
public final class ReplayBenchmark {
  private static final long SEED = 2021;
  private static final int WARM_UP_ROUNDS = 2;
  private static final int ROUNDS = 7;
  private static final int DEFAULT_REPORTS = 2_000;
  private static final int DEFAULT_REPORTS_A_DAY = 50;

  private ReplayBenchmark() {}

  /** What one pass over the log did: nanoseconds, and a sum of its results that must not vary. */
  private record Pass(long nanos, long assessments, long changes, long fingerprint) {}

  /** Arguments: number of reports, reports a day. */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_REPORTS;
    int aDay = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_REPORTS_A_DAY;
    Theatre theatre = TheatreLoader.shipped();
    List<BorderEvent> reports = new MadeUpLog(theatre, SEED, aDay).reports(count);
    List<Pass> judged = new ArrayList<>();
    List<Pass> copied = new ArrayList<>();
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      Pass copy = copy(reports);
      Pass judgement = judge(theatre, reports);
      if (round >= 0) {
        copied.add(copy);
        judged.add(judgement);
      }
    }
    print(count, aDay, theatre.sectors().size(), judged, copied);
  }

  private static Pass judge(Theatre theatre, List<BorderEvent> reports) {
    long[] seen = new long[3];
    PurePipeline pipeline =
        new PurePipeline(
            theatre,
            result -> {
              seen[0]++;
              result.change().ifPresent(change -> seen[1]++);
              seen[2] = 31 * seen[2] + result.assessment().getScore();
            });
    long start = System.nanoTime();
    reports.forEach(pipeline::accept);
    return new Pass(System.nanoTime() - start, seen[0], seen[1], seen[2]);
  }

  private static Pass copy(List<BorderEvent> reports) {
    AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);
    long fingerprint = 0;
    long start = System.nanoTime();
    for (BorderEvent report : reports) {
      byte[] bytes = serde.serializer().serialize("copy", report);
      BorderEvent copy = (BorderEvent) serde.deserializer().deserialize("copy", bytes);
      fingerprint = 31 * fingerprint + copy.getKnownAt().toEpochMilli();
    }
    return new Pass(System.nanoTime() - start, 0, 0, fingerprint);
  }

  private static void print(
      int count, int aDay, int sectors, List<Pass> judged, List<Pass> copied) {
    if (judged.stream().map(Pass::fingerprint).distinct().count() != 1) {
      throw new IllegalStateException("two passes over one log differ; this is a fault in Oxus");
    }
    Pass any = judged.get(0);
    System.out.printf(
        Locale.ROOT,
        "%,d reports, %d a day, %d sectors; %,d assessments, %,d changes a pass%n",
        count,
        aDay,
        sectors,
        any.assessments(),
        any.changes());
    long[] judging = perSecond(count, judged);
    long[] copying = perSecond(count, copied);
    line("judge", judging);
    line("copy", copying);
    System.out.printf(
        Locale.ROOT,
        "judge / copy, by medians: %.3f%n",
        (double) median(judging) / median(copying));
  }

  private static long[] perSecond(int count, List<Pass> passes) {
    return passes.stream()
        .mapToLong(pass -> count * TimeUnit.SECONDS.toNanos(1) / pass.nanos())
        .sorted()
        .toArray();
  }

  private static long median(long[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static void line(String what, long[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%-6s %,10d reports/s  (least %,d, most %,d of %d rounds)%n",
        what,
        median(sorted),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
