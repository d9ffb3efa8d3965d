package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import oxus.alerts.console.Board;
import oxus.alerts.console.Filter;
import oxus.alerts.console.Pages;
import oxus.alerts.console.Posted;

/** The pages for people. */
final class ConsoleRoutes {
  private static final String CHANGE = "/changes/";
  private static final String SECTOR = "/sectors/";

  private final Board board;
  private final Pages pages;
  private final DeskRoutes desk;

  ConsoleRoutes(Exhibits exhibits, Assets assets, DeskRoutes desk) {
    this.board = exhibits.board();
    this.pages = pages(exhibits, assets);
    this.desk = desk;
  }

  static Pages pages(Exhibits exhibits, Assets assets) {
    return new Pages(exhibits.board(), exhibits.exercise(), assets.links());
  }

  void mount(Router router) {
    router.get("/").handler(this::front);
    router.get("/parts/board").handler(this::board);
    router.get("/changes/*").handler(this::change);
    router.get("/sectors/*").handler(this::sector);
  }

  private void front(RoutingContext context) {
    send(context, pages.front(filter(context)));
  }

  private void board(RoutingContext context) {
    send(context, pages.board(filter(context)));
  }

  private Filter filter(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "sector", "level", "before", "seen");
    return new Filter(
        link.choice("sector", pages.sectorIds()),
        link.level("level"),
        link.number("before", 0, Long.MAX_VALUE),
        link.number("seen", -1, Long.MAX_VALUE));
  }

  private void change(RoutingContext context) {
    String id = LinkParameters.rest(context, CHANGE);
    Posted posted = board.find(id).orElseThrow(() -> FeedRoutes.noChange(id));
    send(context, pages.change(posted, Optional.of(desk.work(context, posted.change()))));
  }

  private void sector(RoutingContext context) {
    String id = LinkParameters.rest(context, SECTOR);
    String page =
        pages
            .sector(id, Optional.of(desk.sector(context, id)))
            .orElseThrow(
                () ->
                    new NotHereException(
                        "no sector is called '"
                            + id
                            + "' in this theatre; the first page lists"
                            + " them all"));
    send(context, page);
  }

  private static void send(RoutingContext context, String page) {
    context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
  }
}
