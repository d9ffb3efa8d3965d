package oxus.ingest.imports;

/** A cell of a row cannot be used; the message names it. */
final class UnreadableRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRowException(String message) {
    super(message);
  }
}
