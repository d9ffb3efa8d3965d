package oxus.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.ingest.collect.FeedSource;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.connect.AppMain;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.Meters;
import oxus.schemas.connect.StreamsRun;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The ingest app: extracts events from articles as they come, and keeps the clock of the sequencer.
 */
public final class IngestApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestApp.class);
  private static final String NAME = "ingest";

  private final StreamsRun run;
  private final TickClock clock;

  /** An app that is not started yet; topics must be there. */
  public IngestApp(Deployment deployment, Theatre theatre, MeterRegistry registry) {
    this.run =
        new StreamsRun(
            new ExtractionTopology(theatre, deployment.prefix()).build(),
            KafkaSettings.streams(deployment, NAME),
            registry);
    this.clock = new TickClock(deployment);
  }

  /** Starts extraction and the clock. */
  public void live() {
    run.start();
    clock.start();
  }

  public boolean isReady() {
    return run.isReady();
  }

  public boolean hasFailed() {
    return run.hasFailed();
  }

  @Override
  public void close() {
    clock.close();
    run.close();
  }

  /** Runs from environment variables; docs/deployment.md lists them. */
  public static void main(String[] arguments) {
    AppMain.run(NAME, deployment -> start(deployment, System.getenv()));
  }

  private static AppMain.Running start(Deployment deployment, Map<String, String> environment)
      throws IOException {
    Theatre theatre =
        deployment.theatreFolder().map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new TopicAdmin(deployment).createMissing(Duration.ofSeconds(60));
    String scenario = environment.getOrDefault("OXUS_SCENARIO", "");
    if (scenario.isBlank()) {
      return live(deployment, theatre, registry, environment);
    }
    // Time comes from the scenario: a live clock beside it would age everything at once.
    AtomicBoolean published = new AtomicBoolean();
    Meters meters = Meters.open(deployment, registry, published::get);
    AtomicLong records = new AtomicLong();
    Gauge.builder("oxus.replay.published.records", records, AtomicLong::get).register(registry);
    replay(deployment, theatre, scenario, records::set);
    published.set(true);
    return AppMain.running(() -> false, meters);
  }

  private static AppMain.Running live(
      Deployment deployment,
      Theatre theatre,
      PrometheusMeterRegistry registry,
      Map<String, String> environment)
      throws IOException {
    String articles = environment.getOrDefault("OXUS_ARTICLES", "");
    String list = environment.getOrDefault("OXUS_FEEDS", "");
    List<FeedSource> feeds = list.isBlank() ? List.of() : FeedFiles.read(Path.of(list));
    IntakeDoor door = IntakeDoor.of(environment);
    FeedRegister register =
        FeedRegister.open(feeds, deployment.stateFolder().resolve("feeds.yaml"));
    IngestApp app = new IngestApp(deployment, theatre, registry);
    app.live();
    PushIntake push = new PushIntake(deployment, theatre, PushIntake.DEFAULT_RATE);
    push.bindTo(registry);
    FeedListRoutes feedRoutes = new FeedListRoutes(register, push::now);
    IntakeServer server =
        IntakeServer.start(
            deployment,
            registry,
            app::isReady,
            (router, caller) -> {
              door.mount(router);
              push.mount(router, caller);
              feedRoutes.mount(router);
            });
    if (!articles.isBlank()) {
      new ArticlePublisher(deployment, theatre)
          .publish(Path.of(articles))
          .forEach(
              problem -> LOG.atWarn().addKeyValue("problem", problem).log("article not taken in"));
    }
    Poller poller =
        new Poller(
            deployment,
            theatre,
            register,
            environment.getOrDefault("OXUS_OUTBOUND_ALLOW", ""),
            registry);
    poller.start();
    return AppMain.running(() -> app.hasFailed() || push.hasFailed(), poller, server, push, app);
  }

  private static void replay(
      Deployment deployment, Theatre theatre, String name, LongConsumer progress) {
    Scenarios.Scenario scenario = new Scenarios(theatre).read(name);
    new SequencePublisher(deployment)
        .publish(
            new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
                .of(scenario.events(), List.of()),
            scenario.hash() + " " + theatre.version(),
            progress);
  }
}
