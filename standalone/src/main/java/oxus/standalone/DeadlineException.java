package oxus.standalone;

/** Something was waited for, and nothing has moved for too long; exit code 5. */
final class DeadlineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message where it stood, and what to do
   */
  DeadlineException(String message) {
    super(message);
  }
}
