package oxus.schemas.outbound;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import oxus.schemas.outbound.Outcome.Answer;
import oxus.schemas.outbound.Outcome.Refused;

/** One request on its way through its redirects. Everything happens on one context. */
final class Journey {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final int ADDRESSES_TRIED = 3;

  private final Context context;
  private final HttpClient http;
  private final OutboundRules rules;
  private final NameResolver names;
  private final OutboundRequest request;
  private final Promise<Outcome> outcome;
  private @Nullable HttpClientRequest open;
  private @Nullable String firstAuthority;
  private Optional<String> permanentUrl = Optional.empty();
  private boolean permanentSoFar = true;
  private int hops;

  Journey(
      Context context,
      HttpClient http,
      OutboundRules rules,
      NameResolver names,
      OutboundRequest request) {
    this.context = context;
    this.http = http;
    this.rules = rules;
    this.names = names;
    this.request = request;
    this.outcome = Promise.promise();
  }

  CompletionStage<Outcome> outcome() {
    return outcome.future().toCompletionStage();
  }

  void start() {
    long timer =
        context
            .owner()
            .setTimer(
                request.limits().total().toMillis(),
                ignored -> fail(new RefusedException(Refusal.TOO_SLOW, request.url())));
    outcome.future().onComplete(ignored -> context.owner().cancelTimer(timer));
    try {
      Target first = Target.parse(request.url());
      firstAuthority = first.authority();
      visit(first);
    } catch (RefusedException e) {
      fail(e);
    }
  }

  private void visit(Target target) {
    rules.checkPort(target);
    addresses(target)
        .onSuccess(
            found -> {
              try {
                connect(target, rules.allowed(target, found), 0);
              } catch (RefusedException e) {
                fail(e);
              }
            })
        .onFailure(this::fail);
  }

  private Future<List<InetAddress>> addresses(Target target) {
    if (target.isAddress()) {
      return Future.succeededFuture(List.of(Addresses.literal(target.host())));
    }
    return context.executeBlocking(() -> names.resolve(target.host()), false);
  }

  private void connect(Target target, List<InetAddress> addresses, int index) {
    if (outcome.future().isComplete()) {
      return;
    }
    InetSocketAddress checked = new InetSocketAddress(addresses.get(index), target.port());
    http.request(options(target, checked))
        .onSuccess(sent -> send(target, checked, sent))
        .onFailure(
            failure -> {
              boolean another =
                  index + 1 < Math.min(addresses.size(), ADDRESSES_TRIED)
                      && refusal(failure) == Refusal.NO_CONNECTION;
              if (another) {
                connect(target, addresses, index + 1);
              } else {
                fail(failure);
              }
            });
  }

  /** Connects to the address; the name is for the Host header and the certificate only. */
  private RequestOptions options(Target target, InetSocketAddress checked) {
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(checked))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.secure())
            .setMethod(HttpMethod.valueOf(request.method()))
            .setFollowRedirects(false)
            .setURI(target.resource());
    options.putHeader(HttpHeaders.USER_AGENT, OutboundClient.userAgent());
    options.putHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
    if (target.authority().equals(firstAuthority)) {
      request.headers().forEach(options::putHeader);
    }
    return options;
  }

  private void send(Target target, InetSocketAddress checked, HttpClientRequest sent) {
    if (outcome.future().isComplete()) {
      close(sent);
      return;
    }
    open = sent;
    if (!isPeer(checked, sent)) {
      fail(new RefusedException(Refusal.OTHER_PEER, target.authority()));
      return;
    }
    sent.response().onSuccess(response -> receive(target, sent, response)).onFailure(this::fail);
    Buffer body = Buffer.buffer(request.body().bytes());
    Future<?> unused = body.length() == 0 ? sent.end() : sent.end(body);
  }

  private static boolean isPeer(InetSocketAddress checked, HttpClientRequest sent) {
    SocketAddress peer = sent.connection().remoteAddress();
    return peer.port() == checked.getPort()
        && checked.getAddress().getHostAddress().equals(peer.hostAddress());
  }

  private void receive(Target target, HttpClientRequest sent, HttpClientResponse response) {
    if (REDIRECTS.contains(response.statusCode())
        && request.method().equals("GET")
        && request.limits().redirects() > 0) {
      open = null;
      close(sent);
      redirect(target, response);
      return;
    }
    Buffer body = Buffer.buffer();
    response.exceptionHandler(this::fail);
    response.handler(
        part -> {
          if (body.length() + part.length() > request.limits().packedBytes()) {
            fail(
                new RefusedException(
                    Refusal.TOO_LARGE, "more than " + request.limits().packedBytes() + " bytes"));
          } else {
            body.appendBuffer(part);
          }
        });
    response.endHandler(ignored -> finish(target, response, body.getBytes()));
  }

  private void redirect(Target target, HttpClientResponse response) {
    try {
      hops++;
      if (hops > request.limits().redirects()) {
        throw new RefusedException(Refusal.TOO_MANY_REDIRECTS, request.url());
      }
      String location = response.getHeader(HttpHeaders.LOCATION);
      if (location == null || location.isBlank()) {
        throw new RefusedException(Refusal.BAD_REDIRECT, target.text());
      }
      Target next = target.follow(location);
      permanentSoFar = permanentSoFar && PERMANENT.contains(response.statusCode());
      permanentUrl = permanentSoFar ? Optional.of(next.text()) : permanentUrl;
      visit(next);
    } catch (RefusedException e) {
      fail(e);
    }
  }

  private void finish(Target target, HttpClientResponse response, byte[] packed) {
    if (outcome.future().isComplete()) {
      return;
    }
    String encoding = response.headers().get(HttpHeaders.CONTENT_ENCODING);
    context
        .executeBlocking(
            () ->
                new Unpacking(request.limits())
                    .unpack(packed.length == 0 || encoding == null ? "" : encoding, packed),
            false)
        .onFailure(this::fail)
        .onSuccess(
            plain ->
                outcome.tryComplete(
                    new Answer(
                        response.statusCode(),
                        target.text(),
                        permanentUrl,
                        Outcome.joined(response.headers().entries()),
                        Body.of(plain))));
  }

  private void fail(Throwable failure) {
    String message =
        failure instanceof RefusedException
            ? String.valueOf(failure.getMessage())
            : request.url() + ": " + refusal(failure).meaning() + " (" + failure.getMessage() + ")";
    outcome.tryComplete(new Refused(refusal(failure), message));
    if (open != null) {
      close(open);
      open = null;
    }
  }

  private static void close(HttpClientRequest sent) {
    Future<Void> unused = sent.connection().close();
  }

  private static Refusal refusal(Throwable failure) {
    if (failure instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (failure instanceof TooLongFrameException) {
      return Refusal.HEADERS_TOO_LARGE;
    }
    if (failure instanceof UnknownHostException) {
      return Refusal.NO_SUCH_HOST;
    }
    if (failure instanceof SSLException) {
      return Refusal.NO_TLS;
    }
    if (failure instanceof HttpClosedException) {
      return Refusal.CUT_OFF;
    }
    return failure instanceof ConnectTimeoutException || failure instanceof IOException
        ? Refusal.NO_CONNECTION
        : Refusal.BROKEN_ANSWER;
  }
}
