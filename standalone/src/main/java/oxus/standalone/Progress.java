package oxus.standalone;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * A progress bar on standard error: a moving line on a terminal, a line each tenth elsewhere, with
 * the time that the rest will take at the rate so far.
 */
final class Progress {
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final String what;
  private final long total;
  private final boolean terminal;
  private final long began = System.nanoTime();
  private long shown = -1;

  // bin/oxus tells whether standard error is a terminal: Java cannot.
  Progress(PrintWriter err, String what, long total) {
    this.err = err;
    this.what = what;
    this.total = Math.max(1, total);
    this.terminal = System.getenv("OXUS_TERMINAL") != null;
  }

  synchronized void at(long done) {
    long step = done * (terminal ? 100 : 10) / total;
    if (step == shown) {
      return;
    }
    shown = step;
    if (!terminal) {
      err.println(what + ": " + done + " of " + total + " records" + left(done));
      return;
    }
    int full = (int) (done * WIDTH / total);
    err.print(
        "\r"
            + what
            + " ["
            + "#".repeat(full)
            + ".".repeat(WIDTH - full)
            + "] "
            + done * 100 / total
            + "%"
            + left(done)
            + "   ");
    if (done >= total) {
      err.println();
    }
    err.flush();
  }

  /** A guess is worth saying from the first second on. */
  private String left(long done) {
    Duration spent = Duration.ofNanos(System.nanoTime() - began);
    if (done == 0 || done >= total || spent.toMillis() < 1000) {
      return "";
    }
    long seconds = (long) (spent.toSeconds() * (double) (total - done) / done);
    return ", "
        + Duration.ofSeconds(Math.max(1, seconds)).toString().substring(2).toLowerCase(Locale.ROOT)
        + " left";
  }
}
