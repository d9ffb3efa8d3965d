package oxus.ingest;

/** Input that cannot be used; the message names the culprit and the cure. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
