package oxus.alerts;

import oxus.schemas.DeliveryAttempt;

/** Where every step of a delivery is written before anything hangs on it. */
interface Ledger {
  /** Writes an entry; it may be lost until {@link #flush()} returns. */
  void append(DeliveryAttempt entry);

  /** Returns once all entries are safe. */
  void flush();
}
