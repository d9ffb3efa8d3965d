package oxus.alerts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import oxus.alerts.console.Posted;

/** One reader of the stream of changes, and how far it has come. Lives on the event loop. */
final class Subscriber {
  private static final int BATCH = 64;
  private static final int QUEUE_BYTES = 256 * 1024;
  private static final int PATIENCE = 12;

  private final EventStream stream;
  private final HttpServerResponse response;
  private long seen;
  private long seenDeeds;
  private int silences;

  Subscriber(EventStream stream, HttpServerResponse response, long seen) {
    this.stream = stream;
    this.response = response;
    this.seen = seen;
    this.seenDeeds = stream.deeds();
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
    // a comment at once, so that the reader knows that it is connected
    write(Buffer.buffer("retry: 2000\n: changes after " + seen + "\n\n"));
    pump();
  }

  /** Writes what the reader has not seen, as long as its connection takes it. */
  void pump() {
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

  /** Nothing is dropped silently: who asks for more than is remembered is told so. */
  private void tellGap() {
    long forgotten = stream.forgotten();
    if (forgotten <= seen) {
      return;
    }
    write(
        Buffer.buffer(
            "event: gap\nid: "
                + forgotten
                + "\ndata: {\"after\":"
                + seen
                + ",\"upTo\":"
                + forgotten
                + ",\"cure\":\"read these offsets from the topic of changes\"}\n\n"));
    stream.countGap();
    seen = forgotten;
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
