package oxus.standalone;

import java.util.concurrent.Callable;
import oxus.alerts.Secrets;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code oxus key}: a key for a person or a service. */
@Command(
    name = "key",
    description = {
      "Makes a key for a person or a service.",
      "Its line for the file that OXUS_KEYS names goes to standard output, the key itself to standard error. Only its hash is kept anywhere."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class KeyCommand implements Callable<Integer> {
  @Option(names = "--name", paramLabel = "NAME", required = true, description = "Whose key it is.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "viewer, operator, supervisor, tester or admin.")
  private String role = "";

  @Option(
      names = "--scopes",
      paramLabel = "SCOPES",
      defaultValue = "all",
      description =
          "What it is good for, of what the role may do: all, or some of read,work,decide,audit,push,administer.")
  private String scopes = "";

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Role known =
        Role.of(role)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        "'"
                            + role
                            + "' is no role; use viewer, operator, supervisor, tester or admin"));
    String key = new Secrets().fresh();
    try {
      command.commandLine().getOut().println(Keys.line(name, known, scopes, key));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
    command.commandLine().getErr().println("the key, shown this once: " + key);
    return ExitCode.FINE;
  }
}
