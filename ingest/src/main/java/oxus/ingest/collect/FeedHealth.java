package oxus.ingest.collect;

import java.time.Instant;

/** How a feed does, worst first. */
public enum FeedHealth {
  /** It could not be fetched or read the last time. */
  FAILING,
  /** It was read and has no items. */
  EMPTY,
  /** More than half of its items tell no date. */
  UNDATED,
  /** Nothing new has come for longer than its list says. */
  SILENT,
  FINE;

  static FeedHealth of(FeedMemory memory, FeedSource feed, Instant now) {
    if (memory.failures() > 0) {
      return FAILING;
    }
    if (memory.items() == 0) {
      return EMPTY;
    }
    if (memory.undated() * 2 > memory.items()) {
      return UNDATED;
    }
    return memory.newest().plus(feed.silentAfter()).isBefore(now) ? SILENT : FINE;
  }
}
