package oxus.ingest.scenario;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;

/** When a record of {@code border-events} came to be known, or takes effect. */
public final class RecordTime {
  private RecordTime() {}

  /**
   * The record's time.
   *
   * @throws IllegalArgumentException when {@code border-events} carries no such record
   */
  public static Instant of(SpecificRecord record) {
    if (record instanceof BorderEvent event) {
      return event.getKnownAt();
    }
    if (record instanceof Tick tick) {
      return tick.getAt();
    }
    if (record instanceof LevelOverride override) {
      return override.getAt();
    }
    if (record instanceof Ruling ruling) {
      return ruling.getAt();
    }
    if (record instanceof PolicyChange change) {
      return change.getAt();
    }
    if (record instanceof Withdrawal withdrawal) {
      return withdrawal.getAt();
    }
    throw new IllegalArgumentException(
        "border-events carries no " + record.getSchema().getFullName());
  }
}
