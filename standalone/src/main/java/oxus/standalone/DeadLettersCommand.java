package oxus.standalone;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import oxus.schemas.DeadLetter;
import oxus.schemas.connect.DeadLetterBox;
import oxus.schemas.connect.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus deadletters}: the records that nobody could use. */
@Command(
    name = "deadletters",
    description =
        "Shows the records that could not be used, and puts them back once the fault is mended.",
    synopsisSubcommandLabel = "list | show | redrive",
    mixinStandardHelpOptions = true,
    subcommands = {
      DeadLettersCommand.ListAll.class,
      DeadLettersCommand.Show.class,
      DeadLettersCommand.Redrive.class
    })
final class DeadLettersCommand {

  private static int unknown(CommandSpec command, String id) {
    command
        .commandLine()
        .getErr()
        .println("oxus: no dead letter '" + id + "'; bin/oxus deadletters list shows the ids");
    return ExitCode.BAD_INPUT;
  }

  /** {@code oxus deadletters list}. */
  @Command(
      name = "list",
      description = "Prints a line for each dead letter: its id, which app gave up on it, and why.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class ListAll implements Callable<Integer> {
    @Mixin private RunningBroker broker = new RunningBroker();
    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = command.commandLine().getOut();
      AtomicInteger letters = new AtomicInteger();
      new DeadLetterBox(broker.deployment())
          .readAll(
              letter -> {
                letters.incrementAndGet();
                out.println(line(letter));
              });
      if (letters.get() == 0) {
        command.commandLine().getErr().println("none: every record could be used");
      }
      return ExitCode.FINE;
    }

    private static String line(DeadLetter letter) {
      return String.join(
          "  ",
          DeadLetters.key(letter),
          letter.getApp(),
          letter.getReason(),
          letter.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** {@code oxus deadletters show}. */
  @Command(
      name = "show",
      description = "Prints a dead letter whole, as a line of JSON; key and value in base 64.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Show implements Callable<Integer> {
    @Mixin private RunningBroker broker = new RunningBroker();

    @Parameters(paramLabel = "ID", description = "As list shows it.")
    private String id = "";

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      Optional<DeadLetter> letter = new DeadLetterBox(broker.deployment()).find(id);
      if (letter.isEmpty()) {
        return unknown(command, id);
      }
      command.commandLine().getOut().println(DeadLetterLine.of(letter.get()));
      return ExitCode.FINE;
    }
  }

  /** {@code oxus deadletters redrive}. */
  @Command(
      name = "redrive",
      description = {
        "Puts records back to the end of the partition that they came from, byte for byte.",
        "The dead letter's id stands in the header "
            + DeadLetterBox.HEADER
            + ". Mend the cause first. Doing it again puts nothing back twice."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Redrive implements Callable<Integer> {
    @Mixin private RunningBroker broker = new RunningBroker();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "As list shows them.")
    private List<String> ids = List.of();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
      DeadLetterBox box = new DeadLetterBox(broker.deployment());
      int code = ExitCode.FINE;
      for (String id : ids) {
        Optional<DeadLetter> letter = box.find(id);
        code = letter.isEmpty() ? unknown(command, id) : code;
        letter.ifPresent(found -> print(id, box.redrive(found)));
      }
      return code;
    }

    private void print(String id, DeadLetterBox.Redriven back) {
      command
          .commandLine()
          .getOut()
          .println(
              id
                  + (back.isNew() ? " is back at " : " was put back before, at ")
                  + back.topic()
                  + "-"
                  + back.partition()
                  + "-"
                  + back.offset());
    }
  }
}
