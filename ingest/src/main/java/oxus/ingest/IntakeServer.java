package oxus.ingest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.Meters;
import oxus.schemas.connect.PortTakenException;

/**
 * The HTTP port of an ingest app on its own: articles and feeds for those with a key, and health
 * and metrics as every app has them.
 */
final class IntakeServer implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Vertx vertx;
  private final HttpServer server;

  private IntakeServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Routes behind the door. */
  interface Mount {
    /**
     * Adds them.
     *
     * @param caller name of whoever asks
     */
    void mount(Router router, Function<RoutingContext, String> caller);
  }

  /**
   * Starts and returns once the port answers.
   *
   * @throws PortTakenException when another process has it
   */
  static IntakeServer start(
      Deployment deployment, PrometheusMeterRegistry registry, BooleanSupplier ready, Mount mount) {
    Vertx vertx = Vertx.vertx(options());
    Router router = Router.router(vertx);
    Meters.observe(registry);
    router.get("/metrics").handler(context -> answer(context, 200, registry.scrape()));
    router.get("/health/live").handler(context -> answer(context, 200, "live\n"));
    router
        .get("/health/ready")
        .handler(
            context -> {
              boolean isReady = ready.getAsBoolean();
              answer(context, isReady ? 200 : 503, isReady ? "ready\n" : "starting\n");
            });
    mount.mount(router, IntakeDoor::who);
    try {
      return new IntakeServer(
          vertx,
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(deployment.port(), deployment.host())
              .toCompletionStage()
              .toCompletableFuture()
              .join());
    } catch (CompletionException e) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      throw new PortTakenException(
          deployment.port(), "OXUS_PORT", e.getCause() == null ? e : e.getCause());
    }
  }

  /** No cache folder on disk: everything served comes from memory. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static void answer(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", TEXT)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(text);
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
