package oxus.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import oxus.ingest.intake.PushedArticle;
import oxus.ingest.intake.Receipt;

/** Pushes articles that stand one a line, without ever holding more than some hundred of them. */
final class ArticleStream {
  private static final int UNDER_WAY = 200;

  private final ArticlePush push;
  private final Refused refused;
  private final Deque<Sent> sent = new ArrayDeque<>();
  private int accepted;
  private boolean stuck;

  private static final class Sent {
    final byte[] line;
    final CompletableFuture<Receipt> receipt;

    Sent(byte[] line, CompletableFuture<Receipt> receipt) {
      this.line = line;
      this.receipt = receipt;
    }
  }

  /** Hears of each line that was not taken, in order. */
  interface Refused {
    void line(byte[] line, Receipt receipt) throws IOException;
  }

  ArticleStream(ArticlePush push, Refused refused) {
    this.push = push;
    this.refused = refused;
  }

  /**
   * Reads to the end, or until the broker takes no more.
   *
   * @return how many were accepted
   * @throws BehindException when it took no more; pushing all of it again doubles nothing
   */
  int read(InputStream stream) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(stream);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    int next = bytes.read();
    while (next >= 0 && !stuck) {
      if (next == '\n') {
        send(number, line);
        number++;
      }
      if (next != '\n' && line.size() <= PushedArticle.MOST_BYTES) {
        line.write(next);
      }
      next = bytes.read();
    }
    send(number, line);
    while (!sent.isEmpty()) {
      settle();
    }
    if (stuck) {
      throw new BehindException();
    }
    return accepted;
  }

  private void send(int number, ByteArrayOutputStream line) throws IOException {
    byte[] json = line.toByteArray();
    line.reset();
    if (new String(json, StandardCharsets.ISO_8859_1).isBlank()) {
      return;
    }
    sent.add(new Sent(json, push.push(number, json)));
    if (sent.size() >= UNDER_WAY) {
      settle();
    }
  }

  private void settle() throws IOException {
    Sent oldest = sent.remove();
    Receipt receipt = oldest.receipt.join();
    if (receipt.isAccepted()) {
      accepted++;
      return;
    }
    if (receipt.status() == Receipt.UNWRITTEN) {
      stuck = true;
      return;
    }
    refused.line(oldest.line, receipt);
  }

  /** The broker takes no more for now. */
  static final class BehindException extends IOException {
    private static final long serialVersionUID = 1L;

    BehindException() {
      super("the broker does not take articles for now; they are pushed again later");
    }
  }
}
