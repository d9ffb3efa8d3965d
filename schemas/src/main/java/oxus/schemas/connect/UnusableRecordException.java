package oxus.schemas.connect;

import org.jspecify.annotations.Nullable;

/**
 * A record cannot be used, and that was found before anything changed over it: it is put aside, and
 * the work goes on. Whatever else a step throws is a fault of ours, and stops the app.
 */
public final class UnusableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the culprit and the cure
   */
  public UnusableRecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message the culprit and the cure
   */
  public UnusableRecordException(String message) {
    super(message);
  }

  /** The value as the type that a step takes. */
  public static <T> T require(Class<T> type, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new UnusableRecordException(
          "this step takes records of type "
              + type.getSimpleName()
              + ", and this is "
              + (value == null ? "nothing" : value.getClass().getSimpleName())
              + "; let only Oxus write this topic");
    }
    return type.cast(value);
  }
}
