package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.alerts.AlertsApp;
import oxus.alerts.LedgerTopic;
import oxus.alerts.WebhookConfig;
import oxus.alerts.notify.Delivery;
import oxus.alerts.notify.DeliveryBook;
import oxus.alerts.notify.DeliveryRules;
import oxus.alerts.notify.Outbox;
import oxus.ingest.BadInputException;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code oxus webhooks}: how deliveries stand, and what to do when one did not arrive. */
@Command(
    name = "webhooks",
    description = "Shows how webhook deliveries stand, and sends again what did not arrive.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WebhooksCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Mixin private TheatreFolder theatre = new TheatreFolder();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "S",
      defaultValue = "127.0.0.1:9092",
      scope = ScopeType.INHERIT,
      description = "The broker; up and demo print theirs. Default: ${DEFAULT-VALUE}.")
  private String bootstrapServers = "";

  @Option(
      names = "--prefix",
      paramLabel = "P",
      defaultValue = "",
      scope = ScopeType.INHERIT,
      description = "Prefix of the topics; exercise-demo- for the demo. Default: none.")
  private String prefix = "";

  @Spec private CommandSpec command = CommandSpec.create();

  @Command(
      name = "list",
      description = "Subscriptions with what was delivered, what waits, and what was given up.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = command.commandLine().getOut();
    DeliveryBook book = new DeliveryBook(prefix, DeliveryRules.USUAL);
    entries().forEach(book::apply);
    if (book.outboxes().isEmpty()) {
      command.commandLine().getErr().println("none: no subscription was sent anything yet");
    }
    for (Map.Entry<String, Outbox> entry : book.outboxes().entrySet()) {
      Outbox outbox = entry.getValue();
      out.println(
          entry.getKey()
              + ": "
              + state(outbox)
              + ", delivered "
              + outbox.deliveredCount()
              + ", waiting "
              + outbox.waitingCount()
              + ", given up "
              + outbox.givenUpCount());
      outbox.waiting().forEach(delivery -> out.println(line("waiting", delivery)));
      outbox.givenUp().forEach(delivery -> out.println(line("given up", delivery)));
    }
    return ExitCode.FINE;
  }

  @Command(
      name = "redrive",
      description = "Sends a message once more, with the id that it had.",
      mixinStandardHelpOptions = true)
  int redrive(
      @Parameters(paramLabel = "ID", description = "Ids of messages, as list shows them.")
          List<String> ids) {
    List<DeliveryAttempt> requests = new ArrayList<>();
    List<DeliveryAttempt> entries = entries();
    for (String id : ids) {
      Optional<DeliveryAttempt> queued =
          entries.stream()
              .filter(entry -> entry.getStep() == DeliveryStep.QUEUED)
              .filter(entry -> entry.getMessageId().equals(id))
              .findFirst();
      if (queued.isEmpty()) {
        command
            .commandLine()
            .getErr()
            .println("oxus: no message is called '" + id + "'; oxus webhooks list shows them");
        return ExitCode.BAD_INPUT;
      }
      requests.add(DeliveryBook.redrive(queued.get(), user(), AlertsApp.clock().instant()));
    }
    return write(requests);
  }

  @Command(
      name = "enable",
      description = "Serves a subscription again whose endpoint had said that it is gone.",
      mixinStandardHelpOptions = true)
  int enable(@Parameters(paramLabel = "NAME", description = "The subscription.") String name) {
    if (entries().stream().noneMatch(entry -> entry.getSubscription().equals(name))) {
      command
          .commandLine()
          .getErr()
          .println("oxus: no subscription is called '" + name + "'; oxus webhooks list shows them");
      return ExitCode.BAD_INPUT;
    }
    return write(List.of(DeliveryBook.enable(name, user(), AlertsApp.clock().instant())));
  }

  @Command(
      name = "check",
      description = "Says what is wrong with a subscriptions file, secrets included.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "FILE", description = "The subscriptions file.") Path file) {
    WebhookConfig config = WebhookConfig.load(file, System.getenv(), theatre.load(), prefix);
    command
        .commandLine()
        .getOut()
        .println(file + ": " + config.subscriptions().all().size() + " subscriptions, all fine");
    return ExitCode.FINE;
  }

  private List<DeliveryAttempt> entries() {
    try (LedgerTopic ledger = open()) {
      return ledger.readAll();
    }
  }

  private int write(List<DeliveryAttempt> requests) {
    try (LedgerTopic ledger = open()) {
      requests.forEach(ledger::append);
      ledger.flush();
    }
    command.commandLine().getErr().println("asked for; oxus webhooks list shows what comes of it");
    return ExitCode.FINE;
  }

  private LedgerTopic open() {
    Deployment deployment =
        Deployment.of(
            Map.of("OXUS_BOOTSTRAP_SERVERS", bootstrapServers, "OXUS_TOPIC_PREFIX", prefix));
    if (!new TopicAdmin(deployment).has(Topics.DELIVERY_LEDGER, PATIENCE)) {
      throw new BadInputException(
          "there is no topic "
              + Topics.DELIVERY_LEDGER.in(prefix)
              + " at "
              + bootstrapServers
              + "; name another --prefix or --bootstrap-servers");
    }
    return new LedgerTopic(deployment, "webhooks-command");
  }

  private static String user() {
    return System.getProperty("user.name", "unknown");
  }

  private static String state(Outbox outbox) {
    if (outbox.isDisabled()) {
      return "disabled, the endpoint answered that it is gone";
    }
    return outbox.isBroken() ? "resting until " + outbox.restUntil() : "fine";
  }

  private static String line(String state, Delivery delivery) {
    Instant next = delivery.nextAt();
    return "  "
        + delivery.content().messageId()
        + "  "
        + state
        + ", "
        + delivery.attempts()
        + " attempts"
        + (state.equals("waiting") ? ", next from " + next : "");
  }
}
