package oxus.alerts.console;

import java.time.Instant;

/**
 * How one feed does that the intake of this process asks.
 *
 * @param state failing, empty, undated, silent or fine
 * @param failures polls in a row that failed
 * @param success when it was last read; the epoch: never
 */
public record FeedLine(
    String source, String url, String state, long failures, long articles, Instant success) {

  boolean isFine() {
    return state.equals("fine");
  }

  boolean wasRead() {
    return success.isAfter(Instant.EPOCH);
  }
}
