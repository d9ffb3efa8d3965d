package oxus.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/**
 * What the command says, and how it exits, when something is wrong: one clear line, culprit and
 * cure.
 */
class OxusCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  @Test
  void namesASourceThatIsNotThere() {
    int code = oxus("replay", "no-such-thing", "--out", folder.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "oxus: no-such-thing is neither a shipped scenario nor a file; shipped: summer-2021");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--until | yesterday | Invalid value for option '--until': 'yesterday' is no moment; write 2021-06-26 or 2021-06-26T12:00:00Z",
        "--since | 2021-02-30 | Invalid value for option '--since': '2021-02-30T00:00:00Z' is no moment; write it as 2021-06-26T12:00:00Z",
        "--ticks | soon | Invalid value for option '--ticks': 'soon' is no length of time; write it as PT15M, PT12H or P2D",
        "--partitions | many | Invalid value for option '--partitions': 'many' is no whole number",
      })
  void saysHowAnOptionIsWrittenInTwoLines(String option, String value, String message) {
    int code = oxus("replay", "summer-2021", "--out", folder.toString(), option, value);

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines())
        .containsExactly("oxus: " + message, "oxus: all options: bin/oxus replay --help");
  }

  @Test
  void namesAFileOfControlsThatIsNotThere() {
    String missing = folder.resolve("none.yaml").toString();

    int code = oxus("replay", "summer-2021", "--out", folder.toString(), "--controls", missing);

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly("oxus: " + missing + " is not there; name a file that exists");
  }

  @Test
  void takesAMissingSourceOfABacktestForBadInput() {
    assertThat(oxus("backtest", "no-such-thing")).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void namesAFolderThatIsNotThere() {
    Path missing = folder.resolve("missing");

    int code = oxus("extract", missing.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly("oxus: " + missing + " does not exist; name a file or folder of articles");
  }

  @Test
  void namesATheatreFolderThatIsNotThere() {
    int code = oxus("theatre", "validate", folder.resolve("nowhere").toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString()).contains("nowhere");
  }

  @Test
  void namesTheUnknownSectorOfAPolicyWithItsLine() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    String shipped = TheatreLoader.shipped().policy().text();
    Files.writeString(
        policy,
        shipped.replace("    within: PT72H", "    sectors: [TJ-AF/PANG]\n    within: PT72H"));

    int code =
        oxus(
            "replay",
            "summer-2021",
            "--policy",
            policy.toString(),
            "--out",
            folder.resolve("run").toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    List<String> lines = err.toString().lines().toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("oxus: " + policy + ":")
        .contains(
            "sector 'TJ-AF/PANG' of rule 'crossing-lost' is not in the theatre; use one of TJ-AF/SHAHRITUZ");
  }

  @Test
  void keepsTheOtherArticlesWhenOneFileIsCutOff() throws IOException {
    Files.write(folder.resolve("a-cut.txt"), new byte[] {'J', 'u', 'n', 'e', ' ', (byte) 0xd0});
    Files.writeString(
        folder.resolve("b-whole.txt"),
        "2021-06-22\n\nTaliban fighters captured the Sher Khan Bandar border crossing on Tuesday, officials said.\n");

    int code = oxus("extract", folder.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("a-cut.txt: not UTF-8, or cut off in the middle of a character");
    assertThat(out.toString()).contains("\"doc\":\"b-whole\"").contains("BORDER_SEIZURE");
  }

  @Test
  void namesTheLineOfAnArticleThatIsCutOff() throws IOException {
    Path file = folder.resolve("articles.ndjson");
    Files.writeString(
        file,
        "{\"url\":\"https://example.org/1\",\"title\":\"t\",\"body\":\"b\",\"source\":\"s\",\"publishedAt\":\"2021-06-22\"}\n"
            + "{\"url\":\"https://example.org/2\",\"title\":\"t\",\"bo");

    int code = oxus("replay", file.toString(), "--out", folder.resolve("run").toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains(file + ":2: not JSON, or cut off");
    assertThat(folder.resolve("run/dispositions.ndjson")).content().contains("example.org/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--kafka-port"})
  void namesAPortThatIsTaken(String option) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      int code =
          oxus("demo", "--no-wait", option, Integer.toString(port), "--data", folder.toString());

      assertThat(code).isEqualTo(ExitCode.USAGE);
      assertThat(err.toString().lines().toList())
          .last()
          .asString()
          .contains(
              "port "
                  + port
                  + " is taken by another process; stop it or choose another port with "
                  + option);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TJ-AF/PANI | did you mean 'TJ-AF/PANJ'?",
        "panj | did you mean 'TJ-AF/PANJ'?",
        "TJ-AF | did you mean 'TJ-AF/PANJ' or 'TJ-AF/DARVOZ'?",
        "Amazonas | use one of [TJ-AF/PANJ, TJ-AF/DARVOZ, UZ-AF/TERMEZ]",
      })
  void namesASectorThatTheWatchedServerDoesNotHave(String sector, String cure) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/sectors",
        exchange -> {
          byte[] body =
              ("{\"sectors\":[{\"sector\":\"TJ-AF/PANJ\"},{\"sector\":\"TJ-AF/DARVOZ\"},"
                      + "{\"sector\":\"UZ-AF/TERMEZ\"}]}")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      int code =
          oxus(
              "watch",
              "--url",
              "http://127.0.0.1:" + server.getAddress().getPort() + "/",
              "--sector",
              sector);

      assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(err.toString().lines())
          .containsExactly("oxus: no sector is called '" + sector + "' there; " + cure);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysWhereNoServerAnswers() {
    int code = oxus("watch", "--url", "http://127.0.0.1:1");

    assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).contains("no server answers at http://127.0.0.1:1");
  }

  @Test
  void refusesAnUnknownOption() {
    assertThat(oxus("replay", "summer-2021", "--owt", "x")).isEqualTo(ExitCode.USAGE);
  }
}
