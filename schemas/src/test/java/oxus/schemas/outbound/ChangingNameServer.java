package oxus.schemas.outbound;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that gives each query the next of its addresses, with no time to live. */
final class ChangingNameServer implements AutoCloseable {
  private static final int HEADER = 12;

  private final DatagramSocket socket;
  private final List<InetAddress> answers;
  private final AtomicInteger queries = new AtomicInteger();

  private ChangingNameServer(DatagramSocket socket, List<InetAddress> answers) {
    this.socket = socket;
    this.answers = answers;
  }

  static ChangingNameServer with(InetAddress... answers) throws IOException {
    ChangingNameServer server =
        new ChangingNameServer(
            new DatagramSocket(0, InetAddress.getLoopbackAddress()), List.of(answers));
    Thread thread = new Thread(server::serve, "changing-name-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void serve() {
    byte[] query = new byte[512];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(query, query.length);
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(query, packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      socket.close(); // closed
    }
  }

  /** The question again, and one A record of four bytes (RFC 1035, 4.1). */
  private byte[] answer(byte[] query) {
    int end = HEADER;
    while (query[end] != 0) {
      end += query[end] + 1;
    }
    end += 5;
    byte[] address = answers.get(queries.getAndIncrement() % answers.size()).getAddress();
    byte[] record = {(byte) 0xc0, HEADER, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4};
    byte[] answer = Arrays.copyOf(query, end + record.length + address.length);
    System.arraycopy(record, 0, answer, end, record.length);
    System.arraycopy(address, 0, answer, end + record.length, address.length);
    answer[2] = (byte) 0x81;
    answer[3] = (byte) 0x80;
    answer[7] = 1;
    Arrays.fill(answer, 8, HEADER, (byte) 0);
    return answer;
  }

  int port() {
    return socket.getLocalPort();
  }

  int queries() {
    return queries.get();
  }

  @Override
  public void close() {
    socket.close();
  }
}
