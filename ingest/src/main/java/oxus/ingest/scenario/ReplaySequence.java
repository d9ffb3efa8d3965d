package oxus.ingest.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;
import oxus.schemas.PolicyChange;
import oxus.schemas.Tick;
import oxus.theatre.Policy;

/**
 * The records that a replay publishes, in their one order: the policy, then at each knowledge time
 * what people did, the reports, and the tick that closes them. Further ticks may be put between;
 * they change nothing, and a test holds that.
 *
 * @param every how far further ticks lie apart; empty: none
 * @param until the replay knows nothing later, and its last tick says that time has come to it;
 *     empty: the last report
 */
public record ReplaySequence(Policy policy, Optional<Duration> every, Optional<Instant> until) {

  public ReplaySequence {
    if (every.filter(length -> length.isNegative() || length.isZero()).isPresent()) {
      throw new IllegalArgumentException(
          "ticks lie " + every.get() + " apart; choose a length above zero, as in PT1H");
    }
  }

  /**
   * The sequence of these reports; empty when none is known in time.
   *
   * @param events in {@link ScenarioReader#ORDER}
   * @param controls withdrawals, policies, overrides and rulings; those of one time in the order in
   *     which they take effect
   */
  public List<SpecificRecord> of(
      List<BorderEvent> events, List<? extends SpecificRecord> controls) {
    TreeMap<Instant, List<SpecificRecord>> groups = new TreeMap<>();
    // What no longer stands goes before what replaces it; what was ruled at a time holds from it
    // on.
    controls.forEach(control -> add(groups, RecordTime.of(control), control));
    events.forEach(event -> add(groups, event.getKnownAt(), event));
    until.ifPresent(end -> groups.tailMap(end, false).clear());
    List<SpecificRecord> records = new ArrayList<>();
    if (groups.isEmpty()) {
      return records;
    }
    Instant now = groups.firstKey();
    records.add(new PolicyChange(policy.version(), policy.text(), now, "replay"));
    for (Map.Entry<Instant, List<SpecificRecord>> group : groups.entrySet()) {
      ticks(now, group.getKey(), records);
      now = group.getKey();
      records.addAll(group.getValue());
      records.add(new Tick(now));
    }
    Instant last = now;
    until
        .filter(last::isBefore)
        .ifPresent(
            end -> {
              ticks(last, end, records);
              records.add(new Tick(end));
            });
    return records;
  }

  private static void add(
      Map<Instant, List<SpecificRecord>> groups, Instant at, SpecificRecord record) {
    groups.computeIfAbsent(at, time -> new ArrayList<>()).add(record);
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
