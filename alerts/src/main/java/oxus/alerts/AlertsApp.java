package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Role;
import oxus.alerts.console.Board;
import oxus.alerts.notify.DeliveryLog;
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

  private static final String SESSIONS = "sessions";

  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final EscalationApp escalation;
  private final Deployment deployment;
  private final TopicArchive archive;
  private final BoardFeed feed;
  private final KafkaActionLog actions;
  private final Optional<String> onceKey;
  private final BoardFeed sources;
  private final BoardFeed ledger;
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
    this.deployment = deployment;
    this.archive = new TopicArchive(deployment);
    Board board = new Board(theatre, archive, archive);
    Work work = new Work();
    HttpConfig config = new HttpConfig(deployment.host(), deployment.port());
    Secrets secrets = new Secrets();
    this.escalation = new EscalationApp(deployment, registry);
    this.feed = BoardFeed.ofLevels(deployment, board, archive);
    this.sources = BoardFeed.ofSources(deployment, board, archive);
    DeliveryLog deliveries = new DeliveryLog();
    this.ledger = BoardFeed.ofDeliveries(deployment, deliveries);
    this.actions = new KafkaActionLog(deployment, work);
    this.onceKey = config.isLoopback() ? Optional.of(secrets.fresh()) : Optional.empty();
    Desk desk =
        new Desk(
            work,
            actions,
            onceKey
                .map(key -> access.keys().with(key, Identity.of(LOCAL, Role.ADMIN)))
                .orElse(access.keys()),
            access.anonymousRole(config.isLoopback()),
            onceKey,
            clock(),
            secrets,
            access.singleSignOn().map(SingleSignOn::new),
            Optional.of(deployment.stateFolder().resolve(SESSIONS)));
    Exhibits exhibits =
        new Exhibits(
            board,
            deployment.isExercise(),
            SchemaTable.shipped(),
            registry,
            readiness(),
            deliveries,
            CapConfig.of(System.getenv()));
    new LoadMeters(exhibits, desk).register();
    this.server = AlertsServer.start(config, exhibits, desk, extra);
    escalation.start();
    feed.start();
    sources.start();
    ledger.start();
    actions.start();
  }

  private Readiness readiness() {
    return new Readiness() {
      @Override
      public Optional<String> missing() {
        return AlertsApp.this.missing();
      }

      @Override
      public Optional<String> trouble() {
        return missing().or(AlertsApp.this::stale);
      }
    };
  }

  /** A replay ends, and then nothing comes any more; live, the clock ticks every minute. */
  private Optional<String> stale() {
    if (sources.hasStopped()) {
      return Optional.of("the ledger of sources no longer reads the topics");
    }
    if (ledger.hasStopped()) {
      return Optional.of("the ledger of deliveries is no longer read");
    }
    if (!deployment.isExercise() && sources.isSilentFor(SILENCE)) {
      return Optional.of(
          "nothing has come for five minutes, not even a tick of the clock: intake or broker may"
              + " be down, and what stands here may be old");
    }
    return Optional.empty();
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
    return escalation.hasFailed()
        || feed.hasStopped()
        || sources.hasStopped()
        || ledger.hasStopped()
        || actions.hasStopped();
  }

  @Override
  public void close() {
    server.close();
    actions.close();
    feed.close();
    sources.close();
    ledger.close();
    archive.close();
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
