package oxus.alerts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import oxus.alerts.console.AsOf;
import oxus.alerts.console.Board;
import oxus.alerts.console.ChangeState;
import oxus.alerts.console.Filter;
import oxus.alerts.console.Pages;
import oxus.alerts.console.Posted;
import oxus.alerts.console.SectorWork;
import oxus.alerts.console.WorkView;
import oxus.alerts.work.Work;

/** The pages for people. */
final class ConsoleRoutes {
  private static final String CHANGE = "/changes/";
  private static final String SECTOR = "/sectors/";
  private static final List<String> STATES =
      Arrays.stream(ChangeState.values()).map(Enum::name).toList();

  private final Board board;
  private final Pages pages;
  private final DeskRoutes desk;
  private final FeedMeterReader feeds;

  ConsoleRoutes(Exhibits exhibits, Assets assets, DeskRoutes desk) {
    this.board = exhibits.board();
    this.pages = pages(exhibits, assets, desk.work());
    this.desk = desk;
    this.feeds = new FeedMeterReader(exhibits.meters());
  }

  static Pages pages(Exhibits exhibits, Assets assets, Work work) {
    return new Pages(
        exhibits.board(), exhibits.exercise(), assets.links(), exhibits.readiness()::trouble, work);
  }

  void mount(Router router) {
    router.get("/").handler(this::front);
    router.get("/parts/board").handler(this::board);
    router.get("/sources").handler(this::sources);
    router.get("/changes/*").handler(this::change);
    router.get("/sectors/*").handler(this::sector);
  }

  private void front(RoutingContext context) {
    Filter asked = filter(context);
    if (asked.at().isEmpty()) {
      send(context, pages.front(asked));
      return;
    }
    AsOf asOf = AsOf.of(asked.at(), desk.now());
    sendLater(context, () -> pages.front(asked.at(asOf.at()), asOf));
  }

  private void board(RoutingContext context) {
    send(context, pages.board(filter(context)));
  }

  private void sources(RoutingContext context) {
    LinkParameters.only(context);
    send(context, pages.sources(feeds.lines()));
  }

  private Filter filter(RoutingContext context) {
    LinkParameters link =
        LinkParameters.only(
            context, "sector", "level", "state", "since", "until", "before", "seen", "at");
    return new Filter(
        link.choice("sector", pages.sectorIds()),
        link.level("level"),
        link.choice("state", STATES).map(ChangeState::valueOf),
        link.from("since"),
        link.until("until"),
        link.number("before", 0, Long.MAX_VALUE),
        link.number("seen", -1, Long.MAX_VALUE),
        link.until("at"));
  }

  private void change(RoutingContext context) {
    String id = LinkParameters.rest(context, CHANGE);
    Posted posted = board.find(id).orElseThrow(() -> FeedRoutes.noChange(id));
    Optional<WorkView> work = Optional.of(desk.work(context, posted.change()));
    sendLater(context, () -> pages.change(posted, work));
  }

  private void sector(RoutingContext context) {
    String id = LinkParameters.rest(context, SECTOR);
    AsOf asOf = AsOf.of(LinkParameters.only(context, "at").until("at"), desk.now());
    // what was done is of now: a page of the past is for reading only
    Optional<SectorWork> work =
        asOf.at().isEmpty() ? Optional.of(desk.sector(context, id)) : Optional.empty();
    sendLater(context, () -> pages.sector(id, asOf, work).orElseThrow(() -> noSector(id)));
  }

  private static NotHereException noSector(String id) {
    return new NotHereException(
        "no sector is called '" + id + "' in this theatre; the first page lists them all");
  }

  /** What looks past records up waits for the broker, so the loop must not wait for it. */
  private static void sendLater(RoutingContext context, Callable<String> page) {
    context
        .vertx()
        .executeBlocking(page, false)
        .onSuccess(text -> send(context, text))
        .onFailure(context::fail);
  }

  private static void send(RoutingContext context, String page) {
    Reply.page(context, page);
  }
}
