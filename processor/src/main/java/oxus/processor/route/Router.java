package oxus.processor.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Bearing;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Relation;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Border;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** Sends each report to the sectors that it bears on, and each control record to all. */
public final class Router {
  private final Theatre theatre;
  private final Set<String> scopes;

  /** What was found for single scopes, which nearly all reports have. */
  private final Map<String, List<Bearing>> byScope = new HashMap<>();

  /**
   * Where a record goes.
   *
   * @param entries one a sector; an entry without a sector goes to every partition
   * @param problem why it goes nowhere, culprit and cure; empty when all is well
   */
  public record Route(List<SectorLogEntry> entries, Optional<String> problem) {
    public Route {
      entries = List.copyOf(entries);
    }

    static Route nowhere(String problem) {
      return new Route(List.of(), Optional.of(problem));
    }
  }

  public Router(Theatre theatre) {
    this.theatre = theatre;
    this.scopes =
        Stream.of(
                Stream.of(theatre.id()),
                theatre.borders().stream().map(Border::id),
                theatre.sectors().stream().map(Sector::id))
            .flatMap(ids -> ids)
            .collect(Collectors.toUnmodifiableSet());
  }

  public Route route(SpecificRecord record) {
    Optional<String> problem = Moments.problem(record);
    if (problem.isPresent()) {
      return Route.nowhere(problem.get());
    }
    if (record instanceof BorderEvent event) {
      return report(event);
    }
    if (record instanceof LevelOverride override) {
      return override(override);
    }
    if (record instanceof Ruling ruling) {
      return ruling(ruling);
    }
    if (record instanceof Tick tick) {
      return toAll(tick.getAt(), tick);
    }
    if (record instanceof PolicyChange change) {
      return toAll(change.getAt(), change);
    }
    if (record instanceof Withdrawal withdrawal) {
      return toAll(withdrawal.getAt(), withdrawal);
    }
    return Route.nowhere(
        "border-events carries no "
            + record.getSchema().getFullName()
            + "; send reports or control records");
  }

  private Route report(BorderEvent event) {
    if (event.getScopes().isEmpty() || !scopes.containsAll(event.getScopes())) {
      return Route.nowhere(
          "event "
              + event.getId()
              + " has scopes "
              + event.getScopes()
              + "; use sectors, borders or the theatre of "
              + theatre.id());
    }
    List<SectorLogEntry> entries = new ArrayList<>();
    for (Bearing bearing : bearing(event.getScopes())) {
      entries.add(
          new SectorLogEntry(
              bearing.getSector(),
              bearing.getRelation(),
              event.getKnownAt(),
              event.getSettles(),
              event,
              List.of()));
    }
    return new Route(entries, Optional.empty());
  }

  /** The sectors on which an event of these scopes bears, in the theatre's order. */
  private List<Bearing> bearing(List<String> of) {
    return of.size() == 1 ? byScope.computeIfAbsent(of.get(0), this::bearing) : search(of);
  }

  private List<Bearing> bearing(String scope) {
    return search(List.of(scope));
  }

  private List<Bearing> search(List<String> of) {
    List<Bearing> bearing = new ArrayList<>();
    for (Sector sector : theatre.sectors()) {
      Relation relation = relation(of, sector);
      if (relation != null) {
        bearing.add(new Bearing(sector.id(), relation));
      }
    }
    return bearing;
  }

  /** The closest way in which an event of these scopes bears on a sector. */
  private @Nullable Relation relation(List<String> of, Sector sector) {
    if (of.contains(sector.id())) {
      return Relation.OWN;
    }
    if (of.contains(sector.border())) {
      return Relation.BORDER;
    }
    if (sector.neighbours().stream().anyMatch(of::contains)) {
      return Relation.NEIGHBOUR;
    }
    return of.contains(theatre.id()) ? Relation.THEATRE : null;
  }

  private Route override(LevelOverride override) {
    if (theatre.sectors().stream().noneMatch(sector -> sector.id().equals(override.getSector()))) {
      return Route.nowhere(
          "override "
              + override.getId()
              + " is for sector '"
              + override.getSector()
              + "', which the theatre has not");
    }
    return new Route(
        List.of(
            new SectorLogEntry(
                override.getSector(), null, override.getAt(), true, override, List.of())),
        Optional.empty());
  }

  /**
   * A ruling concerns every sector that holds its reports, or may come to. One on scopes says which
   * sectors those are from now on, and brings them to sectors that they did not bear on before.
   */
  private Route ruling(Ruling ruling) {
    Optional<String> problem = problem(ruling);
    if (problem.isPresent()) {
      return Route.nowhere(problem.get());
    }
    if (ruling.getKind() != RulingKind.RESCOPE) {
      return toAll(ruling.getAt(), ruling);
    }
    List<Bearing> bearing = bearing(ruling.getScopes());
    List<SectorLogEntry> entries = new ArrayList<>();
    entries.add(new SectorLogEntry(null, null, ruling.getAt(), true, ruling, bearing));
    ruling.getReports().forEach(report -> entries.addAll(arrivals(ruling, report, bearing)));
    return new Route(entries, Optional.empty());
  }

  private List<SectorLogEntry> arrivals(Ruling ruling, BorderEvent report, List<Bearing> bearing) {
    List<SectorLogEntry> arrivals = new ArrayList<>();
    for (Sector sector : theatre.sectors()) {
      if (relation(report.getScopes(), sector) == null) {
        bearing.stream()
            .filter(to -> to.getSector().equals(sector.id()))
            .map(
                to ->
                    new SectorLogEntry(
                        sector.id(), to.getRelation(), ruling.getAt(), true, report, List.of()))
            .forEach(arrivals::add);
      }
    }
    return arrivals;
  }

  /** Why a ruling cannot be obeyed, culprit and cure. */
  private Optional<String> problem(Ruling ruling) {
    if (ruling.getEvents().isEmpty()) {
      return complaint(ruling, "names no events", "list the ids of the reports");
    }
    return switch (ruling.getKind()) {
      case REJECT -> Optional.empty();
      case RETYPE ->
          ruling.getType().filter(type -> type != EventType.OTHER).isPresent()
              ? Optional.empty()
              : complaint(ruling, "has no type", "say which type is right");
      case RESCOPE -> scopeProblem(ruling);
      case MERGE, SPLIT ->
          ruling.getIncident().isPresent()
              ? Optional.empty()
              : complaint(ruling, "has no incident", "say which incident");
    };
  }

  private Optional<String> scopeProblem(Ruling ruling) {
    if (ruling.getScopes().isEmpty() || !scopes.containsAll(ruling.getScopes())) {
      return complaint(
          ruling,
          "has scopes " + ruling.getScopes(),
          "use sectors, borders or the theatre of " + theatre.id());
    }
    List<String> carried = ruling.getReports().stream().map(BorderEvent::getId).toList();
    return ruling.getEvents().containsAll(carried)
        ? Optional.empty()
        : complaint(ruling, "carries " + carried, "carry reports that it is about");
  }

  private static Optional<String> complaint(Ruling ruling, String culprit, String cure) {
    return Optional.of(
        "ruling " + ruling.getId() + " (" + ruling.getKind() + ") " + culprit + "; " + cure);
  }

  private static Route toAll(Instant at, SpecificRecord record) {
    return new Route(
        List.of(new SectorLogEntry(null, null, at, true, record, List.of())), Optional.empty());
  }
}
