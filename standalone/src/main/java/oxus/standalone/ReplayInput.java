package oxus.standalone;

import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Withdrawal;
import oxus.theatre.Problem;

/**
 * History to replay, read whole.
 *
 * @param name as the user named it
 * @param hash SHA-256 of the input's bytes
 * @param events in the order in which a replay publishes them
 * @param withdrawals of article revisions that a later one replaced
 * @param dispositions what became of each article; empty for hand-coded reports
 * @param rejects rows and files that could not be read
 */
record ReplayInput(
    String name,
    String hash,
    List<BorderEvent> events,
    List<Withdrawal> withdrawals,
    List<Disposition> dispositions,
    List<Problem> rejects) {

  ReplayInput {
    events = List.copyOf(events);
    withdrawals = List.copyOf(withdrawals);
    dispositions = List.copyOf(dispositions);
    rejects = List.copyOf(rejects);
  }
}
