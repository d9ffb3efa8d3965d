package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import oxus.alerts.deliver.JsonText;

/** Whether the app lives, whether it is ready, and its figures for Prometheus. */
final class HealthRoutes {
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final Exhibits exhibits;

  HealthRoutes(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  void mount(Router router) {
    router.get("/health/live").handler(context -> status(context, 200, "live", Optional.empty()));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext context) {
    Optional<String> missing = exhibits.readiness().missing();
    if (missing.isEmpty()) {
      status(context, 200, "ready", missing);
      return;
    }
    status(context, 503, "not ready", missing);
  }

  private static void status(
      RoutingContext context, int code, String status, Optional<String> missing) {
    context.response().setStatusCode(code);
    Reply.json(
        context,
        JsonText.object(
            json -> {
              json.writeStringField("status", status);
              if (missing.isPresent()) {
                json.writeStringField("missing", missing.get());
              }
            }));
  }

  private void metrics(RoutingContext context) {
    Reply.send(context, EXPOSITION, exhibits.meters().scrape(EXPOSITION));
  }
}
