package oxus.standalone;

import java.io.PrintWriter;

/** A progress bar on standard error: a moving line on a terminal, a line each tenth elsewhere. */
final class Progress {
  private static final int WIDTH = 40;

  private final PrintWriter err;
  private final String what;
  private final long total;
  private final boolean terminal;
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
      err.println(what + ": " + done + " of " + total + " records");
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
            + "%");
    if (done >= total) {
      err.println();
    }
    err.flush();
  }
}
