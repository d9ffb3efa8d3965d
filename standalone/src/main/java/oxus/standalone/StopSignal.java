package oxus.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a command that stays up end in order: a signal wakes it, and the process goes only when what
 * it opened is closed. Open it before everything else, so that it closes last.
 */
final class StopSignal implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Runnable last;
  private volatile boolean waiting;

  /**
   * A signal that nobody gave yet.
   *
   * @param last done when all is closed, just before the process goes
   */
  StopSignal(Runnable last) {
    this.last = last;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** Waits for a signal; false when a part of the pipeline stopped on its own before one came. */
  boolean await(BooleanSupplier failed) throws InterruptedException {
    waiting = true;
    while (!requested.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (failed.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a signal came; from now on one waits until the command has closed. */
  boolean isGiven() {
    waiting = true;
    return requested.getCount() == 0;
  }

  private void stop() {
    requested.countDown();
    // In the middle of a replay nothing waits: what is committed stays, the rest is done again.
    if (waiting) {
      awaitClosed();
    }
    last.run();
  }

  private void awaitClosed() {
    try {
      boolean unused = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
