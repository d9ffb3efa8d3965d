package oxus.ingest.evaluate;

/** Something in a line of gold that cannot be used; becomes a problem with the line's number. */
final class BadGoldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cure;

  BadGoldException(String culprit, String cure) {
    super(culprit);
    this.cure = cure;
  }

  BadGoldException(String culprit, String cure, Exception cause) {
    super(culprit, cause);
    this.cure = cure;
  }

  String culprit() {
    return String.valueOf(getMessage());
  }

  String cure() {
    return cure;
  }
}
