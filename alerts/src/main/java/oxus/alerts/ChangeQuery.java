package oxus.alerts;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oxus.alerts.console.Board;
import oxus.alerts.console.Links;
import oxus.alerts.console.Posted;
import oxus.alerts.console.Standing;
import oxus.schemas.ThreatLevel;

/**
 * Which changes a link asks for.
 *
 * @param since only those known at this instant or later
 * @param until only those known at this instant or earlier
 * @param level only those that reach or leave this level or a higher one
 */
record ChangeQuery(
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> sector,
    Optional<ThreatLevel> level) {
  /** The parameters of a link that say which changes are meant. */
  static final List<String> NAMES = List.of("since", "until", "sector", "level");

  /** Reads the link; besides these parameters it may have only those named. */
  static ChangeQuery of(RoutingContext context, Board board, String... others) {
    String[] names = Stream.concat(NAMES.stream(), Stream.of(others)).toArray(String[]::new);
    LinkParameters link = LinkParameters.only(context, names);
    List<String> sectors =
        board.picture().standings().stream()
            .map(Standing::sector)
            .map(sector -> sector.id())
            .toList();
    return new ChangeQuery(
        link.from("since"),
        link.until("until"),
        link.choice("sector", sectors),
        link.level("level"));
  }

  boolean matches(Posted posted) {
    Instant at = posted.change().getAt();
    return since.filter(at::isBefore).isEmpty()
        && until.filter(at::isAfter).isEmpty()
        && sector.filter(wanted -> !wanted.equals(posted.change().getSector())).isEmpty()
        && level.filter(least -> !reaches(posted, least)).isEmpty();
  }

  private static boolean reaches(Posted posted, ThreatLevel least) {
    return posted.change().getFrom().compareTo(least) >= 0
        || posted.change().getTo().compareTo(least) >= 0;
  }

  /** Path and query of the same choice with one more parameter, or with another value of it. */
  static String link(RoutingContext context, String name, Optional<String> value) {
    StringBuilder query = new StringBuilder();
    context.queryParams().entries().stream()
        .filter(given -> !given.getKey().equals(name))
        .forEach(given -> add(query, given.getKey(), given.getValue()));
    value.ifPresent(given -> add(query, name, given));
    return context.request().path() + query;
  }

  private static void add(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(Links.encode(value));
  }
}
