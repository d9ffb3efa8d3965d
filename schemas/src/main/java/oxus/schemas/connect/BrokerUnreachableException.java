package oxus.schemas.connect;

/** No broker answered; the message names the address and the cure. */
public final class BrokerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(String bootstrapServers, Throwable cause) {
    super(
        "no Kafka broker answers at "
            + bootstrapServers
            + "; start one there or name another with --bootstrap-servers or OXUS_BOOTSTRAP_SERVERS",
        cause);
  }
}
