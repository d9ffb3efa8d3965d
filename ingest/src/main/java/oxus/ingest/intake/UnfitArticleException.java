package oxus.ingest.intake;

/** An article that was not taken in; the message names the field and the cure. */
public final class UnfitArticleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  UnfitArticleException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field at fault; {@code -}: the whole of it. */
  public String field() {
    return field;
  }
}
