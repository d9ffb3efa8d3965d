package oxus.standalone.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.processor.route.Router;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.SectorLogEntry;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * What the reports themselves say, whatever a policy makes of them: the same yardstick for every
 * policy.
 *
 * @param reports each once for each sector that it bears on, in order of knowledge time
 */
public record Facts(List<String> sectors, List<Bearing> reports, LocalDate first, LocalDate last) {
  /** Types that raise a level by what they are. */
  private static final Set<EventType> RAISING =
      EnumSet.of(
          EventType.BORDER_SEIZURE,
          EventType.TERRITORY_SEIZURE,
          EventType.ARMED_CLASH,
          EventType.CROSS_BORDER_ATTACK,
          EventType.TERROR_ATTACK,
          EventType.TROOP_CROSSING,
          EventType.REFUGEE_FLOW,
          EventType.BORDER_CLOSURE,
          EventType.DEPLOYMENT,
          EventType.MOBILISATION,
          EventType.DRAWDOWN,
          EventType.ASSISTANCE_REQUEST,
          EventType.HOSTILE_STATEMENT,
          EventType.MILITANT_PRESENCE,
          EventType.TRAFFICKING);

  /** The harm that a level warns of: ground lost, violence, flight. Words and postures are none. */
  private static final Set<EventType> HARM =
      EnumSet.of(
          EventType.BORDER_SEIZURE,
          EventType.TERRITORY_SEIZURE,
          EventType.ARMED_CLASH,
          EventType.CROSS_BORDER_ATTACK,
          EventType.TERROR_ATTACK,
          EventType.TROOP_CROSSING,
          EventType.REFUGEE_FLOW);

  /** A report and one sector that it bears on. */
  record Bearing(String sector, Relation relation, BorderEvent report) {
    Instant known() {
      return report.getKnownAt();
    }

    /**
     * It names the sector or its border; what names the neighbour or all of them is no count of it.
     */
    boolean isNear() {
      return relation == Relation.OWN || relation == Relation.BORDER;
    }

    boolean raises() {
      return isNear()
          && RAISING.contains(report.getType())
          && report.getStatus() != ReportStatus.DENIED;
    }

    boolean isHarm() {
      return relation == Relation.OWN
          && HARM.contains(report.getType())
          && report.getStatus() == ReportStatus.REPORTED;
    }
  }

  public Facts {
    sectors = List.copyOf(sectors);
    reports = List.copyOf(reports);
  }

  /** The facts of a history; empty when it has no report. */
  public static Optional<Facts> of(Theatre theatre, List<BorderEvent> events) {
    Router router = new Router(theatre);
    List<Bearing> reports =
        events.stream()
            .sorted(Comparator.comparing(BorderEvent::getKnownAt).thenComparing(BorderEvent::getId))
            .flatMap(event -> router.route(event).entries().stream())
            .map(Facts::bearing)
            .toList();
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Facts(
            theatre.sectors().stream().map(Sector::id).toList(),
            reports,
            day(reports.get(0).known()),
            day(reports.get(reports.size() - 1).known())));
  }

  private static Bearing bearing(SectorLogEntry entry) {
    return new Bearing(
        entry.getSector().orElseThrow(),
        entry.getRelation().orElseThrow(),
        (BorderEvent) entry.getRecord());
  }

  List<Bearing> of(String sector) {
    return reports.stream().filter(report -> report.sector().equals(sector)).toList();
  }

  /** Every day from the first report's to the last one's. */
  List<LocalDate> days() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
