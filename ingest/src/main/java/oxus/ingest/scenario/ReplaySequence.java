package oxus.ingest.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;
import oxus.schemas.PolicyChange;
import oxus.schemas.Tick;
import oxus.theatre.Policy;

/**
 * The records that a replay publishes, in their one order: the policy, then the reports of each
 * knowledge time followed by the tick that closes them. Further ticks may be put between; they
 * change nothing, and a test holds that.
 *
 * @param every how far further ticks lie apart; empty: none
 * @param until the replay knows nothing later, and its last tick says that time has come to it;
 *     empty: the last report
 */
public record ReplaySequence(Policy policy, Optional<Duration> every, Optional<Instant> until) {

  /**
   * The sequence of these reports; empty when none is known in time.
   *
   * @param events in {@link ScenarioReader#ORDER}
   */
  public List<SpecificRecord> of(List<BorderEvent> events) {
    List<BorderEvent> known =
        events.stream()
            .filter(event -> until.map(end -> !event.getKnownAt().isAfter(end)).orElse(true))
            .toList();
    List<SpecificRecord> records = new ArrayList<>();
    if (known.isEmpty()) {
      return records;
    }
    Instant now = known.get(0).getKnownAt();
    records.add(new PolicyChange(policy.version(), policy.text(), now, "replay"));
    for (BorderEvent event : known) {
      if (event.getKnownAt().isAfter(now)) {
        records.add(new Tick(now));
        ticks(now, event.getKnownAt(), records);
        now = event.getKnownAt();
      }
      records.add(event);
    }
    records.add(new Tick(now));
    until.ifPresent(end -> ticks(known.get(known.size() - 1).getKnownAt(), end, records));
    until.ifPresent(end -> records.add(new Tick(end)));
    return records;
  }

  private void ticks(Instant after, Instant before, List<SpecificRecord> records) {
    if (every.isEmpty()) {
      return;
    }
    Instant tick = after.plus(every.get());
    while (tick.isBefore(before)) {
      records.add(new Tick(tick));
      tick = tick.plus(every.get());
    }
  }
}
