package oxus.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import oxus.schemas.connect.PortTakenException;

/**
 * A real Kafka broker in this JVM: one KRaft node on loopback, with its data in a folder. Each
 * message is flushed to disk before it is acknowledged, so that neither kill −9 nor a power cut
 * loses one.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String CLUSTER_ID = "oxus-embedded-kraft-01";
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Formats the folder if it is new, and starts the broker.
   *
   * @param port for clients; 0: any free one
   * @throws PortTakenException when another process has the port
   * @throws IllegalArgumentException when another broker runs in the folder
   */
  public static EmbeddedBroker start(Path folder, int port) {
    mustNotBeInUse(folder);
    int clients = port == 0 ? freePort() : port;
    mustBeFree(clients, "--kafka-port");
    int controller = freePort();
    Properties settings = settings(folder.toAbsolutePath(), clients, controller);
    boolean wasKilled = FormerSelf.wasKilled(folder);
    format(folder.toAbsolutePath());
    try {
      if (wasKilled) {
        FormerSelf.fence(settings, controller);
      }
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, clients);
    } catch (KafkaException e) {
      throw cannotUse(folder, String.valueOf(e.getMessage()));
    }
  }

  /** Kafka ends the whole process when it meets the lock of another one. */
  private static void mustNotBeInUse(Path folder) {
    Path lock = folder.resolve(".lock");
    if (!Files.exists(lock)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock ours = channel.tryLock()) {
      if (ours == null) {
        throw cannotUse(folder, "it is locked");
      }
    } catch (OverlappingFileLockException e) {
      throw cannotUse(folder, "this process has locked it");
    } catch (IOException e) {
      throw cannotUse(folder, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException cannotUse(Path folder, String why) {
    return new IllegalArgumentException(
        "the broker cannot use "
            + folder
            + " ("
            + why
            + "); is another Oxus running on it? stop it, or choose another --data");
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Properties settings(Path folder, int clients, int controller) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.put("log.flush.interval.messages", "1");
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    // The sequencer's progress is an offset of a group without members; it must never expire.
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // A broker killed and started again need not wait for its own old session.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    return settings;
  }

  private static void format(Path folder) {
    try {
      Files.createDirectories(folder);
      Formatter formatter =
          new Formatter()
              .setPrintStream(
                  new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
              .setClusterId(CLUSTER_ID)
              .setNodeId(NODE)
              .setDirectories(List.of(folder.toString()))
              .setMetadataLogDirectory(folder.toString())
              .setControllerListenerName("CONTROLLER")
              .setReleaseVersion(MetadataVersion.latestProduction())
              .setIgnoreFormatted(true);
      formatter.run();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use " + folder + " for the broker's data: " + e.getMessage(), e);
    } catch (Exception e) { // the formatter declares nothing narrower
      throw new IllegalStateException(
          "cannot prepare " + folder + " for the broker: " + e.getMessage(), e);
    }
  }

  /**
   * Looks whether a port of loopback is free; 0, any free one, always is.
   *
   * @throws PortTakenException when it is not; it names the option that chooses the port
   * @throws IllegalArgumentException when it may not be used
   */
  static void mustBeFree(int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("ermission")) {
        throw new IllegalArgumentException(
            "port " + port + " needs more rights; choose one from 1024 upwards with " + option, e);
      }
      throw new PortTakenException(port, option, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
