package oxus.standalone;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lines for people: text of others that is quoted in a message must not steer the terminal. */
final class PlainWriter extends PrintWriter {
  PlainWriter(OutputStream out) {
    super(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String message) {
    message.lines().map(ChangeLine::printable).forEach(super::println);
  }
}
