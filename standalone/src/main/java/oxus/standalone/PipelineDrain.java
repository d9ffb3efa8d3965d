package oxus.standalone;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Tick;
import oxus.schemas.Topic;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.GroupProgress;
import oxus.schemas.connect.TopicReader;
import oxus.standalone.replay.RunFolder;

/**
 * Waits until a replay has gone through the whole brokered pipeline, stage by stage, and collects
 * what came out. A stage is done when its app has committed its work on the last record before it,
 * not when a topic has been quiet for a while; but one that does not move at all for two minutes is
 * given up.
 */
final class PipelineDrain {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  /** Two minutes at least: an app may take half a minute to start on a busy machine. */
  private static final int PATIENCE = 1200;

  private final Deployment deployment;
  private final BooleanSupplier failed;
  private final int patience;

  /**
   * @param failed tells that an app stopped on its own, so that waiting is pointless
   */
  PipelineDrain(Deployment deployment, BooleanSupplier failed) {
    this(deployment, failed, PATIENCE);
  }

  /**
   * @param patience so many looks in a row may find that nothing has moved
   */
  PipelineDrain(Deployment deployment, BooleanSupplier failed, int patience) {
    this.deployment = deployment;
    this.failed = failed;
    this.patience = patience;
  }

  /**
   * Collects the run.
   *
   * @param last the time of the replay's last tick
   * @param alike how many of its ticks are of that time
   * @throws DeadlineException when a stage stands still for minutes
   */
  RunFolder collect(Instant last, int alike) {
    RunFolder run = new RunFolder();
    try (TopicReader reader = new TopicReader(deployment, "drain")) {
      ClosingTicks closing =
          new ClosingTicks(last, alike, reader.partitionsOf(Topics.SECTOR_LOG).size());
      await("the sector log", () -> closing.look(reader));
      awaitCommit("processor", Topics.SECTOR_LOG, closing.found);
      Map<Integer, Long> assessed =
          reader.readAll(
              Topics.SECTOR_ASSESSMENTS,
              record -> {
                if (record.value() instanceof SectorAssessment assessment) {
                  run.add(assessment);
                }
              });
      awaitCommit("alerts", Topics.SECTOR_ASSESSMENTS, assessed);
      reader.readAll(
          Topics.THREAT_LEVEL_CHANGES,
          record -> {
            if (record.value() instanceof ThreatLevelChange change) {
              run.add(change);
            }
          });
    }
    return run;
  }

  /** Looks for the last tick on each partition of the sector log; goes on from look to look. */
  private static final class ClosingTicks {
    private final Instant last;
    private final int alike;
    private final int partitions;
    private final Map<Integer, Integer> seen = new TreeMap<>();
    private final Map<Integer, Long> found = new TreeMap<>();
    private Map<Integer, Long> read = new TreeMap<>();

    ClosingTicks(Instant last, int alike, int partitions) {
      this.last = last;
      this.alike = alike;
      this.partitions = partitions;
    }

    State look(TopicReader reader) {
      read = reader.readAfter(Topics.SECTOR_LOG, read, this::take);
      return new State(found.size() == partitions, read);
    }

    private void take(ConsumerRecord<String, SpecificRecord> record) {
      if (record.value() instanceof SectorLogEntry entry
          && entry.getRecord() instanceof Tick tick
          && tick.getAt().equals(last)
          && seen.merge(record.partition(), 1, Integer::sum) == alike) {
        found.put(record.partition(), record.offset());
      }
    }
  }

  /** Waits until an app has committed its work on each of these records. */
  private void awaitCommit(String app, Topic topic, Map<Integer, Long> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try (GroupProgress group = new GroupProgress(deployment, app)) {
      await(
          "the " + app,
          () -> {
            Map<Integer, Long> next = group.committed(topic);
            return new State(GroupProgress.isPast(next, offsets), next);
          });
    }
  }

  /**
   * How a stage stands.
   *
   * @param offsets what moves while it gets on, by partition
   */
  private record State(boolean isDone, Map<Integer, Long> offsets) {}

  private interface Look {
    State look();
  }

  private void await(String stage, Look look) {
    Optional<State> before = Optional.empty();
    int still = 0;
    while (true) {
      State state = look.look();
      if (state.isDone()) {
        return;
      }
      if (failed.getAsBoolean()) {
        throw new IllegalStateException("a part of the pipeline stopped; the log tells why");
      }
      still = before.filter(state::equals).isPresent() ? still + 1 : 0;
      if (still >= patience) {
        throw new DeadlineException(
            stage
                + " stands still at the offsets "
                + state.offsets()
                + " of its partitions; look whether the broker at "
                + deployment.bootstrapServers()
                + " is well, then give the same command again: it goes on from there");
      }
      before = Optional.of(state);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
