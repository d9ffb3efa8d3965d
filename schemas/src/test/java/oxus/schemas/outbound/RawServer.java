package oxus.schemas.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers each connection with whatever bytes a test says, HTTP or not. */
final class RawServer implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final Reply reply;

  /** Writes an answer; the connection is closed after it. */
  interface Reply {
    void answer(String request, OutputStream out) throws IOException;
  }

  private RawServer(ServerSocket socket, Reply reply) {
    this.socket = socket;
    this.reply = reply;
  }

  static RawServer on(String address, int port, Reply reply) throws IOException {
    RawServer server =
        new RawServer(new ServerSocket(port, 200, InetAddress.getByName(address)), reply);
    server.threads.execute(server::accept);
    return server;
  }

  static RawServer answering(Reply reply) throws IOException {
    return on("127.0.0.1", 0, reply);
  }

  static RawServer saying(String answer) throws IOException {
    return answering((request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        threads.execute(() -> answer(connection));
      }
    } catch (IOException e) {
      threads.shutdownNow(); // closed
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      String request = request(new BufferedInputStream(connection.getInputStream()));
      reply.answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (SocketException e) {
      // the other side has had enough
    } catch (IOException e) {
      throw new IllegalStateException("the test server cannot answer", e);
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
      if (request.charAt(0) == TLS_HANDSHAKE) {
        break; // a hello in TLS has no blank line to wait for
      }
    }
    return request.toString();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
