package oxus.standalone;

import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.theatre.Problem;

/**
 * History to replay, read whole.
 *
 * @param name as the user named it
 * @param hash SHA-256 of the input's bytes
 * @param events in the order in which a replay publishes them
 * @param dispositions what became of each article; empty for hand-coded reports
 * @param rejects rows that could not be read
 */
record ReplayInput(
    String name,
    String hash,
    List<BorderEvent> events,
    List<Disposition> dispositions,
    List<Problem> rejects) {

  ReplayInput {
    events = List.copyOf(events);
    dispositions = List.copyOf(dispositions);
    rejects = List.copyOf(rejects);
  }
}
