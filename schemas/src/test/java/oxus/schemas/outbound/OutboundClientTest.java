package oxus.schemas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.outbound.Outcome.Answer;
import oxus.schemas.outbound.Outcome.Refused;

class OutboundClientTest {
  private static final Limits SMALL = new Limits(100_000, 400_000, 100, 5, Duration.ofSeconds(20));
  private static final Limits HASTY = new Limits(100_000, 400_000, 100, 5, Duration.ofMillis(300));

  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void bringsStatusHeadersAndBody() throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nContent-Length: 2\r\n\r\nhi")) {

      Answer answer = (Answer) get(server, "/");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("etag")).contains("\"a\"");
      assertThat(text(answer)).isEqualTo("hi");
    }
  }

  @Test
  void unpacks() throws IOException {
    try (RawServer server = RawServer.answering((request, out) -> packed(out, zip(10_000)))) {

      assertThat(((Answer) get(server, "/")).body().bytes()).hasSize(10_000);
    }
  }

  /** Every way of naming a place where requests must not go, and ways not to name one at all. */
  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(
      resources = "hostile-urls.csv",
      delimiter = '\t',
      quoteCharacter = '\u0001',
      ignoreLeadingAndTrailingWhitespace = false,
      maxCharsPerColumn = 8192)
  void refusesAHostileUrlForItsOwnReason(String url, Refusal refusal) {
    assertThat(refusal(send(url, SMALL, OutboundRules.INTERNET, hostileNames())))
        .isEqualTo(refusal);
  }

  @ParameterizedTest(name = "a name for {0}: {1}")
  @CsvSource({
    "127.0.0.1, LOOPBACK",
    "10.1.2.3, PRIVATE_ADDRESS",
    "169.254.169.254, METADATA",
    "169.254.1.1, LINK_LOCAL",
    "100.64.0.1, SHARED_ADDRESS",
    "::1, LOOPBACK",
    "fd00::1, PRIVATE_ADDRESS",
    "64:ff9b::a00:1, EMBEDDED_ADDRESS",
    "2002:a00:1::1, EMBEDDED_ADDRESS",
  })
  void refusesANameThatStandsForAForbiddenAddress(String address, Refusal refusal) {
    NameResolver names = host -> List.of(InetAddress.getByName(address));

    assertThat(refusal(send("http://news.test/", SMALL, OutboundRules.INTERNET, names)))
        .isEqualTo(refusal);
  }

  @Test
  void refusesANameWithOneForbiddenAddressAmongOthers() {
    NameResolver names =
        host -> List.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1"));

    assertThat(refusal(send("http://news.test/", SMALL, OutboundRules.INTERNET, names)))
        .isEqualTo(Refusal.PRIVATE_ADDRESS);
  }

  /**
   * The lookup that is checked is the lookup that is used, however often the answer changes. The
   * long form: {@code -Dtries=10000}.
   */
  @Test
  void neverConnectsToTheForbiddenOneOfAlternatingAnswers() throws IOException {
    String hello = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    InetAddress allowed = InetAddress.getLoopbackAddress();
    InetAddress forbidden = InetAddress.getByName("127.0.0.2");
    try (RawServer open = RawServer.saying(hello);
        RawServer closed =
            RawServer.on(
                "127.0.0.2",
                open.port(),
                (request, out) -> out.write(hello.getBytes(StandardCharsets.US_ASCII)));
        ChangingNameServer names =
            ChangingNameServer.with(allowed, forbidden, forbidden, allowed, forbidden);
        OutboundClient client =
            new OutboundClient(
                VERTX, OutboundRules.with("127.0.0.1:" + open.port()), over(names))) {
      int tries = Integer.getInteger("tries", 1_000);
      int answered = 0;
      int refused = 0;
      String url = "http://rebinding.test:" + open.port() + "/";
      for (int round = 0; round < tries; round++) {
        Outcome outcome = await(client, OutboundRequest.get(url, Map.of(), SMALL));
        answered += outcome instanceof Answer ? 1 : 0;
        refused +=
            outcome instanceof Refused reason && reason.refusal() == Refusal.LOOPBACK ? 1 : 0;
      }

      assertThat(closed.connections()).isZero();
      assertThat(answered).isEqualTo(tries * 2 / 5);
      assertThat(refused).isEqualTo(tries * 3 / 5);
      assertThat(names.queries()).isEqualTo(tries);
    }
  }

  @Test
  void checksEveryHopOfARedirect() throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n")) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.PRIVATE_ADDRESS);
    }
  }

  @ParameterizedTest(name = "Location {0}: {1}")
  @CsvSource({
    "file:///etc/passwd, SCHEME",
    "gopher://news.test/, SCHEME",
    "http://user:word@news.test/, CREDENTIALS_IN_URL",
    "http://[::ffff:10.0.0.1]/, EMBEDDED_ADDRESS",
    "//169.254.169.254/latest, METADATA",
    "http://127.0.0.1:22/, PORT",
    "http://2130706433/, ODD_ADDRESS",
    "/again, TOO_MANY_REDIRECTS",
  })
  void refusesARedirectForItsOwnReason(String location, Refusal refusal) throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 301 Moved\r\nLocation: " + location + "\r\n\r\n")) {

      assertThat(refusal(get(server, "/"))).isEqualTo(refusal);
    }
  }

  @Test
  void tellsWhereAFeedHasMovedForGood() throws IOException {
    try (RawServer server =
        RawServer.answering(
            (request, out) ->
                write(
                    out,
                    request.startsWith("GET /old")
                        ? "HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"
                        : request.startsWith("GET /new")
                            ? "HTTP/1.1 302 Found\r\nLocation: ../today\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {

      Answer answer = (Answer) get(server, "/old");

      assertThat(answer.permanentUrl()).contains(server.url("/new"));
      assertThat(answer.url()).isEqualTo(server.url("/today"));
    }
  }

  @Test
  void sendsHeadersToNoOtherHost() throws IOException {
    StringBuilder seen = new StringBuilder();
    try (RawServer other =
            RawServer.answering(
                (request, out) -> {
                  seen.append(request);
                  write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
        RawServer first =
            RawServer.saying("HTTP/1.1 302 Found\r\nLocation: " + other.url("/") + "\r\n\r\n");
        OutboundClient client =
            new OutboundClient(
                VERTX,
                OutboundRules.with("127.0.0.1:" + first.port() + ",127.0.0.1:" + other.port()),
                noNames())) {

      await(client, OutboundRequest.get(first.url("/"), Map.of("Authorization", "x"), SMALL));

      assertThat(seen).contains("GET / ").doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void givesARedirectAsTheAnswerToAPost() throws IOException {
    try (RawServer server =
            RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
        OutboundClient client =
            new OutboundClient(
                VERTX, OutboundRules.with("127.0.0.1:" + server.port()), noNames())) {

      Outcome outcome =
          await(
              client, OutboundRequest.post(server.url("/"), Map.of(), Body.of("{}"), Limits.HOOK));

      assertThat(((Answer) outcome).status()).isEqualTo(302);
    }
  }

  @Test
  void refusesABodyThatIsTooLarge() throws IOException {
    try (RawServer server =
        RawServer.answering(
            (request, out) -> {
              write(out, "HTTP/1.1 200 OK\r\n\r\n");
              endless(out, "x".repeat(1000));
            })) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.TOO_LARGE);
    }
  }

  @Test
  void refusesABodyThatIsTooLargeWhenUnpacked() throws IOException {
    Limits patient = new Limits(100_000, 70_000, 100_000, 5, Duration.ofSeconds(20));
    try (RawServer server = RawServer.answering((request, out) -> packed(out, zip(80_000)))) {

      assertThat(refusal(get(server, "/", patient))).isEqualTo(Refusal.TOO_LARGE_UNPACKED);
    }
  }

  /**
   * Ten megabytes of zeros become ten kilobytes; those, packed again, would become a million times
   * more.
   */
  @Test
  void refusesAZipBombAfterTheFirstBytesThatTellIt() throws IOException {
    byte[] bomb = zip(40_000_000);
    try (RawServer server = RawServer.answering((request, out) -> packed(out, bomb))) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.TOO_LARGE_UNPACKED);
      assertThat(
              refusal(
                  get(
                      server,
                      "/",
                      new Limits(100_000, 100_000_000, 100, 0, Duration.ofSeconds(20)))))
          .isEqualTo(Refusal.PACKED_TOO_TIGHT);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "br, UNKNOWN_ENCODING",
    "'gzip, gzip', UNKNOWN_ENCODING",
    "gzip, BROKEN_ENCODING",
    "deflate, BROKEN_ENCODING"
  })
  void refusesWhatItCannotUnpack(String encoding, Refusal refusal) throws IOException {
    try (RawServer server =
        RawServer.saying(
            "HTTP/1.1 200 OK\r\nContent-Encoding: "
                + encoding
                + "\r\nContent-Length: 5\r\n\r\nhello")) {

      assertThat(refusal(get(server, "/"))).isEqualTo(refusal);
    }
  }

  @Test
  void refusesAFloodOfHeaders() throws IOException {
    try (RawServer server =
        RawServer.answering(
            (request, out) -> {
              write(out, "HTTP/1.1 200 OK\r\n");
              endless(out, "X-Flood: " + "x".repeat(1000) + "\r\n");
            })) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.HEADERS_TOO_LARGE);
    }
  }

  /** One byte at a time never ends; the limit is for the whole, not between two bytes. */
  @Test
  void refusesWhatDripsInTooSlowly() throws IOException {
    try (RawServer server =
        RawServer.answering(
            (request, out) -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
              drip(out);
            })) {

      assertThat(refusal(get(server, "/", HASTY))).isEqualTo(Refusal.TOO_SLOW);
    }
  }

  @Test
  void refusesAnswersThatNeverBegin() throws IOException {
    try (RawServer server =
        RawServer.answering((request, out) -> drip(OutputStream.nullOutputStream()))) {

      assertThat(refusal(get(server, "/", HASTY))).isEqualTo(Refusal.TOO_SLOW);
    }
  }

  @Test
  void refusesABodyThatIsShorterThanItsLength() throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.CUT_OFF);
    }
  }

  @Test
  void readsNoFurtherThanTheLengthSays() throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshortand then more")) {

      assertThat(text((Answer) get(server, "/"))).isEqualTo("short");
    }
  }

  @Test
  void refusesWhatIsNotHttp() throws IOException {
    try (RawServer server = RawServer.saying("220 mail.test ESMTP\r\n\r\n")) {

      assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.BROKEN_ANSWER);
    }
  }

  @Test
  void refusesWhenNobodyAnswers() throws IOException {
    RawServer server = RawServer.saying("");
    server.close();

    assertThat(refusal(get(server, "/"))).isEqualTo(Refusal.NO_CONNECTION);
  }

  @Test
  void refusesTlsThatIsNone() throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad\r\n\r\n")) {
      Outcome outcome =
          send(
              "https://127.0.0.1:" + server.port() + "/",
              SMALL,
              OutboundRules.with("127.0.0.1:" + server.port()),
              noNames());

      assertThat(refusal(outcome)).isEqualTo(Refusal.NO_TLS);
    }
  }

  private Outcome get(RawServer server, String path) {
    return get(server, path, SMALL);
  }

  private Outcome get(RawServer server, String path, Limits limits) {
    return send(
        server.url(path), limits, OutboundRules.with("127.0.0.1:" + server.port()), noNames());
  }

  private Outcome send(String url, Limits limits, OutboundRules rules, NameResolver names) {
    try (OutboundClient client = new OutboundClient(VERTX, rules, names)) {
      return await(client, OutboundRequest.get(url, Map.of(), limits));
    }
  }

  private static Outcome await(OutboundClient client, OutboundRequest request) {
    return client.send(request).toCompletableFuture().join();
  }

  private static Refusal refusal(Outcome outcome) {
    return ((Refused) outcome).refusal();
  }

  private static String text(Answer answer) {
    return new String(answer.body().bytes(), StandardCharsets.UTF_8);
  }

  private static NameResolver noNames() {
    return host -> {
      throw new UnknownHostException(host);
    };
  }

  private static NameResolver hostileNames() {
    Map<String, String> zone =
        Map.of(
            "localhost", "127.0.0.1",
            "127.0.0.1.rebind.test", "127.0.0.1",
            "router.rebind.test", "192.168.0.1",
            "metadata.google.internal", "169.254.169.254");
    return host -> {
      String address = zone.get(host);
      if (address == null) {
        throw new UnknownHostException(host);
      }
      return List.of(InetAddress.getByName(address));
    };
  }

  private static NameResolver over(ChangingNameServer server) {
    DnsClient dns = VERTX.createDnsClient(server.port(), "127.0.0.1");
    return host ->
        List.of(
            InetAddress.getByName(
                dns.resolveA(host).toCompletionStage().toCompletableFuture().join().get(0)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void endless(OutputStream out, String text) throws IOException {
    while (true) {
      write(out, text);
    }
  }

  /** Until the other side closes, or the server is closed. */
  private static void drip(OutputStream out) throws IOException {
    Object never = new Object();
    try {
      while (true) {
        write(out, "x");
        out.flush();
        synchronized (never) {
          never.wait(20);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void packed(OutputStream out, byte[] packed) throws IOException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
            + packed.length
            + "\r\n\r\n");
    out.write(packed);
  }

  private static byte[] zip(int zeros) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      byte[] part = new byte[10_000];
      for (int written = 0; written < zeros; written += part.length) {
        zip.write(part);
      }
    }
    return packed.toByteArray();
  }
}
