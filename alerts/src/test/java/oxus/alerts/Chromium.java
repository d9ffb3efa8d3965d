package oxus.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A real browser with several tabs, steered over its own debugging port. */
final class Chromium implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String LISTENING = "DevTools listening on ws://";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private Chromium(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static Chromium start(Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("the browser has ended before it listened");
    }
    return new Chromium(process, line.substring(LISTENING.length()).replaceAll("/.*", ""));
  }

  Tab open(String link) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + "/json/new?" + link))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    JsonNode tab = json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    return new Tab(URI.create(tab.get("webSocketDebuggerUrl").asText()));
  }

  /** One page. */
  final class Tab {
    private final URI debugger;

    private Tab(URI debugger) {
      this.debugger = debugger;
    }

    /** Waits until an expression is true in the page. */
    void await(String expression) {
      String script =
          "new Promise(done => { const look = () => { if ("
              + expression
              + ") done(true); else setTimeout(look, 50); }; look(); })";
      String answer = evaluate(script);
      // between two pages there is none to ask
      while (answer.contains("context")) {
        answer = evaluate(script);
      }
      if (!answer.contains("true")) {
        throw new AssertionError(answer);
      }
    }

    private String evaluate(String script) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      WebSocket socket =
          client.newWebSocketBuilder().buildAsync(debugger, new Answer(answer)).join();
      socket
          .sendText(
              json.createObjectNode()
                  .put("id", 1)
                  .put("method", "Runtime.evaluate")
                  .set(
                      "params",
                      json.createObjectNode().put("expression", script).put("awaitPromise", true))
                  .toString(),
              true)
          .join();
      String text = answer.join();
      socket.abort();
      return text;
    }
  }

  private record Answer(CompletableFuture<String> whole, StringBuilder parts)
      implements WebSocket.Listener {
    Answer(CompletableFuture<String> whole) {
      this(whole, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        whole.complete(parts.toString());
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
