package oxus.standalone;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.CannotListenException;
import oxus.alerts.InvalidSubscriptionsException;
import oxus.ingest.BadInputException;
import oxus.schemas.connect.BrokerUnreachableException;
import oxus.schemas.connect.PortTakenException;
import oxus.standalone.explain.UnknownSubjectException;
import oxus.theatre.InvalidTheatreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code oxus} command. Results go to standard output, progress and messages to standard error.
 */
@Command(
    name = "oxus",
    description = "Turns news into explained, graded, replayable threat levels per border sector.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "oxus " + Oxus.VERSION,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      WatchCommand.class,
      KeyCommand.class,
      ArticlesCommand.class,
      DeadLettersCommand.class,
      ExtractCommand.class,
      EvaluateCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      RecordCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      BacktestCommand.class,
      SweepCommand.class,
      PolicyCommand.class,
      TheatreCommand.class,
      FeedsCommand.class,
      WebhooksCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 fine or same   1 differs   2 usage   3 bad input",
      "  4 broker or server unreachable   5 deadline   70 fault of Oxus   130 interrupted"
    })
public final class Oxus {
  static final String VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(Oxus.class);

  private Oxus() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine command =
        new CommandLine(new Oxus())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PlainWriter(System.err))
            .setParameterExceptionHandler(Oxus::misused)
            .setExecutionExceptionHandler(Oxus::explain);
    PlainConverters.register(command);
    return command;
  }

  /** What is wrong, and where the options are told: all of them would hide it. */
  private static int misused(ParameterException misuse, String... arguments) {
    CommandLine command = misuse.getCommandLine();
    command.getErr().println("oxus: " + misuse.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(misuse, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName(" ");
      command.getErr().println("oxus: all options: bin/" + name + " --help");
    }
    return ExitCode.USAGE;
  }

  /** One clear line instead of a stack trace for everything that a user can mend. */
  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    int code = code(failure);
    command.getErr().println("oxus: " + message(failure));
    if (code != ExitCode.FAULT) {
      LOG.debug("what was behind it", failure);
    } else {
      command
          .getErr()
          .println(
              "oxus: this is a fault in Oxus ("
                  + failure.getClass().getSimpleName()
                  + "); details in the log");
      LOG.error("command failed", failure);
    }
    return code;
  }

  /** Kafka's own messages say what failed, and only their cause says why. */
  private static String message(Exception failure) {
    Throwable cause = failure.getCause();
    String message = String.valueOf(failure.getMessage());
    return failure instanceof KafkaException && cause != null
        ? message + ": " + cause.getMessage()
        : message;
  }

  private static int code(Exception failure) {
    if (failure instanceof BadInputException
        || failure instanceof InvalidTheatreException
        || failure instanceof UnknownSubjectException
        || failure instanceof InvalidSubscriptionsException
        || failure instanceof UncheckedIOException) {
      return ExitCode.BAD_INPUT;
    }
    if (failure instanceof DeadlineException || failure instanceof TimeoutException) {
      return ExitCode.DEADLINE;
    }
    if (failure instanceof BrokerUnreachableException || failure instanceof KafkaException) {
      return ExitCode.UNREACHABLE;
    }
    if (failure instanceof PortTakenException
        || failure instanceof CannotListenException
        || failure instanceof IllegalArgumentException) {
      return ExitCode.USAGE;
    }
    return ExitCode.FAULT;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
