package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.alerts.work.Work;
import oxus.schemas.SchemaTable;
import oxus.schemas.connect.AppMain;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** The alerts app: decides levels, and serves console, feeds and registry until it is stopped. */
public final class AlertsApp implements AutoCloseable {
  /** Whoever holds the printed link: this machine's own user. */
  private static final String LOCAL = "local";

  private final EscalationApp escalation;
  private final BoardFeed feed;
  private final KafkaActionLog actions;
  private final Optional<String> onceKey;
  private final AlertsServer server;

  /**
   * Opens the port and starts to decide; topics must be there. Keys are as the environment says.
   */
  public AlertsApp(Deployment deployment, Theatre theatre, PrometheusMeterRegistry registry) {
    this(deployment, theatre, registry, ExtraRoutes.none());
  }

  /** With routes of other modules on the same port. */
  public AlertsApp(
      Deployment deployment, Theatre theatre, PrometheusMeterRegistry registry, ExtraRoutes extra) {
    this(deployment, theatre, registry, AccessConfig.of(System.getenv()), extra);
  }

  /** With keys of one's own. */
  public AlertsApp(
      Deployment deployment,
      Theatre theatre,
      PrometheusMeterRegistry registry,
      AccessConfig access) {
    this(deployment, theatre, registry, access, ExtraRoutes.none());
  }

  private AlertsApp(
      Deployment deployment,
      Theatre theatre,
      PrometheusMeterRegistry registry,
      AccessConfig access,
      ExtraRoutes extra) {
    Board board = new Board(theatre);
    Work work = new Work();
    HttpConfig config = new HttpConfig(deployment.host(), deployment.port());
    Secrets secrets = new Secrets();
    this.escalation = new EscalationApp(deployment, registry);
    this.feed = new BoardFeed(deployment, board);
    this.actions = new KafkaActionLog(deployment, work);
    this.onceKey = config.isLoopback() ? Optional.of(secrets.fresh()) : Optional.empty();
    InstantSource clock = InstantSource.system();
    Desk desk =
        new Desk(
            work,
            actions,
            onceKey
                .map(key -> access.keys().with(key, Identity.of(LOCAL, Role.ADMIN)))
                .orElse(access.keys()),
            access.anonymousRole(config.isLoopback()),
            onceKey,
            clock,
            secrets);
    Exhibits exhibits =
        new Exhibits(
            board, deployment.isExercise(), SchemaTable.shipped(), registry, this::missing);
    new LoadMeters(exhibits, desk).register();
    this.server = AlertsServer.start(config, exhibits, desk, extra);
    escalation.start();
    feed.start();
    actions.start();
  }

  private Optional<String> missing() {
    if (!escalation.isReady()) {
      return Optional.of("the topology is not running yet");
    }
    if (feed.hasStopped()) {
      return Optional.of("the board no longer reads the topics");
    }
    if (actions.hasStopped()) {
      return Optional.of("the log of actions is no longer read");
    }
    if (!actions.isCaughtUp()) {
      return Optional.of("the log of actions is still being read");
    }
    return feed.isCaughtUp() ? Optional.empty() : Optional.of("the board is still reading history");
  }

  /** Where a browser finds the console. */
  public String address() {
    return server.address();
  }

  /**
   * A link that signs one browser in for writing, once; its key also works as {@code Authorization:
   * Bearer}. Empty where others than this machine can connect.
   */
  public Optional<String> writingLink() {
    return onceKey.map(key -> server.address() + "sign-in?once=" + key);
  }

  public boolean isReady() {
    return missing().isEmpty();
  }

  public boolean hasFailed() {
    return escalation.hasFailed() || feed.hasStopped() || actions.hasStopped();
  }

  @Override
  public void close() {
    server.close();
    actions.close();
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
          AlertsApp app =
              new AlertsApp(
                  deployment, theatre, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
          return AppMain.running(app::hasFailed, app);
        });
  }
}
