package oxus.alerts;

import io.micrometer.core.instrument.MeterRegistry;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.StreamsRun;

/** The part of alerts that decides: assessments in, changes out, until it is stopped. */
public final class EscalationApp implements AutoCloseable {
  private static final String NAME = "alerts";

  private final StreamsRun run;

  public EscalationApp(Deployment deployment, MeterRegistry registry) {
    this.run =
        new StreamsRun(
            new EscalationTopology(deployment.prefix()).build(),
            KafkaSettings.streams(deployment, NAME),
            registry);
  }

  public void start() {
    run.start();
  }

  public boolean isReady() {
    return run.isReady();
  }

  public boolean hasFailed() {
    return run.hasFailed();
  }

  @Override
  public void close() {
    run.close();
  }
}
