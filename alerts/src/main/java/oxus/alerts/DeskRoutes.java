package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.alerts.console.Board;
import oxus.alerts.console.Hand;
import oxus.alerts.console.SectorWork;
import oxus.alerts.console.WorkPages;
import oxus.alerts.console.WorkView;
import oxus.alerts.deliver.ActionJson;
import oxus.alerts.notify.DeliveriesJson;
import oxus.alerts.work.Chain;
import oxus.alerts.work.Work;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevelChange;

/** What people have done, for reading: handover, situation report, audit log, load. */
final class DeskRoutes {
  private static final String PART = "/parts/work/";
  private static final long PAGE = 200;
  private static final long LARGEST_PAGE = 1_000;
  private static final int REQUEST_DIGITS = 24;

  private final Exhibits exhibits;
  private final Board board;
  private final Desk desk;
  private final WorkPages pages;

  DeskRoutes(Exhibits exhibits, Desk desk, WorkPages pages) {
    this.exhibits = exhibits;
    this.board = exhibits.board();
    this.desk = desk;
    this.pages = pages;
  }

  Work work() {
    return desk.work();
  }

  void mount(Router router) {
    router.get("/parts/work/*").handler(this::part);
    router.get("/handover").handler(this::handover);
    router.get("/report").handler(context -> page(context, pages.report(now())));
    router.get("/report.pdf").handler(this::pdf);
    router.get("/load").handler(context -> page(context, pages.load(now())));
    router.get("/webhooks").handler(this::webhooks);
    router.get("/api/webhooks").handler(this::webhooksJson);
    router.get("/audit").handler(this::audit);
    router.get("/api/work").handler(this::work);
    router.get("/api/load").handler(this::loadJson);
    router.get("/api/audit").handler(this::auditJson);
  }

  /** Whoever looks at a page, with request ids for its forms. */
  private Hand hand(RoutingContext context, String back) {
    return new Hand(Door.who(context), desk.secrets().fresh().substring(0, REQUEST_DIGITS), back);
  }

  WorkView work(RoutingContext context, ThreatLevelChange change) {
    return pages.work(change, hand(context, context.request().uri()));
  }

  SectorWork sector(RoutingContext context, String sector) {
    return pages.sector(sector, now(), hand(context, context.request().uri()));
  }

  Instant now() {
    return desk.now(board.picture(), exhibits.exercise());
  }

  private void part(RoutingContext context) {
    String id = LinkParameters.rest(context, PART);
    ThreatLevelChange change = board.find(id).orElseThrow(() -> FeedRoutes.noChange(id)).change();
    String back = "/changes/" + context.request().path().substring(PART.length());
    page(context, pages.part(pages.work(change, hand(context, back))));
  }

  private void handover(RoutingContext context) {
    page(context, pages.handover(now(), hand(context, "/handover")));
  }

  private void webhooksJson(RoutingContext context) {
    json(context, DeliveriesJson.of(exhibits.deliveries()));
  }

  private void webhooks(RoutingContext context) {
    page(context, pages.webhooks(exhibits.deliveries(), hand(context, "/webhooks")));
  }

  private void pdf(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Disposition", "inline; filename=\"situation-report.pdf\"");
    Reply.send(context, "application/pdf", Buffer.buffer(SituationPdf.of(pages.situation(now()))));
  }

  private void loadJson(RoutingContext context) {
    json(context, ActionJson.load(pages.figures(now())));
  }

  private void audit(RoutingContext context) {
    page(context, pages.audit(auditPage(context), desk.work().broken()));
  }

  private void auditJson(RoutingContext context) {
    List<OperatorAction> page = auditPage(context);
    json(context, ActionJson.audit(page, desk.work(), desk.work().broken().or(() -> broken(page))));
  }

  /** What lies in memory is checked again at each look. */
  private static Optional<Chain.Break> broken(List<OperatorAction> newestFirst) {
    return Chain.verify(
        newestFirst.stream().sorted(Comparator.comparing(OperatorAction::getSequence)).toList());
  }

  private List<OperatorAction> auditPage(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "before", "limit");
    return desk.work()
        .audit(
            link.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
            link.number("limit", 1, LARGEST_PAGE).orElse(PAGE).intValue());
  }

  private void work(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "change");
    json(
        context,
        link.text("change")
            .map(change -> ActionJson.change(desk.work().change(change)))
            .orElseGet(() -> ActionJson.work(desk.work(), pages.inForce(now()), now())));
  }

  private static void page(RoutingContext context, String page) {
    Reply.page(context, page);
  }

  private static void json(RoutingContext context, String json) {
    Reply.json(context, json);
  }
}
