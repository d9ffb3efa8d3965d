package oxus.standalone;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.scenario.Reject;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.PolicyChange;

/**
 * History to replay, read whole.
 *
 * @param name as the user named it
 * @param hash SHA-256 of the input's bytes
 * @param events in the order in which a replay publishes them
 * @param controls what people did, and withdrawals of article revisions that a later one replaced
 * @param log a recorded log, to be published record by record as it stands; empty: the sequence
 *     follows from events and controls
 * @param dispositions what became of each article; empty for hand-coded reports
 * @param rejects rows and files that could not be read
 * @param whatIf how it is told otherwise than it was; empty: as it was
 */
record ReplayInput(
    String name,
    String hash,
    List<BorderEvent> events,
    List<SpecificRecord> controls,
    List<SpecificRecord> log,
    List<Disposition> dispositions,
    List<Reject> rejects,
    List<String> whatIf) {

  ReplayInput {
    events = List.copyOf(events);
    controls = List.copyOf(controls);
    log = List.copyOf(log);
    dispositions = List.copyOf(dispositions);
    rejects = List.copyOf(rejects);
    whatIf = List.copyOf(whatIf);
  }

  /** A history as it was. */
  ReplayInput(
      String name,
      String hash,
      List<BorderEvent> events,
      List<SpecificRecord> controls,
      List<SpecificRecord> log,
      List<Disposition> dispositions,
      List<Reject> rejects) {
    this(name, hash, events, controls, log, dispositions, rejects, List.of());
  }

  /** The same history without the policies that were put in force in it. */
  ReplayInput withoutPolicies() {
    return new ReplayInput(
        name,
        hash,
        events,
        controls.stream().filter(control -> !isPolicy(control)).toList(),
        log.stream().filter(record -> !isPolicy(record)).toList(),
        dispositions,
        rejects,
        whatIf);
  }

  private static boolean isPolicy(SpecificRecord record) {
    return record instanceof PolicyChange;
  }
}
