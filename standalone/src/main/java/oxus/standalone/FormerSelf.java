package oxus.standalone;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Has the controller note that a broker that was killed is gone, before the broker starts again.
 *
 * <p>Otherwise it begins as leader of all its partitions, loses them when the controller hears of
 * its return, and gets them back. In that gap Kafka 4.3 takes a partition without a leader for one
 * that was deleted, and ends a transaction that was being committed without telling that partition:
 * who reads committed records waits there for ever.
 */
final class FormerSelf {
  private static final String FENCED =
      "kafka.controller:type=KafkaController,name=FencedBrokerCount";
  private static final String CLEAN_END = ".kafka_cleanshutdown";
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int LOOKS = 600;

  private FormerSelf() {}

  /** Whether a broker ran in this folder and did not end by itself. */
  static boolean wasKilled(Path folder) {
    return Files.exists(folder.resolve("__cluster_metadata-0"))
        && !Files.exists(folder.resolve(CLEAN_END));
  }

  /**
   * Runs the controller alone until it has fenced the broker.
   *
   * @param settings of the node as it runs later
   */
  static void fence(Properties settings, int controller) {
    Properties alone = new Properties();
    alone.putAll(settings);
    alone.put("process.roles", "controller");
    alone.put("listeners", "CONTROLLER://127.0.0.1:" + controller);
    alone.put("broker.session.timeout.ms", "300");
    alone.put("broker.heartbeat.interval.ms", "100");
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(alone, false), Time.SYSTEM);
    server.startup();
    try {
      awaitFenced();
    } finally {
      server.shutdown();
      server.awaitShutdown();
    }
  }

  private static void awaitFenced() {
    for (int look = 0; look < LOOKS && !isFenced(); look++) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** The controller tells it by its metrics only. */
  private static boolean isFenced() {
    try {
      return ManagementFactory.getPlatformMBeanServer()
          .getAttribute(new ObjectName(FENCED), "Value")
          .equals(1);
    } catch (InstanceNotFoundException e) {
      return false;
    } catch (JMException e) {
      throw new IllegalStateException("the controller does not tell " + FENCED, e);
    }
  }
}
