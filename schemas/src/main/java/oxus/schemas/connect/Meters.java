package oxus.schemas.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * The HTTP port of an app that has no other: {@code /metrics}, {@code /health/live}, {@code
 * /health/ready}.
 */
public final class Meters implements AutoCloseable {
  private final HttpServer server;

  private Meters(HttpServer server) {
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
      HttpServer server =
          HttpServer.create(new InetSocketAddress(deployment.host(), deployment.port()), 0);
      server.createContext("/metrics", exchange -> answer(exchange, 200, registry.scrape()));
      server.createContext("/health/live", exchange -> answer(exchange, 200, "live\n"));
      server.createContext(
          "/health/ready",
          exchange ->
              answer(
                  exchange,
                  ready.getAsBoolean() ? 200 : 503,
                  ready.getAsBoolean() ? "ready\n" : "starting\n"));
      server.start();
      return new Meters(server);
    } catch (BindException e) {
      throw new PortTakenException(deployment.port(), e);
    }
  }

  /** Counts what every app tells of its process. */
  public static void observe(PrometheusMeterRegistry registry) {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
