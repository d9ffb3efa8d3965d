package oxus.ingest.imports;

import java.time.Instant;
import java.util.Optional;

/** The stretch of time of which rows are asked for, both ends in it. */
public record RowSpan(Optional<Instant> since, Optional<Instant> until) {
  boolean holds(Instant at) {
    return since.filter(at::isBefore).isEmpty() && until.filter(at::isAfter).isEmpty();
  }
}
