package oxus.standalone;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Tick;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicReader;
import oxus.standalone.replay.RunFolder;

/**
 * Waits until a replay has gone through the whole brokered pipeline, stage by stage, and collects
 * what came out. A stage is done when its app has committed its work on the last record before it,
 * not when a topic has been quiet for a while.
 */
final class PipelineDrain {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final Deployment deployment;
  private final BooleanSupplier failed;

  /**
   * @param failed tells that an app stopped on its own, so that waiting is pointless
   */
  PipelineDrain(Deployment deployment, BooleanSupplier failed) {
    this.deployment = deployment;
    this.failed = failed;
  }

  /**
   * Collects the run.
   *
   * @param last the time of the replay's last tick
   * @param alike how many of its ticks are of that time
   */
  RunFolder collect(Instant last, int alike) {
    RunFolder run = new RunFolder();
    try (TopicReader reader = new TopicReader(deployment, "drain")) {
      Map<Integer, Long> closing = await(() -> closingTicks(reader, last, alike));
      await(() -> done(reader, "processor", Topics.SECTOR_LOG, closing));
      Map<Integer, Long> assessed =
          reader.readAll(
              Topics.SECTOR_ASSESSMENTS, record -> run.add((SectorAssessment) record.value()));
      await(() -> done(reader, "alerts", Topics.SECTOR_ASSESSMENTS, assessed));
      reader.readAll(
          Topics.THREAT_LEVEL_CHANGES, record -> run.add((ThreatLevelChange) record.value()));
    }
    return run;
  }

  /**
   * Where the last tick stands on each partition of the sector log; empty while one of them lacks
   * it.
   */
  private static Map<Integer, Long> closingTicks(TopicReader reader, Instant last, int alike) {
    Map<Integer, Long> ticks = new TreeMap<>();
    Map<Integer, Integer> seen = new TreeMap<>();
    reader.readAll(
        Topics.SECTOR_LOG,
        record -> {
          SectorLogEntry entry = (SectorLogEntry) record.value();
          if (entry.getRecord() instanceof Tick tick
              && tick.getAt().equals(last)
              && seen.merge(record.partition(), 1, Integer::sum) == alike) {
            ticks.put(record.partition(), record.offset());
          }
        });
    return ticks.size() == reader.partitionsOf(Topics.SECTOR_LOG).size() ? ticks : Map.of();
  }

  private static Map<Integer, Long> done(
      TopicReader reader, String app, Topic topic, Map<Integer, Long> offsets) {
    return offsets.isEmpty() || reader.isPast(app, topic, offsets) ? Map.of(0, 0L) : Map.of();
  }

  private interface Look {
    Map<Integer, Long> look();
  }

  private Map<Integer, Long> await(Look look) {
    while (true) {
      Map<Integer, Long> seen = look.look();
      if (!seen.isEmpty()) {
        return seen;
      }
      if (failed.getAsBoolean()) {
        throw new IllegalStateException("a part of the pipeline stopped; the log tells why");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
