package oxus.benchmarks;

import java.nio.charset.StandardCharsets;

/** Finds the events in what one reader of the stream receives, and when each was there whole. */
final class StreamScanner {
  private static final byte[] START = "event: change\nid: ".getBytes(StandardCharsets.US_ASCII);

  private int matched;
  private boolean inId;
  private boolean inData;
  private boolean open;
  private boolean lost;
  private byte before;
  private long id;
  private long newest = -1;
  private long received = -1;
  private int events;

  void scan(byte[] bytes, int length) {
    open = true;
    for (int i = 0; i < length; i++) {
      next(bytes[i]);
    }
  }

  private void next(byte letter) {
    if (inId) {
      inId = letter != '\n';
      inData = !inId;
      id = inId ? id * 10 + letter - '0' : id;
    } else if (inData) {
      if (letter == '\n' && before == '\n') {
        inData = false;
        newest = id;
        events++;
        received = System.nanoTime();
      }
    } else {
      matched = letter == START[matched] ? matched + 1 : letter == START[0] ? 1 : 0;
      if (matched == START.length) {
        matched = 0;
        inId = true;
        id = 0;
      }
    }
    before = letter;
  }

  boolean isOpen() {
    return open;
  }

  void lose() {
    lost = true;
    open = true;
  }

  boolean isLost() {
    return lost;
  }

  /** The newest change received whole, by its offset; -1 before the first. */
  long newest() {
    return newest;
  }

  /** When that was. */
  long received() {
    return received;
  }

  int events() {
    return events;
  }
}
