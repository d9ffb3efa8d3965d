package oxus.schemas.connect;

/** Another process has the port; the message names it and the cure. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PortTakenException(int port, Throwable cause) {
    super("port " + port + " is taken by another process; stop it or choose another port", cause);
  }
}
