package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.outbound.Limits;

/**
 * Whatever a server sends, what it takes to refuse it fits into 64 MB of memory together with all
 * the rest of the process.
 */
class SmallMemoryTest {
  private static final String HEAP = "-Xmx64m";
  private static final Map<String, String> FAULTS =
      Map.ofEntries(
          Map.entry("header-flood", "HEADERS_TOO_LARGE"),
          Map.entry("endless-body", "TOO_LARGE"),
          Map.entry("zip-bomb", "TOO_LARGE_UNPACKED"),
          Map.entry("deflate-bomb", "TOO_LARGE_UNPACKED"),
          Map.entry("nested-bomb", "UNKNOWN_ENCODING"),
          Map.entry("wrapped-bomb", "MALFORMED_XML"),
          Map.entry("redirect-loop", "TOO_MANY_REDIRECTS"),
          Map.entry("cut-off", "CUT_OFF"),
          Map.entry("drip", "TOO_SLOW"),
          Map.entry("drip-headers", "TOO_SLOW"));
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("xml-elements", "TOO_MANY_ELEMENTS"),
          Map.entry("xml-attributes", "TOO_MANY_ELEMENTS"),
          Map.entry("xml-instructions", "TOO_MANY_ELEMENTS"),
          Map.entry("xml-names", "TOO_MANY_ELEMENTS"),
          Map.entry("xml-comments", "NOT_A_FEED"),
          Map.entry("xml-cdata", "NOT_A_FEED"),
          Map.entry("xml-text", "NOT_A_FEED"),
          Map.entry("xml-depth", "TOO_DEEP"),
          Map.entry("xml-entities", "HAS_DTD"),
          Map.entry("json-values", "TOO_MANY_ELEMENTS"),
          Map.entry("json-names", "NOT_A_FEED"),
          Map.entry("json-lists", "NOT_A_FEED"),
          Map.entry("json-depth", "TOO_DEEP"),
          Map.entry("json-text", "TOO_MANY_ELEMENTS"),
          Map.entry("html-tags", "READ"));

  @Test
  void refusesWhatWouldFillItsMemoryEachForItsOwnReason(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> wanted = new ArrayList<>(List.of("html-page READ"));
    try (ReferenceServer server = ReferenceServer.start()) {
      FAULTS.forEach(
          (fault, end) -> {
            server.playFault("/" + fault, fault);
            wanted.add(fault + " " + end);
          });
      server.playFault("/loop", "redirect-loop");
      BODIES.forEach(
          (name, end) -> {
            serve(server, name);
            wanted.add(name + " " + end);
          });
      server.serve("/html-page", "", HostileBodies.item(server.url("/page")));
      server.serve("/page", "", HostileBodies.page());

      List<String> names =
          wanted.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();

      assertThat(poll(server, names, folder.resolve("out"))).containsExactlyElementsOf(wanted);
    }
  }

  @Test
  void theBombBecomesAMillionTimesItself() throws IOException {
    assertThat(ZipBombs.UNPACKED / ZipBombs.nested().length).isGreaterThan(1_000_000);
  }

  /** What is too large as it is comes packed. */
  private static void serve(ReferenceServer server, String name) {
    server.play(
        "/" + name,
        (request, out) -> {
          byte[] body = HostileBodies.named(name).getBytes(StandardCharsets.UTF_8);
          server.answer(out, body, body.length > Limits.PAGE.packedBytes());
        });
  }

  private static List<String> poll(ReferenceServer server, List<String> names, Path out)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostilePolls.class.getName(),
                server.endpoint()));
    command.addAll(names);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    process.waitFor();
    return Arrays.stream(Files.readString(out).split("\n", -1))
        .filter(
            line ->
                names.stream().anyMatch(name -> line.startsWith(name + " "))
                    || line.contains("Error:"))
        .toList();
  }
}
