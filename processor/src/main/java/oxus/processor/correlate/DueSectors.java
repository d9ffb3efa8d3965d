package oxus.processor.correlate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;

/**
 * The sectors of a partition by their next due point, so that a tick touches only those that it
 * concerns. Points move with nearly every report and are asked for at ticks only, so a sector is
 * put in its place when one comes.
 */
final class DueSectors {
  private final TreeSet<Due> index = new TreeSet<>(Due.ORDER);
  private final Map<String, Due> indexed = new HashMap<>();
  private final Map<String, SectorState> changed = new HashMap<>();

  /**
   * When a sector needs to be looked at. Pending reports come first, once their own time has come.
   */
  record Due(Instant at, String sector, Instant from) {
    static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::sector);
  }

  /** A sector's state is now this one. */
  void note(SectorState state) {
    changed.put(state.getSector(), state);
  }

  /** The first sector that needs to be looked at by a time. */
  Optional<Due> first(Instant time) {
    changed.forEach(this::index);
    changed.clear();
    for (Due due : index) {
      if (due.at().isAfter(time)) {
        return Optional.empty();
      }
      if (!due.from().isAfter(time)) {
        return Optional.of(due);
      }
    }
    return Optional.empty();
  }

  private void index(String sector, SectorState state) {
    Due due = of(state);
    Due before = due == null ? indexed.remove(sector) : indexed.put(sector, due);
    if (before != null) {
      index.remove(before);
    }
    if (due != null) {
      index.add(due);
    }
  }

  private static @Nullable Due of(SectorState state) {
    if (!state.getPending().isEmpty()) {
      Instant from =
          state.getPending().stream()
              .map(SectorLogEntry::getAt)
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return new Due(Instant.EPOCH, state.getSector(), from);
    }
    return state.getDue().map(at -> new Due(at, state.getSector(), at)).orElse(null);
  }
}
