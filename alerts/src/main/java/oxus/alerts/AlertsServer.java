package oxus.alerts;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import oxus.alerts.access.Identity;
import oxus.alerts.console.WorkPages;

/** The one HTTP port: console, feeds, stream of changes, schema registry, health and metrics. */
public final class AlertsServer implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MOST_SUBSCRIBERS = 20_000;

  private final Vertx vertx;
  private final HttpServer server;
  private final HttpConfig config;

  private AlertsServer(Vertx vertx, HttpServer server, HttpConfig config) {
    this.vertx = vertx;
    this.server = server;
    this.config = config;
  }

  /**
   * Starts and returns once the port answers.
   *
   * @throws CannotListenException when the port cannot be had
   */
  public static AlertsServer start(HttpConfig config, Exhibits exhibits) {
    return start(config, exhibits, HEARTBEAT);
  }

  static AlertsServer start(HttpConfig config, Exhibits exhibits, Desk desk) {
    return start(config, exhibits, desk, ExtraRoutes.none());
  }

  static AlertsServer start(HttpConfig config, Exhibits exhibits, Desk desk, ExtraRoutes extra) {
    return start(config, exhibits, desk, HEARTBEAT, MOST_SUBSCRIBERS, extra);
  }

  static AlertsServer start(HttpConfig config, Exhibits exhibits, Duration heartbeat) {
    return start(config, exhibits, Desk.readOnly(), heartbeat);
  }

  static AlertsServer start(HttpConfig config, Exhibits exhibits, Desk desk, Duration heartbeat) {
    return start(config, exhibits, desk, heartbeat, MOST_SUBSCRIBERS, ExtraRoutes.none());
  }

  static AlertsServer start(
      HttpConfig config, Exhibits exhibits, Duration heartbeat, int subscribers) {
    return start(config, exhibits, Desk.readOnly(), heartbeat, subscribers, ExtraRoutes.none());
  }

  private static AlertsServer start(
      HttpConfig config,
      Exhibits exhibits,
      Desk desk,
      Duration heartbeat,
      int subscribers,
      ExtraRoutes extra) {
    Vertx vertx = Vertx.vertx(options());
    // one event loop for all: what subscribers read lives there and needs no locks
    Context loop = vertx.getOrCreateContext();
    EventStream stream = new EventStream(loop, exhibits, desk.work(), heartbeat, subscribers);
    Router router = routes(vertx, config, exhibits, desk, stream);
    extra.mount(
        router, context -> Door.who(context).map(Identity::name).orElse(Identity.ANONYMOUS));
    Reply.allowHead(router);
    CompletableFuture<HttpServer> listening = new CompletableFuture<>();
    loop.runOnContext(
        ready ->
            vertx
                .createHttpServer()
                .requestHandler(router)
                .listen(config.port(), config.host())
                .onSuccess(listening::complete)
                .onFailure(listening::completeExceptionally));
    try {
      return new AlertsServer(vertx, listening.join(), config);
    } catch (CompletionException e) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      throw CannotListenException.at(config, e.getCause() == null ? e : e.getCause());
    }
  }

  /** No cache folder on disk: everything served comes from the class path or from memory. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  static Router routes(
      Vertx vertx, HttpConfig config, Exhibits exhibits, Desk desk, EventStream stream) {
    Router router = Router.router(vertx);
    Assets assets = Assets.load();
    WorkPages pages =
        new WorkPages(
            exhibits.board(),
            exhibits.exercise(),
            desk.work(),
            ConsoleRoutes.pages(exhibits, assets, desk.work()));
    Door door = new Door(desk, !config.isLoopback());
    DeskRoutes deskRoutes = new DeskRoutes(exhibits, desk, pages);
    new Guard(config).mount(router);
    door.mount(router);
    new SignInRoutes(door, desk, pages).mount(router);
    deskRoutes.mount(router);
    new WorkRoutes(exhibits, desk).mount(router);
    new ConsoleRoutes(exhibits, assets, deskRoutes).mount(router);
    new FeedRoutes(exhibits).mount(router);
    new SyndicationRoutes(exhibits).mount(router);
    new ContractRoutes().mount(router);
    stream.mount(router);
    new RegistryRoutes(exhibits.schemas()).mount(router);
    new HealthRoutes(exhibits).mount(router);
    assets.mount(router);
    new Problems(exhibits, assets).mount(router);
    return router;
  }

  public int port() {
    return server.actualPort();
  }

  /** Where a browser finds the console. */
  public String address() {
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    return "http://" + host + ":" + port() + "/";
  }

  /** Ends all streams and frees the port. */
  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
