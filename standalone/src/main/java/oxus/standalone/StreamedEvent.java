package oxus.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * One event of a server's stream (server-sent events), or a heartbeat, which has no data.
 *
 * @param name what kind of event it is; docs/feeds.md lists them
 */
record StreamedEvent(String name, String data) {
  private static final String HEARTBEAT = ": heartbeat";

  boolean isHeartbeat() {
    return name.isEmpty();
  }

  /** The next one; empty at the end of the stream. */
  static Optional<StreamedEvent> next(BufferedReader lines) throws IOException {
    String name = "message";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(HEARTBEAT)) {
        return Optional.of(new StreamedEvent("", ""));
      }
      if (line.startsWith("event:")) {
        name = line.substring("event:".length()).strip();
      }
      if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).strip());
      }
      if (line.isEmpty() && data.length() > 0) {
        return Optional.of(new StreamedEvent(name, data.toString()));
      }
    }
    return Optional.empty();
  }
}
