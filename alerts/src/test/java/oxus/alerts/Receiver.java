package oxus.alerts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import oxus.alerts.notify.Verifier;

/** A receiver of webhooks that does what it is told with the first requests, and then accepts. */
final class Receiver implements AutoCloseable {
  /** A request as it came. */
  record Request(Map<String, String> headers, String body) {
    /** Whether a careful receiver believes it. */
    boolean verifies(String secret, Instant now) {
      return Verifier.accepts(secret, headers, body.getBytes(StandardCharsets.UTF_8), now);
    }
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<String> faults;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger connections = new AtomicInteger();

  private Receiver(ServerSocket socket, List<String> faults) {
    this.socket = socket;
    this.faults = new ArrayDeque<>(faults);
  }

  /**
   * Starts.
   *
   * @param faults a status, {@code redirect URL}, {@code hang}, {@code drip} or {@code cut}, one a
   *     request
   */
  static Receiver start(String... faults) throws IOException {
    Receiver receiver =
        new Receiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(faults));
    receiver.threads.execute(receiver::accept);
    return receiver;
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  int connections() {
    return connections.get();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<String> ids() {
    return requests().stream().map(request -> request.headers().get("webhook-id")).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      threads.shutdownNow(); // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(new BufferedInputStream(connection.getInputStream()));
      String fault = next(request);
      answer(fault, connection.getInputStream(), connection.getOutputStream());
    } catch (IOException e) {
      // the other side has had enough
    }
  }

  private synchronized String next(Request request) {
    requests.add(request);
    return faults.isEmpty() ? "204" : faults.removeFirst();
  }

  private static Request read(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    line(in);
    String line = line(in);
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      line = line(in);
    }
    return new Request(
        headers,
        new String(
            in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
            StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int unit = in.read();
    while (unit >= 0 && unit != '\n') {
      line.append((char) unit);
      unit = in.read();
    }
    return line.toString().strip();
  }

  private static void answer(String fault, InputStream in, OutputStream out) throws IOException {
    switch (fault) {
      case "cut" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
      case "hang" -> in.read(); // until the other side goes away
      case "drip" -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
        in.read();
      }
      default -> write(out, head(fault) + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    }
  }

  private static String head(String fault) {
    if (fault.startsWith("redirect ")) {
      return "HTTP/1.1 307 Elsewhere\r\nLocation: " + fault.substring(9) + "\r\n";
    }
    return "HTTP/1.1 " + fault + " As told\r\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
