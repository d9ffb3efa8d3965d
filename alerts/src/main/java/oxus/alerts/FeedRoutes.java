package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import oxus.alerts.console.Board;
import oxus.alerts.console.Posted;
import oxus.alerts.deliver.ChangesCsv;
import oxus.alerts.deliver.ChangesJson;
import oxus.alerts.deliver.SectorsJson;

/** Sectors and changes for services: JSON, GeoJSON and tables. */
final class FeedRoutes {
  private static final long PAGE = 200;
  private static final long LARGEST_PAGE = 1_000;
  private static final long LARGEST_TABLE = 10_000;
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
    router.get("/api/changes.csv").handler(this::table);
    router.get("/api/changes/*").handler(this::change);
    router.get("/feeds/sectors.geojson").handler(this::geo);
  }

  private void sectors(RoutingContext context) {
    LinkParameters.only(context);
    Reply.json(context, SectorsJson.of(board.theatre(), board.picture(), exhibits.exercise()));
  }

  private void geo(RoutingContext context) {
    boolean asArea =
        LinkParameters.only(context, "shape")
            .choice("shape", List.of("line", "area"))
            .filter("area"::equals)
            .isPresent();
    SectorsJson.Shape shape = asArea ? SectorsJson.Shape.AREA : SectorsJson.Shape.LINE;
    Reply.send(
        context,
        "application/geo+json",
        SectorsJson.geo(board.theatre(), board.picture(), exhibits.exercise(), shape));
  }

  /** A page of changes, oldest first, and where the next one begins. */
  private record Page(List<Posted> changes, OptionalLong next) {}

  private Page page(RoutingContext context, long limitIfNotGiven, long largest) {
    ChangeQuery query = ChangeQuery.of(context, board, "after", "limit");
    LinkParameters link = LinkParameters.all(context);
    long after = link.number("after", -1, Long.MAX_VALUE).orElse(-1L);
    int limit = link.number("limit", 1, largest).orElse(limitIfNotGiven).intValue();
    List<Posted> found =
        board.after(after, Integer.MAX_VALUE).stream()
            .filter(query::matches)
            .limit(limit + 1L)
            .toList();
    if (found.size() <= limit) {
      return new Page(found, OptionalLong.empty());
    }
    long last = found.get(limit - 1).offset();
    String next = ChangeQuery.link(context, "after", Optional.of(Long.toString(last)));
    context.response().putHeader("Link", "<" + next + ">; rel=\"next\"");
    return new Page(found.subList(0, limit), OptionalLong.of(last));
  }

  private void changes(RoutingContext context) {
    Page page = page(context, PAGE, LARGEST_PAGE);
    long after = LinkParameters.all(context).number("after", -1, Long.MAX_VALUE).orElse(-1L);
    OptionalLong forgotten =
        board.forgotten() > after ? OptionalLong.of(board.forgotten()) : OptionalLong.empty();
    Reply.json(
        context, ChangesJson.of(page.changes(), exhibits.exercise(), page.next(), forgotten));
  }

  private void table(RoutingContext context) {
    Page page = page(context, LARGEST_TABLE, LARGEST_TABLE);
    context.response().putHeader("Content-Disposition", "attachment; filename=\"changes.csv\"");
    Reply.send(
        context,
        "text/csv; charset=utf-8; header=present",
        ChangesCsv.of(SyndicationRoutes.masthead(context, exhibits), page.changes()));
  }

  private void change(RoutingContext context) {
    LinkParameters.only(context);
    String id = LinkParameters.rest(context, CHANGE);
    Posted posted = board.find(id).orElseThrow(() -> noChange(id));
    Reply.json(context, ChangesJson.of(posted, exhibits.exercise()));
  }

  static NotHereException noChange(String id) {
    return new NotHereException(
        "no change is called '"
            + id
            + "' here; an id is a sector, # and a number, such as TJ-AF/PANJ#3, and in a link"
            + " / is written %2F and # is written %23. Very old changes are in the topic only");
  }
}
