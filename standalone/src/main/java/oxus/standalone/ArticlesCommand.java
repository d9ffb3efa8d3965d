package oxus.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.PushIntake;
import oxus.ingest.intake.ArticleStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus articles}: what became of what was taken in. */
@Command(
    name = "articles",
    description = "Tells what became of articles.",
    synopsisSubcommandLabel = "status",
    mixinStandardHelpOptions = true,
    subcommands = ArticlesCommand.Status.class)
final class ArticlesCommand {

  /** {@code oxus articles status}. */
  @Command(
      name = "status",
      description = {
        "Prints what became of an article, as a line of JSON: its outcome with the reason, and its events.",
        "Asks the server at --url, which knows the latest; with --bootstrap-servers reads the whole log."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Status implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Parameters(paramLabel = "ID", description = "The articleId of its receipt.")
    private String id = "";

    @Option(
        names = "--url",
        paramLabel = "U",
        defaultValue = "http://127.0.0.1:8080",
        description = "Address of the server. Default: ${DEFAULT-VALUE}.")
    private String url = "";

    @Option(
        names = "--key",
        paramLabel = "K",
        description = "A key, where the server asks for one.")
    private @Nullable String key;

    @Option(
        names = "--bootstrap-servers",
        paramLabel = "S",
        description = "Read the log of this Kafka broker instead of asking a server.")
    private @Nullable String servers;

    @Option(
        names = "--prefix",
        paramLabel = "P",
        defaultValue = "",
        description = "With --bootstrap-servers: what stands before the topics' names.")
    private String prefix = "";

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
      return servers == null ? ask() : read(servers);
    }

    private int read(String broker) {
      Optional<ArticleStatus> status =
          PushIntake.look(RunningBroker.deployment(broker, prefix), id);
      if (status.isEmpty()) {
        return unknown("no article '" + id + "' in the log; is it an articleId of a receipt?");
      }
      command.commandLine().getOut().println(status.get().json());
      return ExitCode.FINE;
    }

    private int ask() throws InterruptedException {
      String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url.replaceAll("/+$", "") + "/articles/" + encoded))
              .header("Accept", "application/json")
              .timeout(PATIENCE);
      if (key != null) {
        request.header("Authorization", "Bearer " + key);
      }
      try {
        HttpResponse<String> answer =
            HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          command.commandLine().getOut().println(answer.body().strip());
          return ExitCode.FINE;
        }
        return unknown(why(answer.statusCode()));
      } catch (IOException e) {
        command
            .commandLine()
            .getErr()
            .println(
                "oxus: no server answers at "
                    + url
                    + "; name it with --url, or ask the log with --bootstrap-servers");
        return ExitCode.UNREACHABLE;
      }
    }

    private String why(int status) {
      return switch (status) {
        case 404 ->
            "no article '"
                + id
                + "' is known at "
                + url
                + ": it was not taken in there, or it is long ago; --bootstrap-servers looks through"
                + " the whole log";
        case 401, 403 -> url + " asks for a key that may read; name one with --key";
        default -> url + " answers with status " + status + "; is it a server of Oxus?";
      };
    }

    private int unknown(String why) {
      command.commandLine().getErr().println("oxus: " + why);
      return ExitCode.BAD_INPUT;
    }
  }
}
