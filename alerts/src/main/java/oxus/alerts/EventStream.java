package oxus.alerts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import oxus.alerts.console.Board;
import oxus.alerts.console.Posted;
import oxus.alerts.deliver.ChangesJson;
import oxus.alerts.work.Work;

/**
 * The live stream of changes (server-sent events). A subscriber is only a place in the board's log:
 * what it has not read yet waits there, not in a queue of its own, so a slow reader costs nothing
 * and misses nothing that the board still remembers.
 */
final class EventStream {
  private static final int REMEMBERED_FRAMES = 256;
  private static final int SLICE = 256;

  private final Board board;
  private final Readiness readiness;
  private final boolean exercise;
  private final Work work;
  private final int most;
  private final Context loop;
  private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean pumping = new AtomicBoolean();
  private final Map<Long, Buffer> frames = new LinkedHashMap<>();
  private final Counter gaps;
  private final Counter stalled;
  private final Counter refused;

  /**
   * The stream.
   *
   * @param most readers at once; who comes beyond them is told when to come again
   */
  EventStream(Context loop, Exhibits exhibits, Work work, Duration heartbeat, int most) {
    this.board = exhibits.board();
    this.readiness = exhibits.readiness();
    this.work = work;
    this.most = most;
    this.exercise = exhibits.exercise();
    this.loop = loop;
    this.gaps = exhibits.meters().counter("oxus.stream.gaps");
    this.refused = exhibits.meters().counter("oxus.stream.refused");
    this.stalled = exhibits.meters().counter("oxus.stream.stalled");
    Gauge.builder("oxus.stream.subscribers", subscribers, Set::size).register(exhibits.meters());
    board.onChange(this::wake);
    work.onAction(this::wake);
    loop.owner().setPeriodic(heartbeat.toMillis(), timer -> loop.runOnContext(tick -> heartbeat()));
  }

  void mount(Router router) {
    router.get("/api/events").handler(this::open);
  }

  /** On the poster's thread: however many changes come, one pump waits at a time. */
  private void wake() {
    if (pumping.compareAndSet(false, true)) {
      loop.runOnContext(
          woken -> {
            pumping.set(false);
            pump(subscribers.iterator());
          });
    }
  }

  /** In slices: between them the loop answers others, however many readers there are. */
  private void pump(Iterator<Subscriber> rest) {
    for (int i = 0; i < SLICE && rest.hasNext(); i++) {
      rest.next().pump();
    }
    if (rest.hasNext()) {
      loop.runOnContext(next -> pump(rest));
    }
  }

  private void heartbeat() {
    for (Subscriber subscriber : subscribers) {
      if (!subscriber.heartbeat()) {
        stalled.increment();
      }
    }
  }

  private void open(RoutingContext context) {
    LinkParameters link = LinkParameters.only(context, "after");
    Optional<Long> after =
        resumeFrom(context.request().getHeader("Last-Event-ID"))
            .or(() -> link.number("after", -1, Long.MAX_VALUE));
    if (Reply.isHead(context)) {
      // what follows never ends, so there is no length to tell
      context.response().putHeader("Content-Type", "text/event-stream").end();
      return;
    }
    if (subscribers.size() >= most) {
      refused.increment();
      context.response().putHeader("Retry-After", "5");
      context.fail(503);
      return;
    }
    loop.runOnContext(opened -> subscribe(context, after));
  }

  /** A browser repeats the last id that it saw; it knows better than the link of the page. */
  private static Optional<Long> resumeFrom(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(lastEventId.strip()));
    } catch (NumberFormatException e) {
      throw new BadLinkException(
          "Last-Event-ID '" + lastEventId + "' is not an id of this stream; ids are whole numbers");
    }
  }

  private void subscribe(RoutingContext context, Optional<Long> after) {
    Subscriber subscriber = new Subscriber(this, context.response(), after);
    subscribers.add(subscriber);
    subscriber.open();
  }

  void forget(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  List<Posted> after(long offset, int limit) {
    return board.after(offset, limit);
  }

  long forgotten() {
    return board.forgotten();
  }

  /** How many things people have done: a reader that knows of fewer has news. */
  long deeds() {
    return work.sequence();
  }

  long newest() {
    return board.newest();
  }

  /** Whether the board has read what was there when it started. */
  boolean isReady() {
    return readiness.missing().isEmpty();
  }

  void countGap() {
    gaps.increment();
  }

  /** All subscribers share one frame of a change; only the loop's thread comes here. */
  Buffer frame(Posted posted) {
    Buffer known = frames.get(posted.offset());
    if (known != null) {
      return known;
    }
    if (frames.size() >= REMEMBERED_FRAMES) {
      frames.clear();
    }
    Buffer frame = encode(posted);
    frames.put(posted.offset(), frame);
    return frame;
  }

  private Buffer encode(Posted posted) {
    return Buffer.buffer(
        "event: change\nid: "
            + posted.offset()
            + "\ndata: "
            + ChangesJson.of(posted, exercise)
            + "\n\n");
  }
}
