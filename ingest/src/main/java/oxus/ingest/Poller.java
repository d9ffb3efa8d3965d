package oxus.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
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

  /**
   * How far back what was published is remembered after a restart. An older item that a feed still
   * has comes again, and is passed by as seen before.
   */
  private static final Duration LOOK_BACK = Duration.ofDays(90);

  /** What a server is left in peace for between two feeds of it. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Vertx vertx = Vertx.vertx();
  private final OutboundClient client;
  private final KafkaArticleLog log;
  private final FeedCollector collector;
  private final FeedMeters meters;
  private final FeedRegister register;
  private final Map<FeedSource, Turn> turns = new ConcurrentHashMap<>();
  private final Set<String> busyHosts = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> restUntil = new ConcurrentHashMap<>();
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
      FeedRegister register,
      String exceptions,
      MeterRegistry registry) {
    this.register = register;
    this.client =
        new OutboundClient(vertx, OutboundRules.with(exceptions), NameResolver.ofTheMachine());
    this.log = new KafkaArticleLog(deployment, now().minus(LOOK_BACK));
    this.collector = new FeedCollector(client, new Articles(theatre), log);
    this.meters = new FeedMeters(registry);
  }

  /** Starts asking. */
  public void start() {
    Future<?> unused = timer.scheduleWithFixedDelay(this::askWhoIsDue, 0, 1, TimeUnit.SECONDS);
  }

  private void askWhoIsDue() {
    Instant now = now();
    List<FeedSource> feeds = register.all();
    turns.keySet().stream().filter(feed -> !feeds.contains(feed)).toList().forEach(this::forget);
    for (FeedSource feed : feeds) {
      Turn turn = turns.computeIfAbsent(feed, added -> begin(added, now));
      if (!turn.next().isAfter(now) && isFree(host(turn.memory()), now)) {
        workers.execute(() -> ask(feed, turn));
      }
    }
  }

  private Turn begin(FeedSource feed, Instant now) {
    FeedMemory memory = FeedMemory.of(feed, now);
    meters.show(feed, memory);
    return new Turn(memory, now);
  }

  private void forget(FeedSource feed) {
    turns.remove(feed);
    meters.hide(feed);
  }

  /** One request at a time for each host, and a pause after it. */
  private boolean isFree(String host, Instant now) {
    Instant rests = restUntil.get(host);
    return (rests == null || !rests.isAfter(now)) && busyHosts.add(host);
  }

  private void rest(String host) {
    Instant now = now();
    restUntil.values().removeIf(until -> until.isBefore(now));
    restUntil.put(host, now.plus(PAUSE));
    busyHosts.remove(host);
  }

  private void ask(FeedSource feed, Turn turn) {
    try {
      FeedCollector.Poll poll = collector.poll(feed, turn.memory(), now());
      Instant now = now();
      tell(feed, poll, now);
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
      tell(feed, new FeedCollector.Poll(failed, List.of(), Optional.empty()), now());
      turns.put(
          feed,
          new Turn(
              failed, FeedSchedule.next(now(), feed.every(), failed.failures(), Optional.empty())));
    } finally {
      rest(host(turn.memory()));
    }
  }

  private void tell(FeedSource feed, FeedCollector.Poll poll, Instant now) {
    meters.count(feed, poll, now);
    register.told(feed, poll.memory(), poll.added().size(), now);
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
