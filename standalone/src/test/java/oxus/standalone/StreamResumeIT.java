package oxus.standalone;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.access.Keys;

/**
 * Kills the server with SIGKILL while an operator's browser is in its stream of changes, where
 * nobody reads without signing in: the browser comes back with the last id that it saw and the
 * session that it had, and in the end has each change once. {@code -Dkills=3} kills more often.
 */
@Timeout(300)
class StreamResumeIT {
  private static final String UNTIL = "2021-07-12T00:00:00Z";
  private static final Pattern CHANGE = Pattern.compile("\"changeId\":\"([^\"]+)\"");

  /** So many more changes the reader sees between two kills. */
  private static final int BETWEEN_KILLS = 7;

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private boolean isSignedIn;
  private final List<Long> ids = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  @Test
  void missesAndRepeatsNothingWhenTheServerIsKilledInTheStream() throws Exception {
    List<String> expected = SummerChanges.until(UNTIL);
    int port = freePort();

    for (int kill = 1; kill <= Integer.getInteger("kills", 1); kill++) {
      Process server = start(port);
      follow(server, port, kill * BETWEEN_KILLS);
      server.destroyForcibly().waitFor();
    }
    Process server = start(port);
    try {
      follow(server, port, expected.size());

      assertThat(ids).isSorted().doesNotHaveDuplicates();
      assertThat(changes).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(changes).isEqualTo(whole(port));
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private Process start(int port) throws IOException {
    Path keys = folder.resolve("keys.txt");
    Files.writeString(keys, "anna | operator | all | " + Keys.hash("anna's") + "\n");
    return OxusProcess.logging(folder.resolve("demo.log"))
        .knowing("OXUS_KEYS", keys.toString())
        .knowing("OXUS_ANONYMOUS", "none")
        .start(
            "demo",
            "--until",
            UNTIL,
            "--data",
            folder.resolve("data").toString(),
            "--port",
            String.valueOf(port));
  }

  /** Reads until so many changes were seen, and comes back whenever the server was not there. */
  private void follow(Process server, int port, int until) throws Exception {
    while (ids.size() < until) {
      try (BufferedReader stream = open(port)) {
        read(stream, until);
      } catch (IOException e) {
        assertThat(server.waitFor(100, MILLISECONDS))
            .as(() -> "the server has ended: " + log())
            .isFalse();
      }
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("demo.log"));
    } catch (IOException e) {
      return "and left no log";
    }
  }

  /** Once, before the first kill; from then on the browser has nothing but its cookie. */
  private void signIn(int port) throws IOException, InterruptedException {
    if (isSignedIn) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("key=anna%27s"))
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(303);
    isSignedIn = true;
  }

  private BufferedReader open(int port) throws IOException, InterruptedException {
    signIn(port);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/events?after=-1"));
    if (!ids.isEmpty()) {
      request.header("Last-Event-ID", String.valueOf(ids.get(ids.size() - 1)));
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).as("the session is known").isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private void read(BufferedReader stream, int until) throws IOException {
    long id = -1;
    while (ids.size() < until) {
      String line = stream.readLine();
      if (line == null) {
        throw new IOException("the server has closed the stream");
      }
      assertThat(line).as("nothing was forgotten").isNotEqualTo("event: gap");
      if (line.startsWith("id: ")) {
        id = Long.parseLong(line.substring("id: ".length()));
      }
      if (line.startsWith("data: ")) {
        ids.add(id);
        changes.add(changes(line).get(0));
      }
    }
  }

  private List<String> whole(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/changes?limit=1000"))
            .build();
    return changes(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static List<String> changes(String json) {
    return CHANGE.matcher(json).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
