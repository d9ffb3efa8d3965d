package oxus.alerts;

/** A link with a parameter that cannot be understood; the message names it and the cure. */
final class BadLinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLinkException(String message) {
    super(message);
  }
}
