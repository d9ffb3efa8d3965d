package oxus.ingest.collect;

/** The bytes are no feed that can be used. */
public final class UnreadableFeedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final FeedFault fault;

  UnreadableFeedException(FeedFault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public FeedFault fault() {
    return fault;
  }
}
