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
  private static final String DATA = "data:";

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

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    String server = url.replaceAll("/+$", "");
    URI stream = URI.create(server + "/api/events?after=-1");
    HttpRequest request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
    try {
      HttpClient client = HttpClient.newHttpClient();
      if (sector != null) {
        WatchedSectors.ask(client, server).check(sector);
      }
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        command
            .commandLine()
            .getErr()
            .println(
                "oxus: "
                    + stream
                    + " answers "
                    + response.statusCode()
                    + "; is this an Oxus server?");
        return ExitCode.UNREACHABLE;
      }
      return print(
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      command
          .commandLine()
          .getErr()
          .println(
              "oxus: no server answers at "
                  + url
                  + "; start one with oxus up, or name it with --url");
      return ExitCode.UNREACHABLE;
    }
  }

  private int print(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      if (line.startsWith(DATA)) {
        String json = line.substring(DATA.length()).strip();
        WatchedChange change = WatchedChange.of(json);
        if (span.until().filter(change.at()::isAfter).isPresent()) {
          return ExitCode.FINE;
        }
        if (wanted(change)) {
          command.commandLine().getOut().println(output.isNdjson() ? json : change.text());
        }
      }
      line = lines.readLine();
    }
    command.commandLine().getErr().println("oxus: the server closed the stream");
    return ExitCode.UNREACHABLE;
  }

  private boolean wanted(WatchedChange change) {
    return span.holds(change.at()) && (sector == null || sector.equals(change.sector()));
  }
}
