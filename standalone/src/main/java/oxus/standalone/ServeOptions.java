package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.alerts.AlertsApp;
import oxus.alerts.WebhookConfig;
import oxus.schemas.connect.Deployment;
import oxus.theatre.Theatre;
import picocli.CommandLine.Option;

/** Ports and data folder, shared by the commands that serve. */
final class ServeOptions {

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description =
          "Port of console and API, on loopback; 0: any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--kafka-port",
      paramLabel = "K",
      defaultValue = "0",
      description = "Port of the embedded broker, on loopback. Default: any free one.")
  private int kafkaPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the broker and the pipeline keep their data. Default: up: the folder data here;"
              + " demo: a folder of its own, deleted at the end.")
  private @Nullable Path data;

  @Option(
      names = "--webhooks",
      paramLabel = "FILE",
      description = "Tell the receivers that this file lists of each change (docs/webhooks.md).")
  private @Nullable Path webhooks;

  /** Who is to hear of changes; empty without a file. */
  Optional<WebhookConfig> webhooks(Theatre theatre, String prefix) {
    return Optional.ofNullable(webhooks)
        .map(file -> WebhookConfig.load(file, System.getenv(), theatre, prefix));
  }

  /** Starts the broker; a taken port of the console is told before, not seconds later. */
  EmbeddedBroker broker(Path folder) {
    EmbeddedBroker.mustBeFree(port, "--port");
    return EmbeddedBroker.start(folder.resolve("kafka"), kafkaPort);
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Deployment deployment(EmbeddedBroker broker, Path folder, String prefix, int partitions) {
    return new Deployment(
        broker.bootstrapServers(),
        prefix,
        partitions,
        "127.0.0.1",
        port,
        folder.resolve("state"),
        Optional.empty());
  }

  /** Says which parts stopped on their own, and how to learn why. */
  static int stopped(PrintWriter err, List<String> parts) {
    err.println(
        "oxus: stopped on its own: "
            + String.join(", ", parts)
            + "; run again with OXUS_LOG=WARN to see why");
    return ExitCode.FAULT;
  }

  /** Says where everything is, and how to come in for writing. */
  static void announce(PrintWriter err, AlertsApp app, EmbeddedBroker broker, String prefix) {
    String topics = prefix.isEmpty() ? "" : "   prefix of its topics: " + prefix;
    err.println("console: " + app.address() + "   kafka: " + broker.bootstrapServers() + topics);
    app.writingLink().ifPresent(link -> err.println("to work in the console, open once: " + link));
  }
}
