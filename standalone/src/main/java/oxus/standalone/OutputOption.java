package oxus.standalone;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** In which form results come: shared by the commands that print text or lines of JSON. */
final class OutputOption {
  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private String form = "text";

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or ndjson. Default: ${DEFAULT-VALUE}.")
  void setForm(String form) {
    if (!form.equals("text") && !form.equals("ndjson")) {
      throw new ParameterException(
          command.commandLine(), "--output is '" + form + "'; write text or ndjson");
    }
    this.form = form;
  }

  boolean isNdjson() {
    return form.equals("ndjson");
  }
}
