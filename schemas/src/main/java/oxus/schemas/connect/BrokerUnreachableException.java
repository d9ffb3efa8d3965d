package oxus.schemas.connect;

/** No broker answered, or none to us; the message names the address and the cure. */
public final class BrokerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(String bootstrapServers, Throwable cause) {
    super(
        "no Kafka broker answers at "
            + bootstrapServers
            + "; start one there or name another with --bootstrap-servers or"
            + " OXUS_BOOTSTRAP_SERVERS",
        cause);
  }

  private BrokerUnreachableException(Throwable cause, String message) {
    super(message, cause);
  }

  /** A broker that answers, but not to us. */
  static BrokerUnreachableException refused(String bootstrapServers, Throwable cause) {
    Throwable reason = cause.getCause() == null ? cause : cause.getCause();
    return new BrokerUnreachableException(
        cause,
        "the Kafka broker at "
            + bootstrapServers
            + " refuses: "
            + reason.getMessage()
            + "; OXUS_KAFKA_CONFIG says how Oxus signs in, and the broker's rules what it may");
  }
}
