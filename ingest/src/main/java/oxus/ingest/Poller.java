package oxus.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.ingest.article.Articles;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSchedule;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.connect.Deployment;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.Theatre;

/** Asks each feed when its time has come, and no host twice at a time. */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final int AT_ONCE = 4;

  private final Vertx vertx = Vertx.vertx();
  private final OutboundClient client;
  private final KafkaArticleLog log;
  private final FeedCollector collector;
  private final FeedMeters meters;
  private final List<FeedSource> feeds;
  private final Map<FeedSource, Turn> turns = new ConcurrentHashMap<>();
  private final Set<String> busyHosts = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private record Turn(FeedMemory memory, Instant next) {}

  /**
   * A poller that is not started yet; reads what was published so far.
   *
   * @param exceptions endpoints beside the open internet that feeds may be at, as in {@code
   *     OXUS_OUTBOUND_ALLOW}
   */
  public Poller(
      Deployment deployment,
      Theatre theatre,
      List<FeedSource> feeds,
      String exceptions,
      MeterRegistry registry) {
    this.feeds = List.copyOf(feeds);
    this.client =
        new OutboundClient(vertx, OutboundRules.with(exceptions), NameResolver.ofTheMachine());
    this.log = new KafkaArticleLog(deployment);
    this.collector = new FeedCollector(client, new Articles(theatre), log);
    this.meters = new FeedMeters(registry);
  }

  /** Starts asking. */
  public void start() {
    Instant now = now();
    for (FeedSource feed : feeds) {
      FeedMemory memory = FeedMemory.of(feed, now);
      turns.put(feed, new Turn(memory, now));
      meters.show(feed, memory);
    }
    Future<?> unused = timer.scheduleWithFixedDelay(this::askWhoIsDue, 0, 1, TimeUnit.SECONDS);
  }

  private void askWhoIsDue() {
    Instant now = now();
    for (FeedSource feed : feeds) {
      Turn turn = turns.get(feed);
      if (turn != null && !turn.next().isAfter(now) && busyHosts.add(host(turn.memory()))) {
        workers.execute(() -> ask(feed, turn));
      }
    }
  }

  private void ask(FeedSource feed, Turn turn) {
    try {
      FeedCollector.Poll poll = collector.poll(feed, turn.memory(), now());
      Instant now = now();
      meters.count(feed, poll, now);
      Instant next =
          FeedSchedule.next(now, feed.every(), poll.memory().failures(), poll.notBefore());
      turns.put(feed, new Turn(poll.memory(), next));
      if (poll.memory().failures() > 0) {
        LOG.atWarn()
            .addKeyValue("source", feed.name())
            .addKeyValue("fault", poll.memory().fault())
            .log("feed not read");
      }
    } catch (RuntimeException e) {
      // Neither a broker that is away nor a fault of ours may end the other feeds.
      LOG.error("poll failed", e);
      FeedMemory failed = turn.memory().failed("NOT_PUBLISHED");
      meters.count(feed, new FeedCollector.Poll(failed, List.of(), Optional.empty()), now());
      turns.put(
          feed,
          new Turn(
              failed, FeedSchedule.next(now(), feed.every(), failed.failures(), Optional.empty())));
    } finally {
      busyHosts.remove(host(turn.memory()));
    }
  }

  private static String host(FeedMemory memory) {
    String authority = memory.url().replaceFirst("^https?://", "");
    return authority.split("[/?#]", 2)[0];
  }

  private static Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }

  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    log.close();
  }
}
