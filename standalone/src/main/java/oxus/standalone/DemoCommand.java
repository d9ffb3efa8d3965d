package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.alerts.AlertsApp;
import oxus.alerts.WebhookConfig;
import oxus.schemas.connect.Deployment;
import oxus.standalone.replay.RunFolder;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code oxus demo}: everything in one JVM on real history. */
@Command(
    name = "demo",
    description = {
      "Replays summer 2021 on the Afghan border through everything at once, and stays up with the console.",
      "Starts a broker, the pipeline and the console in this process, and prints each change of a threat level with its reason."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {
  private static final String SCENARIO = "summer-2021";

  private static final String PREFIX = Deployment.EXERCISE + "demo-";

  /** With one partition the months pass in step for all sectors, which is easier to watch. */
  private static final int IN_ORDER = 1;

  @Mixin private ServeOptions serve = new ServeOptions();
  @Mixin private TheatreOption theatre = new TheatreOption();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Stop the replay at this instant, for example 2021-07-15T00:00:00Z.")
  private @Nullable Instant until;

  @Option(names = "--no-wait", description = "Exit when the replay is done.")
  private boolean noWait;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = command.commandLine().getErr();
    Theatre loaded = theatre.load();
    Optional<WebhookConfig> webhooks = serve.webhooks(loaded, PREFIX);
    Replay replay =
        new Replay(
            new ReplayInputs(loaded, Optional.empty()).read(SCENARIO),
            loaded,
            Optional.empty(),
            Optional.ofNullable(until));
    Path folder = serve.data().orElseGet(() -> TemporaryFolder.create("oxus-demo-"));
    Runnable last = serve.data().isPresent() ? () -> {} : () -> TemporaryFolder.delete(folder);
    err.println("starting broker and pipeline ...");
    try (StopSignal stop = new StopSignal(last);
        EmbeddedBroker broker = serve.broker(folder)) {
      Deployment deployment = serve.deployment(broker, folder, PREFIX, IN_ORDER);
      try (Pipeline pipeline = Pipeline.served(deployment, loaded, app -> announce(app, broker));
          ChangePrinter printer =
              new ChangePrinter(deployment, command.commandLine().getOut(), Ansi.AUTO.enabled())) {
        if (webhooks.isPresent()) {
          pipeline.tell(deployment, webhooks.get());
        }
        printer.start();
        replay.publish(deployment, new Progress(err, SCENARIO, replay.size())::at);
        RunFolder run = replay.collect(deployment, pipeline);
        printer.printed(run.changeCount());
        err.println(
            "replayed "
                + replay.manifest().reports()
                + " reports: "
                + run.changeCount()
                + " changes of level");
        if (!noWait) {
          err.println("the console stays up; Ctrl-C stops it");
          return stop.await(pipeline::hasFailed)
              ? ExitCode.FINE
              : ServeOptions.stopped(err, pipeline.stopped());
        }
      }
    }
    return ExitCode.FINE;
  }

  private void announce(AlertsApp app, EmbeddedBroker broker) {
    ServeOptions.announce(command.commandLine().getErr(), app, broker, PREFIX);
  }
}
