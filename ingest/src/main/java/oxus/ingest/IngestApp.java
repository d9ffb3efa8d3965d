package oxus.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.connect.AppMain;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.Meters;
import oxus.schemas.connect.StreamsRun;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The ingest app: extracts events from articles as they come, and keeps the clock of the sequencer.
 */
public final class IngestApp implements AutoCloseable {
  private static final String NAME = "ingest";

  private final Deployment deployment;
  private final StreamsRun run;
  private final TickClock clock;

  /** An app that is not started yet; topics must be there. */
  public IngestApp(Deployment deployment, Theatre theatre, MeterRegistry registry) {
    this.deployment = deployment;
    this.run =
        new StreamsRun(
            new ExtractionTopology(theatre, deployment.prefix()).build(),
            KafkaSettings.streams(deployment, NAME),
            registry);
    this.clock = new TickClock(deployment);
  }

  /** Starts extraction and the clock. */
  public void live() {
    run.start();
    clock.start();
  }

  public boolean isReady() {
    return run.isReady();
  }

  public boolean hasFailed() {
    return run.hasFailed();
  }

  @Override
  public void close() {
    clock.close();
    run.close();
  }

  /** Runs from environment variables; docs/deployment.md lists them. */
  public static void main(String[] arguments) {
    AppMain.run(NAME, deployment -> start(deployment, System.getenv()));
  }

  private static AppMain.Running start(Deployment deployment, Map<String, String> environment)
      throws Exception {
    Theatre theatre =
        deployment.theatreFolder().map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new TopicAdmin(deployment).createMissing(Duration.ofSeconds(60));
    IngestApp app = new IngestApp(deployment, theatre, registry);
    Optional<String> scenario =
        Optional.ofNullable(environment.get("OXUS_SCENARIO")).filter(name -> !name.isBlank());
    if (scenario.isPresent()) {
      // Time comes from the scenario: a live clock beside it would age everything at once.
      app.replay(theatre, scenario.get());
      Meters meters = Meters.open(deployment, registry, () -> true);
      return AppMain.running(() -> false, meters);
    }
    app.live();
    Meters meters = Meters.open(deployment, registry, app::isReady);
    Optional.ofNullable(environment.get("OXUS_ARTICLES"))
        .ifPresent(path -> new ArticlePublisher(deployment, theatre).publish(Path.of(path)));
    return AppMain.running(app::hasFailed, app, meters);
  }

  private void replay(Theatre theatre, String name) {
    Scenarios.Scenario scenario = new Scenarios(theatre).read(name);
    new SequencePublisher(deployment)
        .publish(
            new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
                .of(scenario.events(), List.of()),
            scenario.hash() + " " + theatre.version(),
            done -> {});
  }
}
