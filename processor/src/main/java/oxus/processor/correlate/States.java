package oxus.processor.correlate;

import java.time.Instant;
import java.util.List;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;

/** Copies of a sector's state with one thing changed; the generated record has no such methods. */
final class States {
  private States() {}

  static SectorState at(SectorState state, Instant at) {
    return copy(state, at, state.getPending(), state.getIncidents(), state.getOverrides());
  }

  static SectorState pending(SectorState state, Instant at, List<SectorLogEntry> pending) {
    return copy(state, at, List.copyOf(pending), state.getIncidents(), state.getOverrides());
  }

  static SectorState incidents(SectorState state, Instant at, List<Incident> incidents) {
    return copy(state, at, state.getPending(), List.copyOf(incidents), state.getOverrides());
  }

  static SectorState overrides(SectorState state, Instant at, List<LevelOverride> overrides) {
    return copy(state, at, state.getPending(), state.getIncidents(), List.copyOf(overrides));
  }

  static SectorState rejected(SectorState state, List<String> rejected) {
    return new SectorState(
        state.getSector(),
        state.getSequence(),
        state.getAt(),
        state.getPending(),
        state.getIncidents(),
        state.getOverrides(),
        List.copyOf(rejected),
        state.getSupported(),
        state.getFellBelow(),
        state.getExpired(),
        state.getRules(),
        state.getDue().orElse(null));
  }

  private static SectorState copy(
      SectorState state,
      Instant at,
      List<SectorLogEntry> pending,
      List<Incident> incidents,
      List<LevelOverride> overrides) {
    return new SectorState(
        state.getSector(),
        state.getSequence(),
        at,
        pending,
        incidents,
        overrides,
        state.getRejected(),
        state.getSupported(),
        state.getFellBelow(),
        state.getExpired(),
        state.getRules(),
        state.getDue().orElse(null));
  }
}
