package oxus.standalone.explain;

/** Somebody asks about a sector or change that is not in the history, or not yet. */
public final class UnknownSubjectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownSubjectException(String message) {
    super(message);
  }
}
