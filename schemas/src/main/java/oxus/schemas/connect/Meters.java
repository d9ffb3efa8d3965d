package oxus.schemas.connect;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * The HTTP port of an app that has no other: {@code /metrics}, {@code /health/live}, {@code
 * /health/ready}.
 */
public final class Meters implements AutoCloseable {
  private static final int IDLE_SECONDS = 60;

  private final Vertx vertx;
  private final HttpServer server;

  private Meters(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Opens the port.
   *
   * @throws PortTakenException when another process has it
   */
  public static Meters open(
      Deployment deployment, PrometheusMeterRegistry registry, BooleanSupplier ready)
      throws IOException {
    observe(registry);
    try {
      // asynchronous: whoever connects and falls silent blocks nobody else
      Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
      HttpServer server =
          vertx
              .createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
              .requestHandler(request -> answer(request, registry, ready));
      Meters meters = new Meters(vertx, server);
      meters.listen(deployment);
      return meters;
    } catch (BindException e) {
      throw new PortTakenException(deployment.port(), "OXUS_PORT", e);
    }
  }

  private void listen(Deployment deployment) throws IOException {
    try {
      server
          .listen(deployment.port(), deployment.host())
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (ExecutionException e) {
      close();
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IOException("cannot listen: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted while opening the port", e);
    }
  }

  /** Counts what every app tells of its process. */
  public static void observe(PrometheusMeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void answer(
      HttpServerRequest request, PrometheusMeterRegistry registry, BooleanSupplier ready) {
    switch (request.path()) {
      case "/metrics" -> answer(request, 200, registry.scrape());
      case "/health/live" -> answer(request, 200, "live\n");
      case "/health/ready" -> {
        boolean isReady = ready.getAsBoolean();
        answer(request, isReady ? 200 : 503, isReady ? "ready\n" : "starting\n");
      }
      default -> answer(request, 404, "no such page; /metrics, /health/live, /health/ready\n");
    }
  }

  private static void answer(HttpServerRequest request, int status, String text) {
    Future<Void> unused =
        request
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", "text/plain; charset=utf-8")
            .putHeader("X-Content-Type-Options", "nosniff")
            .end(text);
  }
}
