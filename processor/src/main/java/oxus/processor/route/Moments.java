package oxus.processor.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;

/**
 * The moments that a record names: days on which something occurred, and instants at which it came
 * to be known. Those that no calendar of news knows would carry sums of days and halvings beyond
 * what they can hold, far behind the place where the record can be put aside.
 */
final class Moments {
  private static final LocalDate FIRST_DAY = LocalDate.parse("0001-01-01");
  private static final LocalDate LAST_DAY = LocalDate.parse("9999-12-31");
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2199-12-31T23:59:59.999Z");

  private Moments() {}

  /** What is wrong with them, culprit and cure; empty when all is well. */
  static Optional<String> problem(SpecificRecord record) {
    for (LocalDate day : days(record)) {
      if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
        return named(record, "the day " + day + "; send one of the years 1 to 9999");
      }
    }
    for (Instant moment : moments(record)) {
      if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
        return named(record, "the moment " + moment + "; send one of the years 1900 to 2199");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(SpecificRecord record, String culprit) {
    return Optional.of(record.getSchema().getName() + " names " + culprit);
  }

  private static List<LocalDate> days(SpecificRecord record) {
    return record instanceof BorderEvent event
        ? List.of(event.getOccurredFrom(), event.getOccurredTo())
        : List.of();
  }

  private static List<Instant> moments(SpecificRecord record) {
    if (record instanceof BorderEvent event) {
      return List.of(event.getPublishedAt(), event.getKnownAt());
    }
    if (record instanceof LevelOverride override) {
      return List.of(override.getAt(), override.getUntil());
    }
    if (record instanceof Ruling ruling) {
      return List.of(ruling.getAt());
    }
    if (record instanceof Tick tick) {
      return List.of(tick.getAt());
    }
    if (record instanceof PolicyChange change) {
      return List.of(change.getAt());
    }
    return record instanceof Withdrawal withdrawal ? List.of(withdrawal.getAt()) : List.of();
  }
}
