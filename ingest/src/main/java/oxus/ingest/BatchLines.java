package oxus.ingest;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cuts a batch into its lines. */
final class BatchLines {
  private BatchLines() {}

  /** The lines that hold something, by their number from 1. */
  static Map<Integer, byte[]> of(Buffer body) {
    Map<Integer, byte[]> lines = new LinkedHashMap<>();
    int start = 0;
    int number = 0;
    for (int at = 0; at <= body.length(); at++) {
      if (at == body.length() || body.getByte(at) == '\n') {
        number++;
        byte[] line = body.getBytes(start, at);
        if (!isBlank(line)) {
          lines.put(number, line);
        }
        start = at + 1;
      }
    }
    return lines;
  }

  private static boolean isBlank(byte[] line) {
    for (byte character : line) {
      if (character != ' ' && character != '\r' && character != '\t') {
        return false;
      }
    }
    return true;
  }
}
