package oxus.alerts;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import oxus.alerts.notify.Answer;
import oxus.schemas.outbound.Body;
import oxus.schemas.outbound.Limits;
import oxus.schemas.outbound.NameResolver;
import oxus.schemas.outbound.OutboundClient;
import oxus.schemas.outbound.OutboundRequest;
import oxus.schemas.outbound.OutboundRules;
import oxus.schemas.outbound.Outcome;

/** Sends messages by the one way out: to allowed addresses only, and never on to another. */
final class OutboundPoster implements Poster, AutoCloseable {
  private final Vertx vertx;
  private final OutboundClient client;
  private final Limits limits;

  OutboundPoster(OutboundRules rules, Limits limits) {
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    this.client = new OutboundClient(vertx, rules, NameResolver.ofTheMachine());
    this.limits = limits;
  }

  @Override
  public CompletionStage<Answer> post(String url, Map<String, String> headers, String body) {
    return client
        .send(OutboundRequest.post(url, headers, Body.of(body), limits))
        .thenApply(OutboundPoster::answer);
  }

  private static Answer answer(Outcome outcome) {
    if (outcome instanceof Outcome.Answer answer) {
      return Answer.of(answer.status(), answer.header("retry-after"));
    }
    Outcome.Refused refused = (Outcome.Refused) outcome;
    return Answer.none(refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
