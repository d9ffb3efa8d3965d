package oxus.schemas.connect;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the mains of the apps share: one clear line when they cannot start, a clean stop on a
 * signal.
 */
public final class AppMain {
  private static final Logger LOG = LoggerFactory.getLogger(AppMain.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private AppMain() {}

  /** Starts an app. */
  public interface Start {
    Running start(Deployment deployment) throws Exception;
  }

  /**
   * An app that runs.
   *
   * @param failed tells that it stopped on its own
   * @param parts closed in this order
   */
  public record Running(BooleanSupplier failed, List<AutoCloseable> parts) {
    public Running {
      parts = List.copyOf(parts);
    }
  }

  public static Running running(BooleanSupplier failed, AutoCloseable... parts) {
    return new Running(failed, List.of(parts));
  }

  /** Runs until a signal or a failure; exit codes as docs/interface.md lists them. */
  public static void run(String name, Start start) {
    try {
      Running app = start.start(Deployment.of(System.getenv()));
      LOG.atInfo().addKeyValue("app", name).log("started");
      await(app);
      System.exit(1);
    } catch (BrokerUnreachableException e) {
      stop(String.valueOf(e.getMessage()), 4);
    } catch (Exception e) {
      LOG.debug("start failed", e);
      stop(String.valueOf(e.getMessage()), 2);
    }
  }

  private static void await(Running app) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(app);
                  stopped.countDown();
                }));
    while (!app.failed().getAsBoolean()) {
      if (stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private static void close(Running app) {
    for (AutoCloseable part : app.parts()) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("part did not close", e);
      }
    }
  }

  private static void stop(String message, int code) {
    System.err.println(message);
    System.exit(code);
  }
}
