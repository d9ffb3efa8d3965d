package oxus.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many readers of the stream of changes on one thread, and some that read nothing. */
final class StreamClients implements AutoCloseable {
  /** A source address has some 28,000 ports; each address of this machine has its own. */
  private static final int CLIENTS_AN_ADDRESS = 4_000;

  /** The server's queue of connections that wait to be accepted is short. */
  private static final int CONNECTING_AT_ONCE = 200;

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private final byte[] bytes = new byte[1 << 18];
  private final int port;

  StreamClients(int port) throws IOException {
    this.port = port;
  }

  /** Readers that follow from the newest change on; returns once all are connected. */
  List<StreamScanner> follow(int count) throws IOException {
    List<StreamScanner> scanners = new ArrayList<>();
    while (scanners.size() < count) {
      int batch = Math.min(CONNECTING_AT_ONCE, count - scanners.size());
      List<StreamScanner> connecting = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        StreamScanner scanner = new StreamScanner();
        SocketChannel channel = connect(scanners.size() + i, "/api/events");
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, scanner);
        connecting.add(scanner);
      }
      while (!connecting.stream().allMatch(StreamScanner::isOpen)) {
        read();
      }
      scanners.addAll(connecting);
    }
    return scanners;
  }

  /** Readers that ask for all there is and take none of it. */
  void stall(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      connect(i, "/api/events?after=-1");
    }
  }

  private SocketChannel connect(int number, String path) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channels.add(channel);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 16);
    channel.bind(local(2 + number / CLIENTS_AN_ADDRESS, 0));
    channel.connect(local(1, port));
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  /** One of the many addresses that mean this machine. */
  private static InetSocketAddress local(int number, int port) throws IOException {
    byte[] address = {127, 0, 0, (byte) number};
    return new InetSocketAddress(InetAddress.getByAddress(address), port);
  }

  /** Takes what has come, waiting a moment for it. */
  void read() throws IOException {
    selector.select(this::take, 50);
  }

  private void take(SelectionKey key) {
    StreamScanner scanner = (StreamScanner) key.attachment();
    try {
      int length = ((SocketChannel) key.channel()).read(buffer.clear());
      if (length < 0) {
        throw new IOException("the server has closed the stream");
      }
      buffer.flip().get(bytes, 0, length);
      scanner.scan(bytes, length);
    } catch (IOException e) {
      key.cancel();
      scanner.lose();
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
