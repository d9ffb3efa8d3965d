package oxus.alerts;

import java.util.Locale;

/**
 * Where the console and the feeds are served.
 *
 * @param host address or name to bind; loopback unless someone decides otherwise
 * @param port 0 takes any free port
 */
public record HttpConfig(String host, int port) {

  public HttpConfig {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the HTTP host is empty; write 127.0.0.1 or a name");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "HTTP port " + port + " is out of range; choose one from 0 to 65535");
    }
  }

  /** Whether only programs on this machine can connect. */
  boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whether a name, as it stands in a configuration or a Host header, means this machine. */
  static boolean isLoopback(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return plain.equals("localhost")
        || plain.equals("::1")
        || plain.equals("[::1]")
        || plain.matches("127(\\.\\d{1,3}){3}");
  }
}
