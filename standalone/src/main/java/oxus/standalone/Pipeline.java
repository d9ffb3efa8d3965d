package oxus.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import oxus.alerts.EscalationApp;
import oxus.processor.ProcessorApp;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;

/** Processor and alerts in this JVM, on a broker. */
final class Pipeline implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ProcessorApp processor;
  private final EscalationApp alerts;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Pipeline(Deployment deployment, Theatre theatre) {
    new TopicAdmin(deployment).createMissing(PATIENCE);
    this.processor = new ProcessorApp(deployment, theatre, registry);
    this.alerts = new EscalationApp(deployment, registry);
    processor.start();
    alerts.start();
  }

  boolean hasFailed() {
    return processor.hasFailed() || alerts.hasFailed();
  }

  boolean isReady() {
    return processor.isReady() && alerts.isReady();
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    processor.close();
    alerts.close();
    registry.close();
  }
}
