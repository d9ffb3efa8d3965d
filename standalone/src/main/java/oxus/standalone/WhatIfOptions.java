package oxus.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a history is told otherwise than it was, so that two runs show what that does. */
final class WhatIfOptions {
  @Option(
      names = "--without-source",
      paramLabel = "ID",
      description = "Leave out what this source reports. May be given more than once.")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--delay",
      paramLabel = "SOURCE=DURATION",
      description =
          "What this source reports comes to be known later, for example reuters=P2D. May be given more than once.")
  private Map<String, Duration> delays = new LinkedHashMap<>();

  @Option(
      names = "--inject",
      paramLabel = "FILE",
      description =
          "Tell these reports or articles too, each at its own time: a file or a folder in any form that SOURCE may have. May be given more than once.")
  private List<Path> injected = new ArrayList<>();

  @Spec(Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** What is told beside the history. */
  List<Path> injected() {
    return List.copyOf(injected);
  }

  WhatIf whatIf() {
    delays.forEach(
        (source, delay) -> {
          if (delay.isNegative() || delay.isZero()) {
            throw new ParameterException(
                command.commandLine(),
                "--delay of " + source + " is " + delay + "; write one above zero, as in P2D");
          }
        });
    return new WhatIf(Set.copyOf(without), delays);
  }
}
