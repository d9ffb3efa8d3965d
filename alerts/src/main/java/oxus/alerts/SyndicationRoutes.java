package oxus.alerts;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import oxus.alerts.console.Board;
import oxus.alerts.console.Posted;
import oxus.alerts.deliver.AtomFeed;
import oxus.alerts.deliver.CapMessage;
import oxus.alerts.deliver.Masthead;
import oxus.schemas.ThreatLevelChange;

/** Changes for feed readers and warning systems: Atom and the Common Alerting Protocol. */
final class SyndicationRoutes {
  private static final long PAGE = 50;
  private static final long LARGEST_PAGE = 500;
  private static final String CAP = "/feeds/cap/";
  private static final String XML = ".xml";

  private final Exhibits exhibits;
  private final Board board;

  SyndicationRoutes(Exhibits exhibits) {
    this.exhibits = exhibits;
    this.board = exhibits.board();
  }

  void mount(Router router) {
    router.get("/feeds/changes.atom").handler(this::changes);
    router.get("/feeds/cap.atom").handler(this::messages);
    router.get("/feeds/cap/:change.xml").handler(this::cap);
  }

  private void changes(RoutingContext context) {
    atom(context, AtomFeed.ofChanges(masthead(context), page(context)));
  }

  private void messages(RoutingContext context) {
    atom(context, AtomFeed.ofCapMessages(masthead(context), page(context)));
  }

  private static void atom(RoutingContext context, String feed) {
    Reply.send(context, AtomFeed.CONTENT_TYPE + "; charset=utf-8", feed);
  }

  /** Newest first, since that is what a feed reader reads. */
  private AtomFeed.Page page(RoutingContext context) {
    ChangeQuery query = ChangeQuery.of(context, board, "before", "limit");
    LinkParameters link = LinkParameters.all(context);
    long before = link.number("before", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
    int limit = link.number("limit", 1, LARGEST_PAGE).orElse(PAGE).intValue();
    List<Posted> found = new ArrayList<>(board.after(-1, Integer.MAX_VALUE));
    found.removeIf(posted -> posted.offset() >= before || !query.matches(posted));
    Collections.reverse(found);
    List<Posted> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(
                ChangeQuery.link(
                    context, "before", Optional.of(Long.toString(page.get(limit - 1).offset()))))
            : Optional.empty();
    return new AtomFeed.Page(
        page,
        ChangeQuery.link(context, "before", link.text("before")),
        ChangeQuery.link(context, "before", Optional.empty()),
        next);
  }

  private void cap(RoutingContext context) {
    LinkParameters.only(context);
    String name = LinkParameters.rest(context, CAP);
    String id = name.substring(0, name.length() - XML.length());
    ThreatLevelChange change =
        board.find(id).map(Posted::change).orElseThrow(() -> FeedRoutes.noChange(id));
    List<ThreatLevelChange> history =
        board.after(-1, Integer.MAX_VALUE).stream()
            .map(Posted::change)
            .filter(other -> other.getSector().equals(change.getSector()))
            .toList();
    Reply.send(
        context,
        "application/cap+xml; charset=utf-8",
        CapMessage.of(masthead(context), change, history));
  }

  private Masthead masthead(RoutingContext context) {
    return masthead(context, exhibits);
  }

  /** With the address by which the reader came. */
  static Masthead masthead(RoutingContext context, Exhibits exhibits) {
    HttpServerRequest request = context.request();
    HostAndPort authority = request.authority();
    String host = authority == null ? String.valueOf(request.localAddress()) : authority.toString();
    return new Masthead(
        exhibits.board().theatre(),
        exhibits.exercise(),
        request.scheme() + "://" + host,
        exhibits.cap().sender());
  }
}
