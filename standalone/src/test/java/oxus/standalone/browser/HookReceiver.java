package oxus.standalone.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver of webhooks that asks to be left alone for an hour, until it has recovered. */
final class HookReceiver implements AutoCloseable {
  static final String NAME = "ops-room";
  static final String SECTOR = "TM-AF/IMAMNAZAR";

  private final HttpServer server;
  private final AtomicBoolean hasRecovered = new AtomicBoolean();
  private final BlockingQueue<String> ids = new LinkedBlockingQueue<>();

  private HookReceiver(HttpServer server) {
    this.server = server;
  }

  static HookReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HookReceiver receiver = new HookReceiver(server);
    server.createContext("/hook", receiver::answer);
    server.start();
    return receiver;
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    ids.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
    exchange.getResponseHeaders().set("Retry-After", "3600");
    exchange.sendResponseHeaders(hasRecovered.get() ? 204 : 503, -1);
    exchange.close();
  }

  /** As the list of allowed addresses has it. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Writes the file that subscribes it to one sector. */
  Path subscription(Path folder) throws IOException {
    Files.writeString(folder.resolve("ops.secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    return Files.writeString(
        folder.resolve("hooks.yaml"),
        """
        webhooks:
          - name: NAME
            url: http://AUTHORITY/hook
            secrets: [{file: ops.secret}]
            sectors: [SECTOR]
        """
            .replace("NAME", NAME)
            .replace("AUTHORITY", authority())
            .replace("SECTOR", SECTOR));
  }

  void recover() {
    hasRecovered.set(true);
  }

  /** The id of the next message that came; an empty text after a minute without one. */
  String next() throws InterruptedException {
    String id = ids.poll(60, TimeUnit.SECONDS);
    return id == null ? "" : id;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
