package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;
import oxus.schemas.connect.AppMain;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** The alerts app: decides levels, and serves console, feeds and registry until it is stopped. */
public final class AlertsApp implements AutoCloseable {
  private final EscalationApp escalation;
  private final BoardFeed feed;
  private final AlertsServer server;

  /** Opens the port and starts to decide; topics must be there. */
  public AlertsApp(Deployment deployment, Theatre theatre, PrometheusMeterRegistry registry) {
    Board board = new Board(theatre);
    this.escalation = new EscalationApp(deployment, registry);
    this.feed = new BoardFeed(deployment, board);
    this.server =
        AlertsServer.start(
            new HttpConfig(deployment.host(), deployment.port()),
            new Exhibits(
                board, deployment.isExercise(), SchemaTable.shipped(), registry, this::missing));
    escalation.start();
    feed.start();
  }

  private Optional<String> missing() {
    if (!escalation.isReady()) {
      return Optional.of("the topology is not running yet");
    }
    if (feed.hasStopped()) {
      return Optional.of("the board no longer reads the topics");
    }
    return feed.isCaughtUp() ? Optional.empty() : Optional.of("the board is still reading history");
  }

  /** Where a browser finds the console. */
  public String address() {
    return server.address();
  }

  public boolean isReady() {
    return missing().isEmpty();
  }

  public boolean hasFailed() {
    return escalation.hasFailed() || feed.hasStopped();
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    escalation.close();
  }

  /** Runs from environment variables; docs/deployment.md lists them. */
  public static void main(String[] arguments) {
    AppMain.run(
        "alerts",
        deployment -> {
          Theatre theatre =
              deployment.theatreFolder().map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
          new TopicAdmin(deployment).createMissing(Duration.ofSeconds(60));
          PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
          AlertsApp app = new AlertsApp(deployment, theatre, registry);
          Optional<Webhooks> webhooks =
              WebhookConfig.file(System.getenv())
                  .map(
                      file ->
                          WebhookConfig.load(file, System.getenv(), theatre, deployment.prefix()))
                  .map(config -> webhooks(deployment, config, registry));
          return AppMain.running(
              () -> app.hasFailed() || webhooks.map(Webhooks::hasFailed).orElse(false),
              () -> webhooks.ifPresent(Webhooks::close),
              app);
        });
  }

  /** What time it is; becomes data in what is written down. */
  public static InstantSource clock() {
    return InstantSource.system();
  }

  /** Tells subscribers of changes from now on; the caller closes it. */
  public static Webhooks webhooks(
      Deployment deployment, WebhookConfig config, PrometheusMeterRegistry registry) {
    Webhooks webhooks = new Webhooks(deployment, config, registry, clock());
    webhooks.start();
    return webhooks;
  }
}
