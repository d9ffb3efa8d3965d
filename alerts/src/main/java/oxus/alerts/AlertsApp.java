package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
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
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private final Deployment deployment;
  private final TopicArchive archive;
  private final BoardFeed feed;
  private final BoardFeed sources;
  private final AlertsServer server;

  /** Opens the port and starts to decide; topics must be there. */
  public AlertsApp(Deployment deployment, Theatre theatre, PrometheusMeterRegistry registry) {
    this.deployment = deployment;
    this.archive = new TopicArchive(deployment);
    Board board = new Board(theatre, archive, archive);
    this.escalation = new EscalationApp(deployment, registry);
    this.feed = BoardFeed.ofLevels(deployment, board, archive);
    this.sources = BoardFeed.ofSources(deployment, board.sources(), archive);
    this.server =
        AlertsServer.start(
            new HttpConfig(deployment.host(), deployment.port()),
            new Exhibits(
                board, deployment.isExercise(), SchemaTable.shipped(), registry, readiness()));
    escalation.start();
    feed.start();
    sources.start();
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
    sources.close();
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
          AlertsApp app =
              new AlertsApp(
                  deployment, theatre, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
          return AppMain.running(app::hasFailed, app);
        });
  }
}
