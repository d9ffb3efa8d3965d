package oxus.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import oxus.alerts.AlertsApp;
import oxus.alerts.EscalationApp;
import oxus.alerts.ExtraRoutes;
import oxus.alerts.WebhookConfig;
import oxus.alerts.Webhooks;
import oxus.processor.ProcessorApp;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;

/** Processor and alerts in this JVM, on a broker. */
final class Pipeline implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ProcessorApp processor;
  private final AutoCloseable alerts;
  private final BooleanSupplier alertsFailed;
  private Optional<Webhooks> webhooks = Optional.empty();

  private Pipeline(
      Deployment deployment, Theatre theatre, Function<PrometheusMeterRegistry, Alerts> alerts) {
    new TopicAdmin(deployment).createMissing(PATIENCE);
    Alerts started = alerts.apply(registry);
    this.alerts = started.app();
    this.alertsFailed = started.failed();
    this.processor = new ProcessorApp(deployment, theatre, registry);
    processor.start();
  }

  private record Alerts(AutoCloseable app, BooleanSupplier failed) {}

  /** Decides, and shows nothing. */
  static Pipeline silent(Deployment deployment, Theatre theatre) {
    return new Pipeline(
        deployment,
        theatre,
        registry -> {
          EscalationApp app = new EscalationApp(deployment, registry);
          app.start();
          return new Alerts(app, app::hasFailed);
        });
  }

  /** Decides, and serves the console; {@code served} hears of the app once its port is open. */
  static Pipeline served(Deployment deployment, Theatre theatre, Consumer<AlertsApp> served) {
    return served(deployment, theatre, ExtraRoutes.none(), served);
  }

  /** With routes of other modules on the console's port. */
  static Pipeline served(
      Deployment deployment, Theatre theatre, ExtraRoutes extra, Consumer<AlertsApp> served) {
    return new Pipeline(
        deployment,
        theatre,
        registry -> {
          AlertsApp app = new AlertsApp(deployment, theatre, registry, extra);
          served.accept(app);
          return new Alerts(app, app::hasFailed);
        });
  }

  /** Tells subscribers of changes from now on; returns when it is ready to. */
  void tell(Deployment deployment, WebhookConfig config) throws InterruptedException {
    Webhooks started = AlertsApp.webhooks(deployment, config, registry);
    webhooks = Optional.of(started);
    started.awaitReady(PATIENCE);
  }

  boolean hasFailed() {
    return !stopped().isEmpty();
  }

  /** The parts that stopped on their own. */
  List<String> stopped() {
    List<String> parts = new ArrayList<>();
    if (processor.hasFailed()) {
      parts.add("processor");
    }
    if (alertsFailed.getAsBoolean()) {
      parts.add("alerts");
    }
    if (webhooks.map(Webhooks::hasFailed).orElse(false)) {
      parts.add("webhooks");
    }
    return parts;
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    processor.close();
    webhooks.ifPresent(Webhooks::close);
    try {
      alerts.close();
    } catch (Exception e) { // the interface declares nothing narrower
      throw new IllegalStateException("alerts did not stop: " + e.getMessage(), e);
    }
    registry.close();
  }
}
