package oxus.schemas.connect;

/** Another process has the port; the message names it and the cure. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the culprit and the cure.
   *
   * @param setting the option or variable that chooses the port
   */
  public PortTakenException(int port, String setting, Throwable cause) {
    super(
        "port "
            + port
            + " is taken by another process; stop it or choose another port with "
            + setting,
        cause);
  }
}
