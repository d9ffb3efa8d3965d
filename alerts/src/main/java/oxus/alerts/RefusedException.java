package oxus.alerts;

/** A request that is understood and not done; the message says why and what to do instead. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  RefusedException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  /** For services: one word for each reason. */
  String code() {
    return code;
  }
}
