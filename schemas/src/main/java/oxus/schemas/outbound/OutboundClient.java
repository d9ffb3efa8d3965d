package oxus.schemas.outbound;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.CompletionStage;

/**
 * Sends requests into the internet: the address that is connected to is the address that was
 * checked, on every hop, and an answer that is too large, too slow or too tightly packed ends with
 * a reason.
 */
public final class OutboundClient implements AutoCloseable {
  private static final int CONNECT_TIMEOUT_MS = 10_000;
  private static final int LARGEST_HEADER = 32_768;
  private static final String NAME = "oxus/0.1 (+https://github.com/oxuswatch/oxus)";

  private final Context context;
  private final HttpClient http;
  private final OutboundRules rules;
  private final NameResolver names;

  /** A client on this Vert.x, which the caller closes after it. */
  public OutboundClient(Vertx vertx, OutboundRules rules, NameResolver names) {
    this.context = vertx.getOrCreateContext();
    this.rules = rules;
    this.names = names;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setMaxHeaderSize(LARGEST_HEADER)
                .setMaxRedirects(0));
  }

  /** Sends a request; the stage always completes with an outcome, within the request's time. */
  public CompletionStage<Outcome> send(OutboundRequest request) {
    Journey journey = new Journey(context, http, rules, names, request);
    context.runOnContext(ignored -> journey.start());
    return journey.outcome();
  }

  /** The name under which requests are sent. */
  static String userAgent() {
    return NAME;
  }

  @Override
  public void close() {
    http.close();
  }
}
