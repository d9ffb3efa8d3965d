package oxus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that plays whatever a test says, hostile and flaky ones among it. */
final class ReferenceServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();

  /** Writes an answer; the connection is closed after it. */
  interface Reply {
    void answer(String request, OutputStream out) throws IOException;
  }

  private ReferenceServer(ServerSocket socket) {
    this.socket = socket;
  }

  static ReferenceServer start() throws IOException {
    ReferenceServer server =
        new ReferenceServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    server.threads.execute(server::accept);
    return server;
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  String endpoint() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  void play(String path, Reply reply) {
    replies.put(path, reply);
  }

  /** Answers with these bytes, packed or as they are. */
  void answer(OutputStream out, byte[] body, boolean isPacked) throws IOException {
    if (isPacked) {
      packed(out, "gzip", ZipBombs.gzip(body));
      return;
    }
    write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
    out.write(body);
  }

  /** Answers with this body, and 304 to who knows its tag. */
  void serve(String path, String headers, String body) {
    play(
        path,
        (request, out) -> {
          String tag = headers.replaceFirst("(?s).*ETag: (\\S+).*", "$1");
          if (!tag.equals(headers) && request.contains("If-None-Match: " + tag)) {
            write(out, "HTTP/1.1 304 Not Modified\r\n\r\n");
            return;
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          write(
              out,
              "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n");
          out.write(bytes);
        });
  }

  /** Plays one of the ways in which servers fail or harm. */
  void playFault(String path, String fault) {
    play(path, (request, out) -> fault(fault, out));
  }

  private void fault(String fault, OutputStream out) throws IOException {
    switch (fault) {
      case "killed" -> write(out, "");
      case "cut-off" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<rss><chan");
      case "silent" -> drip(OutputStream.nullOutputStream());
      case "drip" -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n");
        drip(out);
      }
      case "drip-headers" -> {
        write(out, "HTTP/1.1 200 OK\r\nX-Slow:");
        drip(out);
      }
      case "shorter-length" ->
          write(
              out,
              "HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n<rss><channel><title>t</title></channel></rss>");
      case "two-lengths" ->
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 6\r\n\r\n<rss/>");
      case "cut-off-chunk" ->
          write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n<rss>");
      case "header-flood" -> {
        write(out, "HTTP/1.1 200 OK\r\n");
        endless(out, "X-Flood: " + "x".repeat(500) + "\r\n");
      }
      case "endless-body" -> {
        write(out, "HTTP/1.1 200 OK\r\n\r\n");
        endless(out, "<rss>" + "x".repeat(8000));
      }
      case "redirect-loop" ->
          write(out, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n");
      case "redirect-inside" ->
          write(
              out, "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n");
      case "not-http" -> write(out, "220 mail.test ESMTP\r\n\r\n");
      case "zip-bomb" -> packed(out, "gzip", ZipBombs.gzip(100_000_000));
      case "deflate-bomb" -> packed(out, "deflate", ZipBombs.deflate(100_000_000));
      case "nested-bomb" -> packed(out, "gzip, gzip, gzip", ZipBombs.nested());
      case "wrapped-bomb" -> packed(out, "gzip", ZipBombs.nested());
      default -> throw new IllegalArgumentException("no fault '" + fault + "'");
    }
  }

  private static void packed(OutputStream out, String encoding, byte[] packed) throws IOException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Encoding: "
            + encoding
            + "\r\nContent-Length: "
            + packed.length
            + "\r\n\r\n");
    out.write(packed);
  }

  private static void endless(OutputStream out, String text) throws IOException {
    while (true) {
      write(out, text);
    }
  }

  /** Until the other side closes, or this server. */
  private static void drip(OutputStream out) throws IOException {
    Object never = new Object();
    try {
      while (true) {
        write(out, " ");
        out.flush();
        synchronized (never) {
          never.wait(20);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> answer(connection));
      }
    } catch (IOException e) {
      threads.shutdownNow(); // closed
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      String request = request(connection.getInputStream());
      synchronized (this) {
        requests.add(request);
      }
      String path = request.replaceFirst("(?s)^\\w+ (\\S+) .*", "$1");
      replies
          .getOrDefault(path, (ignored, out) -> write(out, "HTTP/1.1 404 Not Found\r\n\r\n"))
          .answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (SocketException e) {
      // the other side has had enough
    } catch (IOException e) {
      throw new IllegalStateException("the reference server cannot answer", e);
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int unit = in.read();
      if (unit < 0) {
        break;
      }
      request.append((char) unit);
    }
    return request.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
