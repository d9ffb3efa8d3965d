package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oxus.schemas.Coverage;
import oxus.schemas.Heard;
import oxus.schemas.Incident;
import oxus.schemas.LevelOverride;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/** Copies of a sector's state with one thing changed; the generated record has no such methods. */
final class States {
  /** The form that this code writes. */
  static final int VERSION = 2;

  private States() {}

  static SectorState blank(String sector) {
    return new SectorState(
        sector,
        0L,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ThreatLevel.LOW,
        List.of(),
        false,
        List.of(),
        null,
        VERSION,
        List.of(),
        List.of(),
        List.of(),
        Coverage.BLIND,
        ThreatLevel.LOW,
        Instant.EPOCH);
  }

  /**
   * A state in the form that this code writes. Version 1 did not know whom it had heard; its
   * reports tell. How each report bears and how a grade came about, it told less of, and still
   * does.
   */
  static SectorState upToDate(SectorState state, Policy policy) {
    if (state.getVersion() >= VERSION) {
      return state;
    }
    List<Heard> heard = List.of();
    for (Incident incident : state.getIncidents()) {
      for (Told told : Told.of(incident)) {
        heard = Watch.with(heard, told, policy);
      }
    }
    return copy(
        state,
        state.getAt(),
        state.getPending(),
        state.getIncidents(),
        state.getOverrides(),
        Archive.of(state),
        heard);
  }

  static SectorState at(SectorState state, Instant at) {
    return copy(
        state,
        at,
        state.getPending(),
        state.getIncidents(),
        state.getOverrides(),
        Archive.of(state),
        state.getHeard());
  }

  /** At a time at which a record came that changed nothing. */
  static SectorState again(SectorState state, Instant at) {
    return new SectorState(
        state.getSector(),
        state.getSequence() + 1,
        at,
        state.getPending(),
        state.getIncidents(),
        state.getOverrides(),
        state.getRejected(),
        state.getSupported(),
        state.getFellBelow(),
        state.getExpired(),
        state.getRules(),
        state.getDue().orElse(null),
        state.getVersion(),
        state.getArchived(),
        state.getArchivedRumours(),
        state.getHeard(),
        state.getCoverage(),
        state.getHeld(),
        state.getHeldSince());
  }

  static SectorState pending(SectorState state, Instant at, List<SectorLogEntry> pending) {
    return copy(
        state,
        at,
        pending,
        state.getIncidents(),
        state.getOverrides(),
        Archive.of(state),
        state.getHeard());
  }

  static SectorState incidents(SectorState state, Instant at, List<Incident> incidents) {
    return copy(
        state,
        at,
        state.getPending(),
        List.copyOf(incidents),
        state.getOverrides(),
        Archive.of(state),
        state.getHeard());
  }

  static SectorState archived(SectorState state, Archive archive) {
    return copy(
        state,
        state.getAt(),
        state.getPending(),
        state.getIncidents(),
        state.getOverrides(),
        archive,
        state.getHeard());
  }

  static SectorState overrides(SectorState state, Instant at, List<LevelOverride> overrides) {
    return copy(
        state,
        at,
        state.getPending(),
        state.getIncidents(),
        List.copyOf(overrides),
        Archive.of(state),
        state.getHeard());
  }

  /** With nothing pending. */
  static SectorState settled(
      SectorState state, Instant at, List<Incident> incidents, Archive archive, List<Heard> heard) {
    return copy(state, at, List.of(), List.copyOf(incidents), state.getOverrides(), archive, heard);
  }

  static <T> List<T> withOneMore(List<T> list, T one) {
    if (list.isEmpty()) {
      return List.of(one);
    }
    List<T> longer = new ArrayList<>(list);
    longer.add(one);
    return List.copyOf(longer);
  }

  private static SectorState copy(
      SectorState state,
      Instant at,
      List<SectorLogEntry> pending,
      List<Incident> incidents,
      List<LevelOverride> overrides,
      Archive archive,
      List<Heard> heard) {
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
        state.getDue().orElse(null),
        VERSION,
        archive.judged(),
        archive.rumours(),
        heard,
        state.getCoverage(),
        state.getHeld(),
        state.getHeldSince());
  }
}
