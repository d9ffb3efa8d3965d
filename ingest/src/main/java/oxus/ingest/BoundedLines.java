package oxus.ingest;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text line by line, and of a line that is too long only the beginning, so that one line of
 * gigabytes costs no memory.
 */
final class BoundedLines {
  private final Reader reader;
  private final int longest;
  private final char[] buffer = new char[1 << 16];
  private int next;
  private int end;
  private long number;

  /**
   * A line without its end.
   *
   * @param isWhole false: only the beginning of a line that is too long
   */
  record Line(long number, String text, boolean isWhole) {}

  BoundedLines(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** The next line; null at the end. */
  @Nullable Line read() throws IOException {
    StringBuilder text = new StringBuilder();
    long length = 0;
    int letter = letter();
    if (letter < 0) {
      return null;
    }
    while (letter >= 0 && letter != '\n') {
      length++;
      if (length <= longest) {
        text.append((char) letter);
      }
      letter = letter();
    }
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == '\r') {
      text.setLength(last);
    }
    number++;
    boolean isFirst = number == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF';
    return new Line(number, isFirst ? text.substring(1) : text.toString(), length <= longest);
  }

  private int letter() throws IOException {
    if (next == end) {
      next = 0;
      end = reader.read(buffer, 0, buffer.length);
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[next++];
  }
}
