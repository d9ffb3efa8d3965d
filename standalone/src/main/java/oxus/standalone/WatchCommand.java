package oxus.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code oxus watch}: changes as they come, from a server's stream. */
@Command(
    name = "watch",
    description = "Prints the changes of threat levels of a running Oxus as they come.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WatchCommand implements Callable<Integer> {
  /** So many beats of the server without a change: its history is read, and nothing is new. */
  private static final int SILENT_BEATS = 2;

  @Mixin private SpanOptions span = new SpanOptions();
  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--sector",
      paramLabel = "S",
      description = "Only this sector, for example TJ-AF/PANJ.")
  private @Nullable String sector;

  @Option(
      names = "--url",
      paramLabel = "U",
      defaultValue = "http://127.0.0.1:8080",
      description = "Address of the server. Default: ${DEFAULT-VALUE}.")
  private String url = "";

  @Option(
      names = "--key",
      paramLabel = "K",
      description = "A key that may read, where the server asks for one.")
  private @Nullable String key;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    String server = url.replaceAll("/+$", "");
    try {
      HttpClient client = HttpClient.newHttpClient();
      if (sector != null) {
        WatchedSectors.ask(client, asking(server + "/api/sectors")).check(sector);
      }
      HttpResponse<InputStream> response =
          client.send(
              asking(server + "/api/events?after=-1"), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        return end(why(server, response.statusCode()));
      }
      return print(
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return end("no server answers at " + url + "; start one with oxus up, or name it with --url");
    }
  }

  private HttpRequest asking(String address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return request.build();
  }

  private static String why(String server, int status) {
    return switch (status) {
      case 401, 403 -> server + " asks for a key that may read; name one with --key";
      case 503 -> server + " has as many readers as it can serve; try again later";
      default -> server + " answers with status " + status + "; is it a server of Oxus?";
    };
  }

  private int print(BufferedReader lines) {
    int silentBeats = 0;
    try {
      Optional<StreamedEvent> event = StreamedEvent.next(lines);
      while (event.isPresent()) {
        silentBeats = event.get().isHeartbeat() ? silentBeats + 1 : 0;
        if (silentBeats == SILENT_BEATS && isOver()) {
          return ExitCode.FINE;
        }
        if (event.get().name().equals("gap")) {
          say("changes are missing here: " + event.get().data());
        }
        if (event.get().name().equals("change") && !printed(event.get().data())) {
          return ExitCode.FINE;
        }
        event = StreamedEvent.next(lines);
      }
    } catch (IOException e) {
      return end("the stream broke off: " + e.getMessage());
    }
    return end("the server closed the stream");
  }

  /** Whether nothing can come any more that was asked for, as far as the clock can tell. */
  private boolean isOver() {
    return span.until().filter(Instant.now()::isAfter).isPresent();
  }

  /** False when the change is later than what was asked for, as all are that follow. */
  private boolean printed(String json) throws IOException {
    WatchedChange change = WatchedChange.of(json);
    if (span.until().filter(change.at()::isAfter).isPresent()) {
      return false;
    }
    if (span.holds(change.at()) && (sector == null || sector.equals(change.sector()))) {
      command.commandLine().getOut().println(output.isNdjson() ? json : change.text());
    }
    return true;
  }

  private int end(String why) {
    say(why);
    return ExitCode.UNREACHABLE;
  }

  private void say(String message) {
    command.commandLine().getErr().println("oxus: " + message);
  }
}
