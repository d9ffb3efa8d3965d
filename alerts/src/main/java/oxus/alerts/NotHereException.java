package oxus.alerts;

/** A link to a thing that is not there; the message says which and why. */
final class NotHereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotHereException(String message) {
    super(message);
  }
}
