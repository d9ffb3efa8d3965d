package oxus.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import oxus.schemas.connect.AppMain;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.Meters;
import oxus.schemas.connect.StreamsRun;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** The processor as an app: routes and correlates until it is stopped. */
public final class ProcessorApp implements AutoCloseable {
  private static final String NAME = "processor";

  private final StreamsRun run;

  public ProcessorApp(Deployment deployment, Theatre theatre, MeterRegistry registry) {
    this.run =
        new StreamsRun(
            new CorrelationTopology(theatre, deployment.prefix()).build(),
            KafkaSettings.streams(deployment, NAME),
            registry);
  }

  public void start() {
    run.start();
  }

  public boolean hasFailed() {
    return run.hasFailed();
  }

  public boolean isReady() {
    return run.isReady();
  }

  @Override
  public void close() {
    run.close();
  }

  /** Runs from environment variables; docs/deployment.md lists them. */
  public static void main(String[] arguments) {
    AppMain.run(
        NAME,
        deployment -> {
          Theatre theatre =
              deployment.theatreFolder().map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
          PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
          new TopicAdmin(deployment).createMissing(Duration.ofSeconds(60));
          ProcessorApp app = new ProcessorApp(deployment, theatre, registry);
          app.start();
          Meters meters = Meters.open(deployment, registry, app::isReady);
          return AppMain.running(app.run::hasFailed, app, meters);
        });
  }
}
