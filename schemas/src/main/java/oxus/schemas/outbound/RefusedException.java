package oxus.schemas.outbound;

/** Ends a request inside this package; outside, it is an {@link Outcome.Refused}. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Refusal refusal;

  RefusedException(Refusal refusal, String what) {
    super(what + ": " + refusal.meaning());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
