package oxus.alerts;

/** The server cannot take its port; the message names the port and the cure. */
public final class CannotListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotListenException(String message, Throwable cause) {
    super(message, cause);
  }

  static CannotListenException at(HttpConfig config, Throwable cause) {
    String address = "port " + config.port() + " of " + config.host();
    String why = String.valueOf(cause.getMessage());
    if (why.contains("in use")) {
      return new CannotListenException(
          address + " is in use; stop what listens there, or choose another port with --port",
          cause);
    }
    if (why.contains("ermission")) {
      return new CannotListenException(
          address + " needs more rights; choose a port from 1024 upwards with --port", cause);
    }
    return new CannotListenException(
        address + " cannot be bound (" + why + "); check that the host is one of this machine's",
        cause);
  }
}
