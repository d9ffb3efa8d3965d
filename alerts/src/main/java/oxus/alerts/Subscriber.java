package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import oxus.alerts.console.Posted;

/** One reader of the stream of changes, and how far it has come. Lives on the event loop. */
final class Subscriber {
  private static final int BATCH = 64;
  private static final int QUEUE_BYTES = 256 * 1024;
  private static final int PATIENCE = 12;

  private final EventStream stream;
  private final HttpServerResponse response;
  private boolean placed;
  private long seen;
  private long seenDeeds;
  private int silences;

  /**
   * A reader.
   *
   * @param from the offset after which it reads; empty: whatever comes from now on
   */
  Subscriber(EventStream stream, HttpServerResponse response, Optional<Long> from) {
    this.stream = stream;
    this.response = response;
    this.seenDeeds = stream.deeds();
    this.placed = from.isPresent();
    this.seen = from.orElse(0L);
  }

  void open() {
    response
        .setChunked(true)
        .setWriteQueueMaxSize(QUEUE_BYTES)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("X-Accel-Buffering", "no")
        .closeHandler(closed -> stream.forget(this))
        .exceptionHandler(broken -> stream.forget(this))
        .drainHandler(drained -> pump());
    // its place first: what comes after the reader knows that it is connected is news to it
    place();
    write(Buffer.buffer("retry: 2000\n: connected\n\n"));
    pump();
  }

  /** What is news is known only once the board has read what is history. */
  private void place() {
    if (!placed && stream.isReady()) {
      placed = true;
      seen = stream.newest();
    }
  }

  /** Writes what the reader has not seen, as long as its connection takes it. */
  void pump() {
    place();
    if (!placed) {
      return;
    }
    while (!response.closed() && !response.writeQueueFull()) {
      tellGap();
      tellDeeds();
      List<Posted> next = stream.after(seen, BATCH);
      if (next.isEmpty()) {
        return;
      }
      for (Posted posted : next) {
        if (response.writeQueueFull()) {
          return;
        }
        write(stream.frame(posted));
        seen = posted.offset();
      }
    }
  }

  /**
   * Nothing is dropped silently: who asks for more than is remembered is told so, and so is who has
   * seen what is not there, since the topic was written anew.
   */
  private void tellGap() {
    long forgotten = stream.forgotten();
    if (forgotten > seen) {
      gap(forgotten, "read these offsets from the topic of changes");
    }
    long newest = stream.newest();
    if (newest < seen && stream.isReady()) {
      gap(newest, "the topic of changes was written anew; start again with after=-1");
    }
  }

  private void gap(long upTo, String cure) {
    write(
        Buffer.buffer(
            "event: gap\nid: "
                + upTo
                + "\ndata: {\"after\":"
                + seen
                + ",\"upTo\":"
                + upTo
                + ",\"cure\":\""
                + cure
                + "\"}\n\n"));
    stream.countGap();
    seen = upTo;
  }

  /**
   * Says that people did something, not what: however much a slow reader missed, one event tells it
   * to look again. Without an id, since only changes can be resumed from.
   */
  private void tellDeeds() {
    long deeds = stream.deeds();
    if (deeds > seenDeeds) {
      write(Buffer.buffer("event: work\ndata: {\"sequence\":" + deeds + "}\n\n"));
      seenDeeds = deeds;
    }
  }

  /** False when the reader has taken nothing for so long that its connection was ended. */
  boolean heartbeat() {
    if (!response.writeQueueFull()) {
      silences = 0;
      write(Buffer.buffer(": heartbeat\n\n"));
      pump();
      return true;
    }
    silences++;
    if (silences < PATIENCE) {
      return true;
    }
    response.reset();
    stream.forget(this);
    return false;
  }

  private void write(Buffer bytes) {
    response.write(bytes);
  }
}
