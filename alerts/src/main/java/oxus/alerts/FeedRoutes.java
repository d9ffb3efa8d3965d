package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import oxus.alerts.console.Board;
import oxus.alerts.console.Posted;
import oxus.alerts.console.Standing;
import oxus.alerts.deliver.ChangesJson;
import oxus.alerts.deliver.SectorsJson;

/** Sectors and changes for services: JSON and GeoJSON. */
final class FeedRoutes {
  private static final long PAGE = 200;
  private static final long LARGEST_PAGE = 1_000;
  private static final String CHANGE = "/api/changes/";

  private final Exhibits exhibits;
  private final Board board;

  FeedRoutes(Exhibits exhibits) {
    this.exhibits = exhibits;
    this.board = exhibits.board();
  }

  void mount(Router router) {
    router.get("/api/sectors").handler(this::sectors);
    router.get("/api/changes").handler(this::changes);
    router.get("/api/changes/*").handler(this::change);
    router.get("/feeds/sectors.geojson").handler(this::geo);
  }

  private void sectors(RoutingContext context) {
    LinkParameters.only(context);
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end(SectorsJson.of(board.theatre(), board.picture(), exhibits.exercise()));
  }

  private void geo(RoutingContext context) {
    LinkParameters.only(context);
    context
        .response()
        .putHeader("Content-Type", "application/geo+json")
        .end(SectorsJson.geo(board.theatre(), board.picture(), exhibits.exercise()));
  }

  private void changes(RoutingContext context) {
    LinkParameters link =
        LinkParameters.only(context, "since", "until", "sector", "after", "limit");
    Optional<Instant> since = link.from("since");
    Optional<Instant> until = link.until("until");
    Optional<String> sector = link.choice("sector", sectorIds());
    long after = link.number("after", -1, Long.MAX_VALUE).orElse(-1L);
    int limit = link.number("limit", 1, LARGEST_PAGE).orElse(PAGE).intValue();
    List<Posted> found =
        board.after(after, Integer.MAX_VALUE).stream()
            .filter(posted -> since.isEmpty() || !posted.change().getAt().isBefore(since.get()))
            .filter(posted -> until.isEmpty() || !posted.change().getAt().isAfter(until.get()))
            .filter(posted -> sector.isEmpty() || posted.change().getSector().equals(sector.get()))
            .limit(limit + 1L)
            .toList();
    List<Posted> page = found.subList(0, Math.min(limit, found.size()));
    OptionalLong next =
        found.size() > limit
            ? OptionalLong.of(page.get(page.size() - 1).offset())
            : OptionalLong.empty();
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end(ChangesJson.of(page, exhibits.exercise(), next));
  }

  private List<String> sectorIds() {
    return board.picture().standings().stream()
        .map(Standing::sector)
        .map(sector -> sector.id())
        .toList();
  }

  private void change(RoutingContext context) {
    LinkParameters.only(context);
    String id = LinkParameters.rest(context, CHANGE);
    Posted posted = board.find(id).orElseThrow(() -> noChange(id));
    context
        .response()
        .putHeader("Content-Type", "application/json")
        .end(ChangesJson.of(posted, exhibits.exercise()));
  }

  static NotHereException noChange(String id) {
    return new NotHereException(
        "no change is called '"
            + id
            + "' here; an id is a sector, # and a number, such as TJ-AF/PANJ#3, and in a link"
            + " / is written %2F and # is written %23. Very old changes are in the topic only");
  }
}
