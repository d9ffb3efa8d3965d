package oxus.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code oxus watch} reads a stream that carries more than changes. */
class WatchCommandTest {
  private static final String RISE = change("2021-06-22T10:00:00Z", "TJ-AF/PANJ");
  private static final String LATER = change("2021-07-09T10:00:00Z", "IR-AF/ISLAM-QALA");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private HttpServer server;
  private String stream = "";
  private String keyNeeded = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/events",
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Authorization");
          boolean isIn = keyNeeded.isEmpty() || ("Bearer " + keyNeeded).equals(key);
          byte[] body = (isIn ? stream : "").getBytes(UTF_8);
          exchange.sendResponseHeaders(isIn ? 200 : 401, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void printsChangesAndNothingOfWhatPeopleDo() {
    stream = event("change", RISE) + event("work", "{\"sequence\":1}") + event("change", LATER);

    int code = watch("--output", "ndjson");

    assertThat(out.toString().lines()).containsExactly(RISE, LATER);
    assertThat(err.toString()).isEqualToIgnoringNewLines("oxus: the server closed the stream");
    assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void saysWhichChangesTheServerHasForgotten() {
    stream = event("gap", "{\"after\":-1,\"upTo\":41}") + event("change", RISE);

    int code = watch("--until", "2021-07-01");

    assertThat(err.toString())
        .startsWith("oxus: changes are missing here: {\"after\":-1,\"upTo\":41}");
    assertThat(out.toString()).contains("TJ-AF/PANJ");
    assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void endsAtTheFirstChangeThatIsLaterThanAskedFor() {
    stream = event("change", RISE) + event("change", LATER);

    int code = watch("--until", "2021-07-01");

    assertThat(code).isZero();
    assertThat(out.toString()).contains("TJ-AF/PANJ").doesNotContain("ISLAM-QALA");
  }

  @Test
  void endsWhenThatMomentHasPassedAndNothingComes() {
    stream = event("change", RISE) + ": heartbeat\n\n: heartbeat\n\n";

    assertThat(watch("--until", "2021-07-01")).isZero();
    assertThat(watch("--until", "2999-01-01")).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void showsItsKeyAndAsksForOne() {
    keyNeeded = "watchword";
    stream = event("change", RISE) + event("change", LATER);

    assertThat(watch("--until", "2021-07-01")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(watch("--until", "2021-07-01", "--key", "watchword")).isZero();

    assertThat(err.toString().lines())
        .containsExactly(
            "oxus: " + address() + " asks for a key that may read; name one with --key");
  }

  private int watch(String... options) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 3];
    arguments[0] = "watch";
    arguments[1] = "--url";
    arguments[2] = address();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return command.execute(arguments);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String event(String name, String data) {
    return "event: " + name + "\nid: 7\ndata: " + data + "\n\n";
  }

  private static String change(String at, String sector) {
    return "{\"changeId\":\""
        + sector
        + "#1\",\"sector\":\""
        + sector
        + "\",\"from\":\"LOW\",\"to\":\"SEVERE\",\"at\":\""
        + at
        + "\",\"explanation\":\"seized\"}";
  }
}
