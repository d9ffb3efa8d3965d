package oxus.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.alerts.AlertsApp;
import oxus.alerts.WebhookConfig;
import oxus.ingest.ArticlePublisher;
import oxus.ingest.FeedFiles;
import oxus.ingest.FeedListRoutes;
import oxus.ingest.FeedRegister;
import oxus.ingest.IngestApp;
import oxus.ingest.Poller;
import oxus.ingest.PushIntake;
import oxus.ingest.collect.FeedSource;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code oxus up}: everything in one JVM, live. */
@Command(
    name = "up",
    description = "Runs everything in this process, live: broker, intake, pipeline and console.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class UpCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PARTITIONS = 6;
  private static final Path STANDARD_INPUT = Path.of("-");
  private static final Path DEFAULT_DATA = Path.of("data");

  @Mixin private ServeOptions serve = new ServeOptions();
  @Mixin private TheatreOption theatre = new TheatreOption();

  @Option(
      names = "--articles",
      paramLabel = "PATH",
      description =
          "Take in the articles of this file or folder (NDJSON, or texts with a date line) at the"
              + " start; -: NDJSON from standard input.")
  private @Nullable Path articles;

  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      description = "Ask the feeds of this list, as long as it runs; its form: docs/intake.md.")
  private @Nullable Path feeds;

  @Option(
      names = "--watch-folder",
      paramLabel = "DIR",
      description =
          "Take in the article files (.ndjson, .jsonl, .json, .xml, .txt) that are dropped into this"
              + " folder, and move them to done/ or rejects/ in it.")
  private @Nullable Path watchFolder;

  @Option(
      names = "--push-rate",
      paramLabel = "N",
      defaultValue = "" + PushIntake.DEFAULT_RATE,
      description =
          "Articles a second that each key may push to POST /articles. Default: ${DEFAULT-VALUE}.")
  private int pushRate;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = command.commandLine().getErr();
    Theatre loaded = theatre.load();
    List<FeedSource> listed = feeds == null ? List.of() : FeedFiles.read(feeds);
    Optional<WebhookConfig> webhooks = serve.webhooks(loaded, "");
    Path folder = serve.data().orElse(DEFAULT_DATA);
    try (StopSignal stop = new StopSignal(() -> {});
        EmbeddedBroker broker = serve.broker(folder)) {
      Deployment deployment = serve.deployment(broker, folder, "", PARTITIONS);
      // the intake reads topics before the pipeline would make them
      new TopicAdmin(deployment).createMissing(PATIENCE);
      FeedRegister register = FeedRegister.open(listed, folder.resolve("feeds.yaml"));
      FeedListRoutes feedRoutes = new FeedListRoutes(register, AlertsApp.clock());
      try (PushIntake push = new PushIntake(deployment, loaded, pushRate);
          Pipeline pipeline =
              Pipeline.served(
                  deployment,
                  loaded,
                  (router, caller) -> {
                    push.mount(router, caller);
                    feedRoutes.mount(router);
                  },
                  app -> ServeOptions.announce(err, app, broker, ""));
          IngestApp ingest = new IngestApp(deployment, loaded, pipeline.registry());
          Poller poller =
              new Poller(
                  deployment,
                  loaded,
                  register,
                  System.getenv().getOrDefault("OXUS_OUTBOUND_ALLOW", ""),
                  pipeline.registry())) {
        if (webhooks.isPresent()) {
          pipeline.tell(deployment, webhooks.get());
        }
        push.bindTo(pipeline.registry());
        ingest.live();
        poller.start();
        takeIn(deployment, loaded, push);
        if (watchFolder != null) {
          push.watch(watchFolder, err::println);
        }
        err.println("up, data in " + folder.toAbsolutePath() + "; Ctrl-C stops it");
        if (stop.await(() -> pipeline.hasFailed() || ingest.hasFailed() || push.hasFailed())) {
          return ExitCode.FINE;
        }
        List<String> stopped = new ArrayList<>(pipeline.stopped());
        if (ingest.hasFailed()) {
          stopped.add("ingest");
        }
        if (push.hasFailed()) {
          stopped.add("push");
        }
        return ServeOptions.stopped(err, stopped);
      }
    }
  }

  private void takeIn(Deployment deployment, Theatre loaded, PushIntake push) {
    PrintWriter err = command.commandLine().getErr();
    if (articles == null) {
      return;
    }
    if (articles.equals(STANDARD_INPUT)) {
      Thread reader = new Thread(() -> readStandardInput(push, err), "standard-input");
      reader.setDaemon(true);
      reader.start();
      return;
    }
    new ArticlePublisher(deployment, loaded)
        .publish(articles)
        .forEach(problem -> err.println("oxus: " + problem));
  }

  private static void readStandardInput(PushIntake push, PrintWriter err) {
    try {
      int accepted = push.read(System.in, problem -> err.println("oxus: " + problem));
      err.println("standard input has ended: " + accepted + " articles taken in");
    } catch (IOException e) {
      err.println("oxus: standard input: " + e.getMessage());
    }
  }
}
