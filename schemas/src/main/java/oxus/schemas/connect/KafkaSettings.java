package oxus.schemas.connect;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Client settings that all apps share: exactly once, read committed, and time-outs chosen rather
 * than inherited.
 */
public final class KafkaSettings {
  /**
   * Long enough for a pause of the collector, short enough for a failover in seconds (the default
   * takes 45).
   */
  private static final String SESSION_TIMEOUT_MS = "10000";

  /**
   * What a record may take, encoded: a sector's state at the policy's bounds, or all the rulings
   * that are remembered. The broker takes requests of up to 100 MB.
   */
  public static final int LARGEST_RECORD = 64 << 20;

  /**
   * What a record may take that comes from outside. A dead letter wraps it whole, with some room to
   * spare.
   */
  static final int LARGEST_INPUT = 16 << 20;

  private KafkaSettings() {}

  /** For a Kafka Streams app; its application id is the prefix and the app's name. */
  public static Properties streams(Deployment deployment, String app) {
    Properties settings = client(deployment, app);
    settings.put("application.id", deployment.prefix() + app);
    settings.put("state.dir", deployment.stateFolder().resolve(app).toString());
    settings.put("processing.guarantee", "exactly_once_v2");
    settings.put("replication.factor", "-1");
    settings.put("num.stream.threads", "1");
    settings.put("commit.interval.ms", "100");
    settings.put("statestore.cache.max.bytes", "33554432");
    settings.put("auto.offset.reset", "earliest");
    settings.put("session.timeout.ms", SESSION_TIMEOUT_MS);
    settings.put("heartbeat.interval.ms", "2000");
    settings.put("linger.ms", "5");
    settings.put("retry.backoff.ms", "10");
    // While the broker still ends the last transaction it turns the first batch of the next away;
    // batches sent right behind
    // it then arrive out of sequence and cost the task a restart.
    settings.put("producer.max.in.flight.requests.per.connection", "1");
    settings.put("transaction.timeout.ms", "30000");
    settings.put("producer.max.request.size", Integer.toString(LARGEST_RECORD));
    settings.put("producer.buffer.memory", Integer.toString(LARGEST_RECORD));
    settings.put("topic.max.message.bytes", Integer.toString(LARGEST_RECORD));
    settings.put("production.exception.handler", UnsentRecords.class.getName());
    settings.put("deserialization.exception.handler", UnreadableRecords.class.getName());
    settings.put("processing.exception.handler", FailedRecords.class.getName());
    settings.put(DeadLetters.PREFIX_SETTING, deployment.prefix());
    settings.put(DeadLetters.APP_SETTING, app);
    return settings;
  }

  /** For a producer whose transactions are fenced by the prefix and this name. */
  public static Properties transactionalProducer(Deployment deployment, String name) {
    Properties settings = client(deployment, name);
    settings.put("transactional.id", deployment.prefix() + name);
    settings.put("enable.idempotence", "true");
    settings.put("acks", "all");
    settings.put("max.request.size", Integer.toString(LARGEST_RECORD));
    settings.put("buffer.memory", Integer.toString(LARGEST_RECORD));
    settings.put("max.in.flight.requests.per.connection", "1");
    settings.put("linger.ms", "5");
    settings.put("retry.backoff.ms", "10");
    settings.put("transaction.timeout.ms", "30000");
    return settings;
  }

  /** For a reader that keeps its own place and sees committed records only. */
  public static Properties reader(Deployment deployment, String name) {
    Properties settings = client(deployment, name);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    return settings;
  }

  /** For any client; what Oxus sets itself goes before the deployment's file. */
  public static Properties client(Deployment deployment, String name) {
    Properties settings = new Properties();
    deployment.kafkaConfig().ifPresent(file -> load(file, settings));
    settings.put("bootstrap.servers", deployment.bootstrapServers());
    settings.put("client.id", deployment.prefix() + name);
    settings.put("enable.metrics.push", "false");
    return settings;
  }

  private static void load(Path file, Properties settings) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "OXUS_KAFKA_CONFIG names "
              + file
              + ", which cannot be read as a properties file ("
              + e
              + "); name one, or unset it",
          e);
    }
  }
}
